import { Fragment } from 'react';
import { formatShortDate, type Reading } from '#app/components/ui/format.ts';
import { areaClass } from '#app/components/ui/work-area-mark.tsx';
import type { InteractionLine } from '#app/domain/interactions/list-interactions.server.ts';
import { pathTo } from '#app/paths.ts';

const LEVEL_WORDS = {
  internal: '',
  confidential: 'Confidential',
  restricted: 'Restricted',
  sealed: 'Sealed',
};

/** A mission meets a dozen: its own page names them all. */
const MOST_PARTNERS = 2;

/** The rows of the list, as plain elements: a component for each cell would be most of the page's cost. */
export function interactionRows(lines: readonly InteractionLine[], reading: Reading) {
  return lines.map((line) => (
    <tr key={line.ref}>
      <td className="date" data-label="Date">
        {formatShortDate(line.on, reading)}
      </td>
      <td className="title">
        <a href={pathTo.interaction(line.ref)}>{line.summary ?? 'Sealed record'}</a>{' '}
        {line.level === 'internal' ? null : (
          <span className={`level ${line.level}`}>{LEVEL_WORDS[line.level]}</span>
        )}
        {line.state === 'held' ? null : (
          <span className="tag">{line.state === 'planned' ? 'Planned' : 'Cancelled'}</span>
        )}
        <span className="sub">{line.kind}</span>
      </td>
      <td className="wide" data-label="With">
        {line.partners.slice(0, MOST_PARTNERS).map((partner) => (
          <div key={partner.organisation?.ref ?? ''}>
            {partner.organisation ? (
              <a href={pathTo.organisation(partner.organisation.ref)}>{partner.organisation.name}</a>
            ) : null}
            {partner.people.length > 0 ? <span className="sub">{namesShown(partner.people)}</span> : null}
          </div>
        ))}
        {line.partners.length > MOST_PARTNERS ? (
          <span className="sub">and {line.partners.length - MOST_PARTNERS} more</span>
        ) : null}
      </td>
      <td className="tight" data-label="Country">
        {line.countries.map((country, index) => (
          <Fragment key={country.iso3}>
            {index > 0 ? ' ' : null}
            <a href={pathTo.country(country.iso3)} title={country.name}>
              {country.iso3}
            </a>
          </Fragment>
        ))}
      </td>
      <td className="tight" data-label="Areas">
        <span className="areas">
          {line.areas.map((area) => (
            <span key={area.code} role="img" className={areaClass(area.hue)} title={area.label}>
              {area.mark}
            </span>
          ))}
        </span>
      </td>
      <td className="tight" data-label="Gave rise to">
        {consequencesInWords(line)}
      </td>
    </tr>
  ));
}

function namesShown(names: readonly string[]): string {
  return names.length > 4 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ');
}

function consequencesInWords({ advice, commitments, followUps }: InteractionLine): string {
  return [
    advice > 0 ? `${advice} advice` : '',
    commitments > 0 ? (commitments === 1 ? '1 promise' : `${commitments} promises`) : '',
    followUps > 0 ? (followUps === 1 ? '1 follow-up' : `${followUps} follow-ups`) : '',
  ]
    .filter((words) => words !== '')
    .join(' · ');
}
