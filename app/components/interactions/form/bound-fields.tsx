import type { LookedUp } from '#app/domain/interactions/look-up-choices.server.ts';
import type { Named } from '#app/domain/interactions/form-choices.ts';
import { MultiPicker } from '../../ui/multi-picker.tsx';
import type { FieldProps } from '../../ui/field.tsx';
import { useForm } from './form-context.ts';
import { searchList } from './searches.ts';

const SEARCHES = {
  countries: searchList('countries'),
  instruments: searchList('instruments'),
  staff: searchList('staff'),
  readers: searchList('readers'),
  assessmentReaders: searchList('assessmentReaders'),
};

/** A list of the form that is picked from by typing: countries, instruments, colleagues. */
export function ListPicker(
  props: Omit<FieldProps, 'error'> & { name: LookedUp; options: readonly Named[]; placeholder?: string },
) {
  const { options, ...field } = props;
  const { form, change, view } = useForm();
  const lookup = view.lookups[props.name];
  return (
    <MultiPicker
      {...field}
      error={view.errors[props.name]}
      picked={form[props.name].map((value) => ({ value, label: labelOf(options, value) }))}
      onChange={(picked) =>
        change({ type: 'choose', field: props.name, values: picked.map(({ value }) => value) })
      }
      search={SEARCHES[props.name]}
      find={{ name: 'intent', value: `find:${props.name}` }}
      query={lookup?.query}
      candidates={lookup?.found}
    />
  );
}

export function labelOf(options: readonly Named[], value: string): string {
  return options.find((option) => option.value === value)?.label ?? value;
}
