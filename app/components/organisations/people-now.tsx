import { pathTo } from '#app/paths.ts';
import { RiskMark } from '../people/risk-mark.tsx';
import { formatDate, type Reading } from '../ui/format.ts';
import { LevelMark } from '../ui/level-mark.tsx';
import { Panel } from '../ui/panel.tsx';
import type { OrganisationView } from './organisation-page.tsx';

type Member = OrganisationView['people'][number];

/** Who is there now; those who left are kept under "Earlier". */
export function PeopleNow(props: {
  people: readonly Member[];
  earlier: readonly Member[];
  reading: Reading;
}) {
  const { people, earlier, reading } = props;
  return (
    <Panel title="People" note="now">
      {people.length === 0 ? <p className="soft">Nobody is known there now.</p> : null}
      <ul className="plain rows">{people.map((one) => memberRow(one, reading))}</ul>
      {earlier.length > 0 ? (
        <details className="earlier">
          <summary>Earlier ({earlier.length})</summary>
          <ul className="plain rows">{earlier.map((one) => memberRow(one, reading))}</ul>
        </details>
      ) : null}
    </Panel>
  );
}

function memberRow(one: Member, reading: Reading) {
  return (
    <li key={`${one.ref}${one.title}${one.fromOn ?? ''}`}>
      <a href={pathTo.person(one.ref)}>{one.name}</a> <LevelMark level={one.level} />
      {one.atRisk ? <RiskMark /> : null}
      <span className="sub">
        {one.title}
        {one.untilOn ? `, until ${formatDate(one.untilOn, reading)}` : ''}
      </span>
    </li>
  );
}
