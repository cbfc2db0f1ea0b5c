import { Button } from '#app/components/ui/button.tsx';
import { CheckboxChips } from '#app/components/ui/checkbox-chips.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { FieldSet } from '#app/components/ui/field.tsx';
import { formatDate } from '#app/components/ui/format.ts';
import { PageHeader } from '#app/components/ui/page-header.tsx';
import { Panel } from '#app/components/ui/panel.tsx';
import { Select } from '#app/components/ui/select.tsx';
import { DateInput, TextInput } from '#app/components/ui/text-input.tsx';
import type { FollowUpForm } from '#app/domain/follow-ups/follow-up-form.ts';
import type { FollowUpStart } from '#app/domain/follow-ups/start-follow-up.server.ts';
import { pathTo } from '#app/paths.ts';

/** A follow-up by itself, or one that comes late from a meeting. */
export function FollowUpFormPage(props: {
  start: FollowUpStart;
  refused?: { form: FollowUpForm; errors: Record<string, string> } | undefined;
}) {
  const { start, refused } = props;
  const errors = refused?.errors ?? {};
  const form = refused?.form ?? start.form;
  const first = Object.keys(errors)[0] ?? 'title';
  return (
    <>
      <PageHeader crumbs={[{ label: 'Follow-ups', href: pathTo.followUps() }]} title="New follow-up" />
      <Panel title="What is to be done">
        <form method="post" className="stack">
          <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
          {/* a form that was refused is opened anew: the key of the one before may be used up */}
          <input type="hidden" name="key" value={start.form.key} />
          <input type="hidden" name="interaction" value={form.interaction} />
          {start.origin ? (
            <p>
              From{' '}
              <a href={pathTo.interaction(start.origin.ref)}>{start.origin.summary || 'a sealed record'}</a>,{' '}
              {formatDate(start.origin.on, start.reading)}
            </p>
          ) : null}
          <TextInput
            name="title"
            label="Follow-up"
            defaultValue={form.title}
            error={errors['title']}
            autoFocus={first === 'title'}
            maxLength={300}
          />
          <div className="row">
            <Select
              name="assignee"
              label="Assignee"
              options={start.choices.assignees}
              defaultValue={form.assignee}
              error={errors['assignee']}
              autoFocus={first === 'assignee'}
            />
            <DateInput
              name="due"
              label="Due"
              defaultValue={form.due}
              error={errors['due']}
              autoFocus={first === 'due'}
            />
          </div>
          <CheckboxChips
            name="workAreas"
            label="Work areas"
            options={start.choices.workAreas.map(({ code, label, mark, hue }) => ({
              value: code,
              label,
              mark,
              hue,
            }))}
            defaultChosen={form.workAreas}
            error={errors['workAreas']}
          />
          <CountryChips start={start} chosen={form.countries} error={errors['countries']} />
          <p className="soft">
            {start.origin
              ? 'Whoever sees the meeting sees this.'
              : 'All colleagues see a follow-up that comes from no meeting.'}
          </p>
          <Button type="submit" look="main">
            Save follow-up
          </Button>
        </form>
      </Panel>
    </>
  );
}

/** The countries of one's teams at hand, the others behind a fold; all of them plain checkboxes. */
function CountryChips(props: {
  start: FollowUpStart;
  chosen: readonly string[];
  error?: string | undefined;
}) {
  const { countries } = props.start.choices;
  const isNear = (one: (typeof countries)[number]) => one.near || props.chosen.includes(one.iso3);
  const chip = ({ iso3, name }: (typeof countries)[number]) => (
    <label key={iso3} className="chip">
      <input type="checkbox" name="countries" value={iso3} defaultChecked={props.chosen.includes(iso3)} />
      {name}
    </label>
  );
  return (
    <FieldSet
      field={{
        name: 'countries',
        label: 'Countries',
        optional: true,
        ...(props.error ? { error: props.error } : {}),
      }}
    >
      <div className="chips">{countries.filter(isNear).map(chip)}</div>
      <details className="fold">
        <summary>Other countries</summary>
        <div className="chips">{countries.filter((one) => !isNear(one)).map(chip)}</div>
      </details>
    </FieldSet>
  );
}
