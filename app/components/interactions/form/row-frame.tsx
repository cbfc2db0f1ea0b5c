import { useState, type ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { CheckboxChips } from '../../ui/checkbox-chips.tsx';
import { MultiPicker } from '../../ui/multi-picker.tsx';
import { useHydrated } from '../../ui/use-hydrated.ts';
import type { FormChange } from '#app/domain/interactions/change-form.ts';
import { labelOf } from './bound-fields.tsx';
import { useForm } from './form-context.ts';
import { searchList } from './searches.ts';

/** Names of one kind of row: in fields, in buttons, in words. */
export interface RowNames {
  list: 'advice' | 'commitments' | 'followUps';
  act: 'advice' | 'commitment' | 'follow-up';
  word: string;
}

interface AnyRow {
  ref: string;
  remove: string;
  workAreas: string[];
  countries: string[];
}

/**
 * One row of a group. Its acts come before its fields, out of the way of the Tab key: removing it, and choosing other
 * work areas and countries than the meeting's.
 */
export function RowFrame(props: { names: RowNames; row: AnyRow; index: number; children: ReactNode }) {
  const { names, row, index, children } = props;
  const { change } = useForm();
  const field = `${names.list}.${index}`;
  const gone = row.remove === 'yes';
  return (
    <div className="entry">
      <input type="hidden" name={`${field}.ref`} value={row.ref} />
      <input type="hidden" name={`${field}.remove`} value={row.remove} />
      <div className="entry-head">
        {gone ? (
          <span className="soft small">Taken out when you save.</span>
        ) : (
          <OwnLinks {...props} field={field} />
        )}
        <Button
          type="submit"
          look="quiet"
          small
          name="intent"
          value={`${gone ? 'keep' : 'remove'}-${names.act}:${index}`}
          formNoValidate
          aria-label={`${gone ? 'Keep' : 'Remove'} ${names.word} ${index + 1}`}
          onClick={(event) => {
            event.preventDefault();
            change(gone ? keeping(names, index) : removing(names, index));
            document.getElementById(`add-${names.act}`)?.focus();
          }}
        >
          {gone ? 'Keep' : 'Remove'}
        </Button>
      </div>
      {children}
    </div>
  );
}

function removing({ act }: RowNames, index: number): FormChange {
  return { type: `remove-${act}`, index };
}

function keeping({ act }: RowNames, index: number): FormChange {
  return { type: `change-${act}`, index, patch: { remove: '' } };
}

/** Work areas and countries of a row of its own: as the meeting's until somebody opens this. */
function OwnLinks({
  names,
  row,
  index,
  field,
}: {
  names: RowNames;
  row: AnyRow;
  index: number;
  field: string;
}) {
  const { view, change } = useForm();
  const hydrated = useHydrated();
  const differs = row.workAreas.length > 0 || row.countries.length > 0;
  const asked = view.lookups[`${field}.countries`] !== undefined;
  const [open, setOpen] = useState(differs || asked);
  const patch = (own: { workAreas?: string[]; countries?: string[] }): FormChange => ({
    type: `change-${names.act}`,
    index,
    patch: own,
  });
  return (
    <details className="own-links" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{differs ? 'Differs from the meeting' : 'Work areas and countries as the meeting'}</summary>
      {open || !hydrated ? (
        <>
          <CheckboxChips
            name={`${field}.workAreas`}
            label="Areas it belongs to"
            optional
            hint="None ticked: those of the meeting."
            options={view.choices.workAreas}
            chosen={row.workAreas}
            onChoose={(workAreas) => change(patch({ workAreas }))}
          />
          <MultiPicker
            name={`${field}.countries`}
            label="Where it applies"
            optional
            hint="None named: those of the meeting."
            error={view.errors[`${field}.countries`]}
            picked={row.countries.map((value) => ({ value, label: labelOf(view.choices.countries, value) }))}
            onChange={(picked) => change(patch({ countries: picked.map(({ value }) => value) }))}
            search={SEARCH_COUNTRIES}
            find={{ name: 'intent', value: `find:${field}.countries` }}
            query={view.lookups[`${field}.countries`]?.query}
            candidates={view.lookups[`${field}.countries`]?.found}
          />
        </>
      ) : (
        row.workAreas.map((code) => (
          <input key={code} type="hidden" name={`${field}.workAreas`} value={code} />
        ))
      )}
      {!open && hydrated
        ? row.countries.map((code) => (
            <input key={code} type="hidden" name={`${field}.countries`} value={code} />
          ))
        : null}
    </details>
  );
}

const SEARCH_COUNTRIES = searchList('countries');

/** "Add advice": adds a row and puts the cursor into it. */
export function AddButton({ names, children }: { names: RowNames; children: string }) {
  const { change } = useForm();
  return (
    <Button
      id={`add-${names.act}`}
      type="submit"
      look="quiet"
      name="intent"
      value={`add-${names.act}`}
      formNoValidate
      onClick={(event) => {
        event.preventDefault();
        change({ type: `add-${names.act}` });
      }}
    >
      {children}
    </Button>
  );
}
