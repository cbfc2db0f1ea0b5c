import { useEffect, useState } from 'react';
import type { ParticipantRow } from '#app/domain/interactions/form.ts';
import type { PartnerSuggestion } from '#app/domain/partners/suggestion.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useForm } from './form-context.ts';
import { HostField } from './host-field.tsx';
import { nameOf } from './participant-chips.tsx';
import { searchSimilar } from './searches.ts';

/** What must be known of those who are not in the records yet, and whether they may be there after all. */
export function Newcomers() {
  const { form } = useForm();
  const rows = form.participants
    .map((row, index) => ({ row, index }))
    .filter(
      ({ row }) =>
        row.remove === '' && row.ref === '' && row.kind !== 'person' && row.kind !== 'organisation',
    );
  return (
    <>
      {rows.map(({ row, index }) => (
        <div key={row.key} className="panel newcomer">
          {row.kind === 'group' ? <GroupFields row={row} index={index} /> : null}
          {row.kind === 'new-person' ? <PersonFields row={row} index={index} /> : null}
          {row.kind === 'new-organisation' ? <OrganisationFields row={row} index={index} /> : null}
          {row.kind === 'group' ? null : <Similar row={row} />}
        </div>
      ))}
    </>
  );
}

interface RowProps {
  row: ParticipantRow;
  index: number;
}

/** What ties a field of a participant to the form. */
function useRowField({ row, index }: RowProps) {
  const { change, view } = useForm();
  return (field: keyof ParticipantRow) => ({
    name: `participants.${index}.${field}`,
    value: row[field],
    error: view.errors[`participants.${index}.${field}`],
    onChange: (event: { currentTarget: { value: string } }) =>
      change({ type: 'change-participant', key: row.key, patch: { [field]: event.currentTarget.value } }),
  });
}

function PersonFields({ row, index }: RowProps) {
  const bind = useRowField({ row, index });
  return (
    <div className="row">
      <TextInput label="Name of the new person" {...bind('name')} />
      <TextInput label="Position" optional {...bind('title')} />
      <HostField row={row} index={index} />
    </div>
  );
}

function OrganisationFields({ row, index }: RowProps) {
  const { view } = useForm();
  const bind = useRowField({ row, index });
  return (
    <div className="row">
      <TextInput label="Name of the new organisation" {...bind('name')} />
      <TextInput label="Acronym" optional {...bind('organisationName')} />
      <Select
        label="Type"
        blank="Not known yet"
        optional
        options={view.choices.partnerTypes}
        {...bind('partnerType')}
      />
      <Select
        label="Its country"
        blank="As the interaction"
        optional
        options={view.choices.countries}
        {...bind('country')}
      />
    </div>
  );
}

function GroupFields({ row, index }: RowProps) {
  const bind = useRowField({ row, index });
  return (
    <div className="row">
      <TextInput label="How many" inputMode="numeric" {...bind('headcount')} />
      <TextInput label="Of whom women" inputMode="numeric" optional {...bind('women')} />
      <TextInput label="Who they are" optional {...bind('name')} />
      <HostField row={row} index={index} />
    </div>
  );
}

/** "Similar: Essossinam Tossou, National Assembly": use that one, or add the new one all the same. */
function Similar({ row }: { row: ParticipantRow }) {
  const { form, change, view } = useForm();
  const [found, setFound] = useState<readonly PartnerSuggestion[]>(view.similar[row.key] ?? []);
  useEffect(() => {
    if (row.confirmed === 'yes' || row.name.trim() === '') return setFound([]);
    let current = true;
    const timer = setTimeout(() => {
      searchSimilar(row.kind === 'new-person' ? 'person' : 'organisation', row.name, form.date)
        .then((similar) => {
          if (!current) return;
          setFound(similar);
          if (similar.length > 0 && row.confirmed === '') {
            change({ type: 'change-participant', key: row.key, patch: { confirmed: 'seen' } });
          }
        })
        // no warning now; the server looks once more when the form is saved
        .catch(() => setFound([]));
    }, 250);
    return () => {
      current = false;
      clearTimeout(timer);
    };
    // asked again for another name only
  }, [row.name, row.confirmed === 'yes']);
  if (found.length === 0 || row.confirmed === 'yes') return null;
  return (
    <div className="similar" role="status">
      {found.map((one) => (
        <p key={one.token}>
          Similar: {one.name}, {one.detail}{' '}
          <Button
            type="submit"
            small
            name="intent"
            value={`use-similar:${row.key}:${one.token}`}
            aria-label={`Use this one: ${one.name}`}
            onClick={(event) => {
              event.preventDefault();
              change({ type: 'remove-participant', key: row.key });
              change({ type: 'add-participants', participants: [one.participant] });
              document.getElementById('participants')?.focus();
            }}
          >
            Use this one
          </Button>
        </p>
      ))}
      <Button
        type="submit"
        look="quiet"
        name="intent"
        value={`add-anyway:${row.key}`}
        aria-label={`Add anyway: ${nameOf(row)}`}
        onClick={(event) => {
          event.preventDefault();
          change({ type: 'change-participant', key: row.key, patch: { confirmed: 'yes' } });
        }}
      >
        Add anyway
      </Button>
    </div>
  );
}
