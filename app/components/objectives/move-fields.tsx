import { EVIDENCE_WORDS, type MoveForm } from '#app/domain/objectives/move-form.ts';
import type { ShownMeeting } from '#app/domain/objectives/tell-moves.server.ts';
import { FieldSet } from '../ui/field.tsx';
import { formatShortDate, type Reading } from '../ui/format.ts';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { DateInput, TextInput } from '../ui/text-input.tsx';

export type MoveValues = Partial<Pick<MoveForm, 'on' | 'evidence' | 'interaction' | 'link' | 'note'>>;

/**
 * When it came to the stage, and what shows it. Only the field of the evidence chosen is in sight (by CSS alone, so
 * that it holds without script).
 */
export function MoveFields(props: {
  values: MoveValues;
  errors: Record<string, string>;
  /** Undefined while they are being fetched. */
  meetings: readonly ShownMeeting[] | undefined;
  reading: Reading;
  /** The note is needed: it was turned down. */
  needsNote?: boolean;
  focusOn?: boolean;
}) {
  const { values, errors, meetings, reading } = props;
  const chosen = values.evidence ?? '';
  return (
    <div className="stack evidence">
      <DateInput
        name="on"
        label="Since"
        max={reading.today}
        defaultValue={values.on ?? reading.today}
        error={errors['on']}
        autoFocus={props.focusOn}
      />
      <FieldSet
        field={{
          name: 'evidence',
          label: 'Shown by',
          ...(errors['evidence'] ? { error: errors['evidence'] } : {}),
        }}
      >
        <div className="chips">
          {Object.entries(EVIDENCE_WORDS).map(([value, label], index) => (
            <label key={value} className="chip">
              <input
                type="radio"
                name="evidence"
                value={value}
                defaultChecked={chosen === value}
                autoFocus={index === 0 && Object.keys(errors)[0] === 'evidence'}
              />
              {label}
            </label>
          ))}
        </div>
      </FieldSet>
      <div className="when-interaction">
        <Select
          name="interaction"
          label="Interaction"
          blank={
            meetings === undefined
              ? 'Looking…'
              : meetings.length === 0
                ? 'None on this country yet'
                : 'Choose'
          }
          options={(meetings ?? []).map(({ ref, on, summary }) => ({
            value: ref,
            label: `${formatShortDate(on, reading)}: ${summary}`,
          }))}
          defaultValue={values.interaction}
          error={errors['interaction']}
          key={meetings === undefined ? 'looking' : 'found'}
        />
      </div>
      <div className="when-document">
        <TextInput
          name="link"
          label="Document"
          hint="Its title and date, or its address."
          defaultValue={values.link}
          error={errors['link']}
          maxLength={1000}
        />
      </div>
      <TextArea
        name="note"
        label="Note"
        optional={!props.needsNote}
        hint={props.needsNote ? 'Who turned it down, and why.' : undefined}
        defaultValue={values.note}
        error={errors['note']}
        maxLength={4000}
        rows={2}
      />
    </div>
  );
}
