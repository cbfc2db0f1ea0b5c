import { useState } from 'react';
import type { ObjectiveStart } from '#app/domain/objectives/start-objective.server.ts';
import { EDITABLE, type EditableField, type ObjectiveForm } from '#app/domain/objectives/objective-form.ts';
import { pathTo } from '#app/paths.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { ConflictCompare } from '../ui/conflict-compare.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { FieldSet } from '../ui/field.tsx';
import { formatInstant } from '../ui/format.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';
import { DateInput, TextInput } from '../ui/text-input.tsx';
import { useHydrated } from '../ui/use-hydrated.ts';

type Start = ObjectiveStart & { ref?: string };

interface Refused {
  form: ObjectiveForm;
  base?: ObjectiveForm;
  errors: Record<string, string>;
  theirs?: ObjectiveForm;
  conflicts?: EditableField[];
  at?: string;
}

/** Sets an objective, or changes what one says. */
export function ObjectiveFormPage({ start, refused }: { start: Start; refused?: Refused | undefined }) {
  const { choices } = start;
  const errors = refused?.errors ?? {};
  const form = refused?.form ?? start.form;
  const first = Object.keys(errors)[0] ?? 'title';
  const isNew = start.ref === undefined;
  const field = (name: keyof ObjectiveForm) => ({
    name,
    defaultValue: form[name],
    error: errors[name],
    autoFocus: first === name,
  });
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Objectives', href: pathTo.objectives() },
          ...(start.ref === undefined
            ? []
            : [{ label: start.form.title, href: pathTo.objective(start.ref) }]),
        ]}
        title={isNew ? 'New objective' : 'Edit objective'}
      />
      <form method="post" className="stack form-narrow">
        <ErrorSummary errors={Object.entries(errors).map(([name, message]) => ({ field: name, message }))} />
        {refused?.conflicts && refused.theirs ? <Conflicts start={start} refused={refused} /> : null}
        {/* a form that was refused is opened anew: the key of the one before may be used up */}
        <input type="hidden" name="key" value={start.form.key} />
        {isNew ? null : (
          <>
            <input type="hidden" name="version" value={form.version} />
            <input type="hidden" name="base" value={JSON.stringify(refused?.base ?? start.form)} />
          </>
        )}
        <Panel title="What is to be reached">
          <TextInput
            {...text(field('title'))}
            label={EDITABLE.title}
            placeholder="Togo designates its mechanism by 2027"
            maxLength={300}
          />
          <div className="row">
            <Select
              {...text(field('country'))}
              label={EDITABLE.country}
              blank="Choose"
              options={choices.countries}
            />
            <Select
              {...text(field('workArea'))}
              label={EDITABLE.workArea}
              blank="Choose"
              options={choices.workAreas.map(({ code, label }) => ({ value: code, label }))}
            />
          </div>
          {isNew ? <StartFields start={start} form={form} errors={errors} first={first} /> : null}
          <div className="row">
            <Select
              {...text(field('instrument'))}
              label={EDITABLE.instrument}
              optional
              blank="None, or the one that the stages are about"
              options={choices.instruments}
            />
            <DateInput {...text(field('target'))} label={EDITABLE.target} optional />
          </div>
          <TextInput {...text(field('nextStep'))} label={EDITABLE.nextStep} optional maxLength={300} />
        </Panel>
        <Panel title="Whose it is, and who sees it">
          <div className="row">
            <Select {...text(field('owner'))} label={EDITABLE.owner} options={choices.staff} />
            <Select
              {...text(field('sensitivity'))}
              label={EDITABLE.sensitivity}
              options={choices.levels}
              hint="Confidential: the owning team, the teams of the country, the owner and whoever set it."
            />
          </div>
          <FieldSet
            field={{
              name: 'readers',
              label: EDITABLE.readers,
              optional: true,
              hint: 'Counts for restricted and sealed, besides the owner and whoever set it.',
              ...(errors['readers'] ? { error: errors['readers'] } : {}),
            }}
          >
            <details className="fold" open={form.readers.length > 0 || errors['readers'] !== undefined}>
              <summary>Name colleagues</summary>
              <div className="chips">
                {choices.staff.map(({ value, label }) => (
                  <label key={value} className="chip">
                    <input
                      type="checkbox"
                      name="readers"
                      value={value}
                      defaultChecked={form.readers.includes(value)}
                    />
                    {label}
                  </label>
                ))}
              </div>
            </details>
          </FieldSet>
        </Panel>
        <div className="button-row">
          <Button type="submit" look="main">
            {isNew ? 'Set objective' : 'Save'}
          </Button>
          <LinkButton href={start.ref === undefined ? pathTo.objectives() : pathTo.objective(start.ref)}>
            Cancel
          </LinkButton>
        </div>
      </form>
    </>
  );
}

