import { FilterBar } from '#app/components/ui/filter-bar.tsx';
import { formatShortDate, type Reading } from '#app/components/ui/format.ts';
import { Select, type Option } from '#app/components/ui/select.tsx';
import { DateInput } from '#app/components/ui/text-input.tsx';
import { withoutWord } from '#app/domain/interactions/without-word.ts';
import { pathTo } from '#app/paths.ts';

type Choices = readonly Option[];

const STATES = [
  { value: 'held', label: 'Held' },
  { value: 'planned', label: 'Planned' },
  { value: 'cancelled', label: 'Cancelled' },
];
const LEVELS = [
  { value: 'internal', label: 'Internal' },
  { value: 'confidential', label: 'Confidential' },
  { value: 'restricted', label: 'Restricted' },
  { value: 'sealed', label: 'Sealed' },
];
const CONSEQUENCES = [
  { value: 'advice', label: 'Advice' },
  { value: 'commitment', label: 'A promise' },
  { value: 'follow_up', label: 'A follow-up' },
];

/** The filters of the list: chips to remove, small forms to add. They need no script. */
export function ListFilters(props: {
  active: readonly { name: string; label: string }[];
  query: readonly (readonly [string, string])[];
  choices: {
    countries: Choices;
    areas: Choices;
    kinds: Choices;
    instruments: Choices;
    teams: Choices;
    authors: Choices;
  };
  reading: Reading;
}) {
  const without = (name: string) =>
    pathTo.interactions({ ...Object.fromEntries(props.query), ...withoutWord(name) });
  const valueOf = (name: string) => props.query.find(([other]) => other === name)?.[1];
  const spoken = ({ name, label }: { name: string; label: string }) => {
    if (name === 'from') return `Since ${formatShortDate(label, props.reading)}`;
    return name === 'to' ? `Until ${formatShortDate(label, props.reading)}` : label;
  };
  const select = (name: string, label: string, options: Choices) => ({
    key: name,
    label,
    names: [name],
    fields: <Select name={name} id={`filter-${name}`} label={label} options={[...options]} blank="Any" />,
  });
  const dates = {
    key: 'dates',
    label: 'Dates',
    names: ['from', 'to'],
    fields: (
      <>
        <DateInput name="from" id="filter-from" label="From" optional defaultValue={valueOf('from')} />
        <DateInput name="to" id="filter-to" label="To" optional defaultValue={valueOf('to')} />
      </>
    ),
  };
  return (
    <FilterBar
      action={pathTo.interactions()}
      active={props.active.map((one) => ({ label: spoken(one), removeHref: without(one.name) }))}
      addable={[
        select('country', 'Country', props.choices.countries),
        select('work_area', 'Work area', props.choices.areas),
        select('kind', 'Kind', props.choices.kinds),
        select('instrument', 'Instrument', props.choices.instruments),
        dates,
        select('state', 'State', STATES),
        select('sensitivity', 'Sensitivity', LEVELS),
        select('team', 'Team', props.choices.teams),
        select('author', 'Logged by', props.choices.authors),
        select('with', 'What came of it', CONSEQUENCES),
      ].filter(({ key }) => valueOf(key) === undefined)}
      query={props.query}
      clearHref={pathTo.interactions()}
    />
  );
}
