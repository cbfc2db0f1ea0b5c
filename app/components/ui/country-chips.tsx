import { FieldSet } from './field.tsx';

interface Country {
  iso3: string;
  name: string;
  /** One of one's teams covers it. */
  near: boolean;
}

/** The countries of one's teams at hand, the others behind a fold; all of them plain checkboxes. */
export function CountryChips(props: {
  countries: readonly Country[];
  chosen: readonly string[];
  error?: string | undefined;
}) {
  const { countries } = props;
  const isNear = (one: Country) => one.near || props.chosen.includes(one.iso3);
  const chip = ({ iso3, name }: Country) => (
    <label key={iso3} className="chip">
      <input type="checkbox" name="countries" value={iso3} defaultChecked={props.chosen.includes(iso3)} />
      {name}
    </label>
  );
  return (
    <FieldSet
      field={{
        name: 'countries',
        label: 'Countries',
        optional: true,
        ...(props.error ? { error: props.error } : {}),
      }}
    >
      <div className="chips">{countries.filter(isNear).map(chip)}</div>
      <details className="fold">
        <summary>Other countries</summary>
        <div className="chips">{countries.filter((one) => !isNear(one)).map(chip)}</div>
      </details>
    </FieldSet>
  );
}