/** Every field but the readers holds one text. */
function text<T extends { defaultValue: string | string[] }>(field: T): T & { defaultValue: string } {
  return { ...field, defaultValue: String(field.defaultValue) };
}

/**
 * The set of stages and where it stands. With script the set narrows the stages; without, they stand under the names
 * of their sets. Only the stage is posted: it names its set.
 */
function StartFields(props: {
  start: Start;
  form: ObjectiveForm;
  errors: Record<string, string>;
  first: string;
}) {
  const { tracks } = props.start.choices;
  const hydrated = useHydrated();
  const chosen = tracks.find(({ stages }) => stages.some(({ value }) => value === props.form.stage));
  const [track, setTrack] = useState(chosen?.code ?? '');
  const shown = tracks.find(({ code }) => code === track);
  const options = tracks.flatMap(({ label, stages }) => stages.map((stage) => ({ ...stage, group: label })));
  return (
    <div className="row">
      {hydrated ? (
        <Select
          name="track"
          label="Set of stages"
          blank="Choose"
          options={tracks.map(({ code, label }) => ({ value: code, label }))}
          value={track}
          onChange={(event) => setTrack(event.currentTarget.value)}
          hint={shown?.hint}
        />
      ) : null}
      <Select
        key={hydrated ? track : 'all'}
        name="stage"
        label="It stands at"
        {...(hydrated && shown ? {} : { blank: hydrated ? 'Choose a set first' : 'Choose' })}
        options={hydrated ? (shown?.stages ?? []) : options}
        defaultValue={hydrated ? (track === chosen?.code ? props.form.stage : undefined) : props.form.stage}
        error={props.errors['stage']}
        autoFocus={props.first === 'stage'}
      />
      <DateInput
        name="since"
        label="Since"
        max={props.start.reading.today}
        defaultValue={props.form.since}
        error={props.errors['since']}
        autoFocus={props.first === 'since'}
      />
    </div>
  );
}

/** Somebody else saved the record meanwhile: both texts, and one choice for each field. */
function Conflicts({ start, refused }: { start: Start; refused: Refused }) {
  const { conflicts = [], theirs, at = '' } = refused;
  const { choices } = start;
  const shown = (value: string | string[] | undefined) =>
    [value ?? '']
      .flat()
      .map((one) => labelIn(choices, one))
      .join(', ');
  return (
    <div role="alert" id="conflicts" tabIndex={-1}>
      <p className="notice late">
        Somebody else changed the same fields while you were writing. Choose for each, then save.
      </p>
      <ConflictCompare
        by="a colleague"
        when={formatInstant(at, start.reading)}
        fields={conflicts.map((name) => ({
          name: `choose:${name}`,
          label: EDITABLE[name],
          mine: shown(refused.form[name]),
          theirs: shown(theirs?.[name]),
        }))}
      />
    </div>
  );
}

function labelIn(choices: Start['choices'], value: string): string {
  const areas = choices.workAreas.map(({ code, label }) => ({ value: code, label }));
  const known = [...choices.countries, ...areas, ...choices.instruments, ...choices.staff, ...choices.levels];
  return known.find((one) => one.value === value)?.label ?? value;
}
