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

/** When it happened and what changed. */
export function HappenedFields(
  props: StepFieldsProps & { earliest: string; latest: string; isFixed?: boolean },
) {
  const { form, errors, first } = props;
  const on = {
    name: 'on',
    label: 'Date',
    defaultValue: form.on,
    error: errors['on'],
    autoFocus: first === 'on',
    min: props.earliest,
    max: props.latest,
  };
  return (
    <>
      {props.isFixed ? (
        <input type="hidden" name="on" value={form.on} />
      ) : (
        <div className="row">
          <DateInput {...on} />
        </div>
      )}
      <TextArea
        name="whatChanged"
        label="What changed"
        optional
        defaultValue={form.whatChanged}
        error={errors['whatChanged']}
        autoFocus={first === 'whatChanged'}
        rows={2}
        maxLength={20_000}
      />
    </>
  );
}

/** What shows it: one of our own meetings, a document, or the word of staff. */
export function EvidenceFields(props: StepFieldsProps & { meetings: readonly EvidenceChoice[] }) {
  const { form, errors, first, reading } = props;
  return (
    <FieldSet
      field={{
        name: 'evidence',
        label: 'What shows it',
        ...(errors['evidence'] ? { error: errors['evidence'] } : {}),
      }}
    >
      {EVIDENCE.map((value) => (
        <label key={value} className="choice">
          <input type="radio" name="evidence" value={value} defaultChecked={form.evidence === value} />
          {EVIDENCE_WORDS[value]}
        </label>
      ))}
      <div className="by-meeting">
        <Select
          name="meeting"
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
          defaultValue={form.meeting}
          error={errors['meeting']}
          autoFocus={first === 'meeting'}
        />
      </div>
      <TextInput
        name="link"
        label="Document"
        hint="Its address, or its title and page"
        optional
        defaultValue={form.link}
        error={errors['link']}
        autoFocus={first === 'link'}
        maxLength={2_000}
      />
    </FieldSet>
  );
}

/** Who changed it, how we contributed, who checked it. */
export function AttributionFields(props: StepFieldsProps) {
  const { form, errors, first } = props;
  return (
    <>
      <div className="row">
        <TextInput
          name="changedBy"
          label="Who changed it"
          optional
          defaultValue={form.changedBy}
          error={errors['changedBy']}
          autoFocus={first === 'changedBy'}
          maxLength={300}
        />
        <div className="contributed">
          <Select
            name="contribution"
            label="Our contribution"
            optional
            blank="Not rated"
            options={CONTRIBUTIONS.map((value) => ({ value, label: CONTRIBUTION_WORDS[value] }))}
            defaultValue={form.contribution}
            error={errors['contribution']}
            autoFocus={first === 'contribution'}
          />
        </div>
        <TextInput
          name="verifiedBy"
          label="Verified by"
          optional
          defaultValue={form.verifiedBy}
          error={errors['verifiedBy']}
          autoFocus={first === 'verifiedBy'}
          maxLength={300}
        />
      </div>
      <TextArea
        name="note"
        label="Note"
        optional
        defaultValue={form.note}
        error={errors['note']}
        autoFocus={first === 'note'}
        rows={2}
        maxLength={20_000}
      />
    </>
  );
}

/** Why it was turned back or down; asked where the status chosen needs it. */
export function ReasonField({ form, errors, first, isNeeded }: StepFieldsProps & { isNeeded: boolean }) {
  return (
    <div className={isNeeded ? undefined : 'why'}>
      <TextArea
        name="reason"
        label="Why it was turned back"
        hint="Needed where it is turned back or down, or taken up again"
        optional={!isNeeded}
        defaultValue={form.reason}
        error={errors['reason']}
        autoFocus={first === 'reason'}
        rows={2}
        maxLength={20_000}
      />
    </div>
  );
}
