import type { AdviceConflict } from '#app/domain/advice/merge-advice.ts';
import type { AdviceFormView } from '#app/domain/advice/view-advice-form.server.ts';
import { pathTo } from '#app/paths.ts';
import { Button } from '../ui/button.tsx';
import { CheckboxChips } from '../ui/checkbox-chips.tsx';
import { ConflictCompare } from '../ui/conflict-compare.tsx';
import { CountryChips } from '../ui/country-chips.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { SaveBar } from '../ui/field-group.tsx';
import { formatDate, formatInstant } from '../ui/format.ts';
import { MultiPicker } from '../ui/multi-picker.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { DateInput } from '../ui/text-input.tsx';
import { searchRecipients } from './search-recipients.ts';

/** What the page was answered: the form, what is wrong with it, and what somebody else saved meanwhile. */
export interface AdviceFormAnswerView {
  view: AdviceFormView;
  errors: Record<string, string>;
  base: string;
  conflicts: AdviceConflict[];
  by: { name: string; at: string } | null;
}

const LABELS: Record<string, string> = {
  text: 'Advice',
  topic: 'Kind of advice',
  on: 'Given on',
  instrument: 'Instrument',
  provision: 'Provision',
  objective: 'Objective',
};

/** Records advice, by itself or from a meeting, and edits what was recorded. */
export function AdviceFormPage({ answer }: { answer: AdviceFormAnswerView }) {
  const { view, errors } = answer;
  const { form } = view;
  const isNew = form.version === '';
  const first = Object.keys(errors)[0] ?? 'text';
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Advice', href: pathTo.advice() },
          ...(isNew ? [] : [{ label: 'This advice', href: pathTo.adviceRecord(form.key) }]),
        ]}
        title={isNew ? 'Record advice' : 'Edit advice'}
      />
      <form method="post" noValidate>
        {/* Enter in a field presses the first button of the form: it must be Save. */}
        <button className="unseen" tabIndex={-1} aria-hidden="true" name="act" value="save">
          Save advice
        </button>
        <input type="hidden" name="key" value={form.key} />
        <input type="hidden" name="version" value={form.version} />
        <input type="hidden" name="interaction" value={form.interaction} />
        {answer.base ? <input type="hidden" name="base" value={answer.base} /> : null}
        <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
        <Conflicts answer={answer} />
        <div className="form">
          <div>
            <TextArea
              key={form.text}
              name="text"
              label="Advice"
              tall
              defaultValue={form.text}
              error={errors['text']}
              autoFocus={first === 'text'}
              maxLength={20_000}
            />
            <MultiPicker
              name="recipients"
              label="Recipients"
              hint="Organisations and people to whom it was given"
              error={errors['recipients']}
              picked={view.picked}
              search={searchRecipients(form)}
              placeholder="Name or acronym"
              find={{ name: 'act', value: 'find' }}
              query={view.query}
              candidates={view.candidates}
            />
            <CheckboxChips
              name="workAreas"
              label="Work areas"
              options={view.choices.workAreas}
              defaultChosen={form.workAreas}
              error={errors['workAreas']}
            />
            <Subject answer={answer} first={first} />
            <CountryChips
              countries={answer.view.choices.countries}
              chosen={answer.view.form.countries}
              error={answer.errors['countries']}
            />
          </div>
          <aside>
            <Origin view={view} isNew={isNew} />
          </aside>
          <SaveBar note="Nothing is sent to anyone outside.">
            <Button type="submit" look="main" name="act" value="save" shortcut="Ctrl ↵" data-save="">
              Save advice
            </Button>
          </SaveBar>
        </div>
      </form>
    </>
  );
}

function Subject({ answer, first }: { answer: AdviceFormAnswerView; first: string }) {
  const { view, errors } = answer;
  const { form, choices } = view;
  const bind = (name: 'topic' | 'instrument' | 'provision' | 'objective') => ({
    name,
    label: LABELS[name] ?? '',
    defaultValue: form[name],
    error: errors[name],
    autoFocus: first === name,
  });
  return (
    <div className="row">
      <DateInput
        name="on"
        label="Given on"
        defaultValue={form.on}
        error={errors['on']}
        autoFocus={first === 'on'}
        max={view.reading.today}
      />
      <Select {...bind('topic')} options={choices.topics} />
      <Select {...bind('instrument')} optional blank="None" options={choices.instruments} />
      <Select
        {...bind('provision')}
        optional
        blank="None"
        options={choices.provisions}
        hint="Brings its instrument with it"
      />
      {choices.objectives.length > 0 || form.objective !== '' ? (
        <Select {...bind('objective')} optional blank="None" options={choices.objectives} />
      ) : null}
    </div>
  );
}

/** Where it comes from, and who will see it. */
function Origin({ view, isNew }: { view: AdviceFormView; isNew: boolean }) {
  const { origin } = view;
  if (!isNew) {
    return (
      <Panel title="What came of it">
        <p className="soft">The steps and their evidence are told on the page of the advice.</p>
      </Panel>
    );
  }
  return (
    <Panel title={origin ? 'From the meeting' : 'By itself'}>
      {origin ? (
        <p>
          <a href={pathTo.interaction(origin.ref)}>{origin.summary || 'Sealed record'}</a>
          <span className="sub">{formatDate(origin.on, view.reading)}</span>
        </p>
      ) : null}
      <p className="soft">
        {origin
          ? 'Whoever sees the meeting sees this advice, and where it serves an objective, whoever sees both.'
          : 'All colleagues see advice that comes from no meeting and serves no objective. Where it serves one, those who see the objective see it.'}
      </p>
    </Panel>
  );
}

/** Somebody else changed the same fields meanwhile: both texts, and one choice for each. */
function Conflicts({ answer: { conflicts, by, view } }: { answer: AdviceFormAnswerView }) {
  if (conflicts.length === 0 || !by) return null;
  const { topics, instruments, provisions, objectives } = view.choices;
  const known = [...topics, ...instruments, ...provisions, ...objectives];
  const shown = (text: string) => known.find(({ value }) => value === text)?.label ?? text;
  return (
    <div role="alert" id="conflicts" tabIndex={-1}>
      <p className="notice late">
        Somebody else changed the same fields while you were writing. Choose for each, then save.
      </p>
      <ConflictCompare
        by={by.name}
        when={formatInstant(by.at, view.reading)}
        fields={conflicts.map(({ field, mine, theirs }) => ({
          name: `choose:${field}`,
          label: LABELS[field] ?? field,
          mine: shown(mine),
          theirs: shown(theirs),
        }))}
      />
    </div>
  );
}
