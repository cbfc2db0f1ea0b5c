import type { ParticipantRow } from '#app/domain/interactions/form.ts';
import { Button } from '../../ui/button.tsx';
import { PersonChip } from '../../ui/person-chip.tsx';
import { useForm } from './form-context.ts';

/** Everybody picked so far, each with the hidden fields that carry them to the server. */
export function ParticipantChips() {
  const { form, change } = useForm();
  if (form.participants.length === 0) return null;
  return (
    <ul aria-label="Those who took part">
      {form.participants.map((row, index) => {
        const gone = row.remove === 'yes';
        const act = gone ? 'keep' : 'remove';
        return (
          <li key={row.key}>
            <HiddenParticipant row={row} index={index} />
            <PersonChip
              name={nameOf(row)}
              detail={gone ? 'Taken out when you save' : detailOf(row)}
              fresh={row.kind.startsWith('new-')}
              act={
                <button
                  type="submit"
                  name="intent"
                  value={`${act}-participant:${row.key}`}
                  formNoValidate
                  aria-label={`${gone ? 'Keep' : 'Remove'} ${nameOf(row)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    if (gone) change({ type: 'change-participant', key: row.key, patch: { remove: '' } });
                    else change({ type: 'remove-participant', key: row.key });
                    document.getElementById('participants')?.focus();
                  }}
                >
                  {gone ? '↺' : '✕'}
                </button>
              }
            />
          </li>
        );
      })}
    </ul>
  );
}

/** Of somebody who is known: all of it. Of a newcomer: what their own fields do not post. */
function HiddenParticipant({ row, index }: { row: ParticipantRow; index: number }) {
  const shown: readonly string[] = row.ref === '' ? (SHOWN[row.kind] ?? []) : [];
  return (
    <>
      {Object.entries(row)
        .filter(([field, value]) => !shown.includes(field) && (value !== '' || field === 'key'))
        .map(([field, value]) => (
          <input key={field} type="hidden" name={`participants.${index}.${field}`} value={value as string} />
        ))}
    </>
  );
}

/** The fields that `Newcomers` shows as controls. */
const SHOWN: Partial<Record<ParticipantRow['kind'], string[]>> = {
  'new-person': ['name', 'title', 'organisationName', 'organisation'],
  'new-organisation': ['name', 'organisationName', 'partnerType', 'country'],
  group: ['name', 'headcount', 'women', 'organisationName', 'organisation'],
};

export function nameOf(row: ParticipantRow): string {
  return row.kind === 'group' ? `${row.headcount} ${row.name}`.trim() : row.name;
}

function detailOf(row: ParticipantRow): string {
  const post = [row.title, row.organisationName].filter(Boolean).join(', ');
  if (row.kind === 'new-person') return 'New person · check the name';
  if (row.kind === 'new-organisation') return 'New organisation · check the name';
  if (row.kind === 'group')
    return (
      [row.women ? `${row.women} women` : '', row.organisationName].filter(Boolean).join(', ') || 'Group'
    );
  if (row.kind === 'organisation') {
    return row.organisationName && row.organisationName !== row.name ? row.organisationName : 'Organisation';
  }
  return post || 'No position known';
}

/** Without script: a button that does the same as typing does with it. */
export function FindButton({ list }: { list: string }) {
  return (
    <Button type="submit" small name="intent" value={`find:${list}`} formNoValidate>
      Find
    </Button>
  );
}
