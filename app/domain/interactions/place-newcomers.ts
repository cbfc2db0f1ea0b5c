import type { NewParticipant } from './change-form.ts';
import type { InteractionForm } from './form.ts';

/** Somebody new belongs to the organisation that took part, unless another is named. */
export function placeNewcomers(form: InteractionForm, added: readonly NewParticipant[]): NewParticipant[] {
  const standing = form.participants.filter(({ remove }) => remove === '');
  const host = [...standing, ...added].find((row) => row.organisation !== '' && row.kind !== 'group');
  return added.map((row) =>
    host && needsHost(row)
      ? {
          ...row,
          organisation: host.organisation,
          organisationName: host.kind === 'organisation' ? host.name : host.organisationName,
          country: host.country,
        }
      : row,
  );
}

function needsHost(row: NewParticipant): boolean {
  return (
    (row.kind === 'new-person' || row.kind === 'group') &&
    row.organisation === '' &&
    row.organisationName === ''
  );
}
