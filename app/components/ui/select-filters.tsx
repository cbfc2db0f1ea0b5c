import { FilterBar, type AddableFilter } from './filter-bar.tsx';
import { Select, type Option } from './select.tsx';
import { DateInput } from './text-input.tsx';

export interface SelectFilter {
  /** The word of the address. */
  name: string;
  label: string;
  options: readonly Option[];
}

/** Filters that are each one choice of a list, or a span of days. Chips of those that are on, forms for the others. */
export function SelectFilters(props: {
  /** The address with a query. */
  at: (query: Record<string, string>) => string;
  active: readonly { name: string; value: string; label: string }[];
  filters: readonly SelectFilter[];
  /** Filters that are no choice of a list. */
  more?: readonly AddableFilter[];
  /** Offers "From" and "To". */
  days?: boolean;
  /** Words that stay as they are: what is searched for, which tab is open. */
  kept?: Record<string, string>;
}) {
  const { at, active, filters, kept = {} } = props;
  const words = (left: readonly { name: string; value: string }[]) => ({
    ...kept,
    ...Object.fromEntries(left.map(({ name, value }) => [name, value])),
  });
  const query = Object.entries(words(active)).filter(([, value]) => value !== '');
  const isOn = (name: string) => active.some((one) => one.name === name);
  const valueOf = (name: string) => active.find((one) => one.name === name)?.value;
  return (
    <FilterBar
      action={at({})}
      active={active.map((one) => ({
        label:
          one.name === 'from' ? `Since ${one.label}` : one.name === 'to' ? `Until ${one.label}` : one.label,
        removeHref: at(words(active.filter((other) => other !== one))),
      }))}
      addable={[
        ...filters
          .filter(({ name }) => !isOn(name))
          .map(({ name, label, options }) => ({
            key: name,
            label,
            names: [name],
            fields: <Select name={name} id={`filter-${name}`} label={label} options={options} />,
          })),
        ...(props.more ?? []),
        ...(props.days
          ? [
              {
                key: 'days',
                label: 'Dates',
                names: ['from', 'to'],
                fields: (
                  <>
                    <DateInput
                      name="from"
                      id="filter-from"
                      label="From"
                      optional
                      defaultValue={valueOf('from')}
                    />
                    <DateInput name="to" id="filter-to" label="To" optional defaultValue={valueOf('to')} />
                  </>
                ),
              },
            ]
          : []),
      ]}
      query={query}
      clearHref={at(words([]))}
    />
  );
}

/** Finds by name; what is filtered stays. Enter submits, and so does the button. */
export function NameSearch(props: {
  action: string;
  q: string;
  label: string;
  kept: readonly { name: string; value: string }[];
}) {
  return (
    <form method="get" action={props.action} className="name-search">
      {props.kept.map(({ name, value }) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input
        type="search"
        name="q"
        defaultValue={props.q}
        placeholder={props.label}
        aria-label={props.label}
        autoComplete="off"
        maxLength={200}
      />
      <button type="submit" className="button">
        Find
      </button>
    </form>
  );
}
