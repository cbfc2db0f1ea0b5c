import { CONTRIBUTIONS, EVIDENCE, type StepForm } from '#app/domain/advice/step-form.ts';
import type { EvidenceChoice } from '#app/domain/advice/offer-evidence.server.ts';
import { FieldSet } from '../ui/field.tsx';
import { formatDate, type Reading } from '../ui/format.ts';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { DateInput, TextInput } from '../ui/text-input.tsx';
import { CONTRIBUTION_WORDS, EVIDENCE_WORDS } from './step-words.ts';

export interface StepFieldsProps {
  form: StepForm;
  errors: Readonly<Record<string, string>>;
  /** The first faulty field: it gets the focus. */
  first: string;
  reading: Reading;
}

/** What every field of a step has alike: its value so far, its error, and the focus where it is the first faulty one. */
const fieldOf =
  ({ form, errors, first }: StepFieldsProps) =>
  (name: Exclude<keyof StepForm, 'version'>) => ({
    name,
    defaultValue: form[name],
    error: errors[name],
    autoFocus: first === name,
  });

const LONG = { rows: 2, maxLength: 20_000 } as const;

/** When it happened and what changed. */
export function HappenedFields(
  props: StepFieldsProps & { earliest: string; latest: string; isFixed?: boolean },
) {
  const of = fieldOf(props);
  return (
    <>
      {props.isFixed ? (
        <input type="hidden" name="on" value={props.form.on} />
      ) : (
        <div className="row">
          <DateInput {...of('on')} label="Date" min={props.earliest} max={props.latest} />
        </div>
      )}
      <TextArea {...of('whatChanged')} {...LONG} label="What changed" optional />
    </>
  );
}

/** What shows it: one of our own meetings, a document, or the word of staff. */
export function EvidenceFields(props: StepFieldsProps & { meetings: readonly EvidenceChoice[] }) {
  const { form, errors, reading } = props;
  const of = fieldOf(props);
  return (
    <FieldSet
      field={{
        name: 'evidence',
        label: 'What shows it',
        ...(errors['evidence'] ? { error: errors['evidence'] } : {}),
      }}
    >
      {EVIDENCE.map((value, index) => (
        <label key={value} className="choice">
          <input
            type="radio"
            name="evidence"
            value={value}
            defaultChecked={form.evidence === value}
            autoFocus={props.first === 'evidence' && index === 0}
          />
          {EVIDENCE_WORDS[value]}
        </label>
      ))}
      <div className="by-meeting">
        <Select
          {...of('meeting')}
          label="Meeting"
          blank={
            props.meetings.length === 0 ? 'None was held since with them or in the country' : 'Choose one'
          }
          options={props.meetings.map((one) => ({
            value: one.ref,
            label: [formatDate(one.on, reading), one.summary || 'Sealed record', one.with[0] ?? '']
              .filter(Boolean)
              .join(' · '),
          }))}
          optional
        />
      </div>
      <TextInput
        {...of('link')}
        label="Document"
        hint="Its address, or its title and page"
        optional
        maxLength={2_000}
      />
    </FieldSet>
  );
}

/** Who changed it, how we contributed, who checked it. */
export function AttributionFields(props: StepFieldsProps) {
  const of = fieldOf(props);
  return (
    <>
      <div className="row">
        <TextInput {...of('changedBy')} label="Who changed it" optional maxLength={300} />
        <div className="contributed">
          <Select
            {...of('contribution')}
            label="Our contribution"
            optional
            blank="Not rated"
            options={CONTRIBUTIONS.map((value) => ({ value, label: CONTRIBUTION_WORDS[value] }))}
          />
        </div>
        <TextInput {...of('verifiedBy')} label="Verified by" optional maxLength={300} />
      </div>
      <TextArea {...of('note')} {...LONG} label="Note" optional />
    </>
  );
}

/** Why it was turned back or down; asked where the status chosen needs it. */
export function ReasonField({ isNeeded, ...shared }: StepFieldsProps & { isNeeded: boolean }) {
  return (
    <div className={isNeeded ? undefined : 'why'}>
      <TextArea
        {...fieldOf(shared)('reason')}
        {...LONG}
        label="Why it was turned back"
        hint="Needed where it is turned back or down, or taken up again"
        optional={!isNeeded}
      />
    </div>
  );
}
