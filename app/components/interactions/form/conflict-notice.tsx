import { pathTo } from '#app/paths.ts';
import { Button } from '../../ui/button.tsx';
import { ConflictCompare } from '../../ui/conflict-compare.tsx';
import { formatInstant } from '../../ui/format.ts';
import { useForm } from './form-context.ts';
import { fieldLabel } from './field-labels.ts';

/** The same form was saved before with other words: nothing is written until somebody says which it is. */
export function SavedBefore() {
  const { view } = useForm();
  if (view.savedAs === '') return null;
  return (
    <div className="notice late" role="alert">
      <p>This form was saved already, and has been changed since. Nothing of the change is saved yet.</p>
      <div className="button-row">
        <a className="button" href={pathTo.interaction(view.savedAs)}>
          Open the saved one
        </a>
        <Button type="submit" name="intent" value="save-as-new">
          Save as new
        </Button>
      </div>
    </div>
  );
}

/** Somebody else saved the record meanwhile: both texts, and one choice for each field. */
export function Conflicts() {
  const { view, reading } = useForm();
  if (!view.conflictBy) return null;
  if (view.conflicts.length === 0) {
    return (
      <p className="notice late" role="alert" id="conflicts" tabIndex={-1}>
        This form was saved before, and what you wrote now differs. Look it over, then save once more.
      </p>
    );
  }
  return (
    <div role="alert" id="conflicts" tabIndex={-1}>
      <p className="notice late">
        Somebody else changed the same fields while you were writing. Choose for each, then save.
      </p>
      <ConflictCompare
        by={view.conflictBy.name}
        when={formatInstant(view.conflictBy.at, reading)}
        fields={view.conflicts.map(({ field, mine, theirs }) => ({
          name: `choose:${field}`,
          label: fieldLabel(field),
          mine: shown(mine),
          theirs: shown(theirs),
        }))}
      />
    </div>
  );

  function shown(text: string): string {
    const known = [
      ...view.choices.staff,
      ...view.choices.countries,
      ...view.choices.workAreas,
      ...view.choices.kinds,
      ...view.choices.instruments,
    ];
    return text
      .split('\u001f')
      .map((part) => known.find(({ value }) => value === part)?.label ?? part)
      .join(', ');
  }
}
