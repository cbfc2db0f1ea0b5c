import type { ObjectiveView } from '#app/domain/objectives/show-objective.server.ts';
import type { PartnerStances, ToldStance } from '#app/domain/objectives/tell-stances.server.ts';
import { pathTo } from '#app/paths.ts';
import { Button } from '../ui/button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { formatDate, type Reading } from '../ui/format.ts';
import { Tag } from '../ui/tag.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';

const SCALE = ['strongly_against', 'against', 'neutral', 'for', 'strongly_for'];

/** Where each partner stands now, where they stood before, and in which meeting that was seen. */
export function StanceTable({ view }: { view: ObjectiveView }) {
  return (
    <DataTable
      caption="Stances of partners, those seen last first"
      columns={[{ label: 'Partner' }, { label: 'Against to for' }, { label: 'Now' }, { label: 'Seen' }]}
    >
      {view.stances.map((partner) => (
        <tr key={partner.key} id={`stance-${partner.partnerRef}`}>
          <td className="title">
            <a
              href={
                partner.kind === 'person'
                  ? pathTo.person(partner.partnerRef)
                  : pathTo.organisation(partner.partnerRef)
              }
            >
              {partner.name}
            </a>
          </td>
          <td>
            <StancePath partner={partner} />
          </td>
          <td className="tight">
            <Tag tone={toneOf(partner.latest.stance)}>{partner.latest.label}</Tag>
            <Before partner={partner} reading={view.reading} />
          </td>
          <td>
            <Seen stance={partner.latest} reading={view.reading} />
            {view.mayChange && view.archivedAt === null ? (
              <form method="post" action={pathTo.objectiveStance(view.ref, partner.latest.ref)}>
                <Button type="submit" look="quiet" small>
                  Take out <VisuallyHidden>what was noted of {partner.name}</VisuallyHidden>
                </Button>
              </form>
            ) : null}
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

export function toneOf(stance: string): 'good' | 'late' | 'plain' {
  if (stance === 'for' || stance === 'strongly_for') return 'good';
  return stance === 'against' || stance === 'strongly_against' ? 'late' : 'plain';
}

/** Five places from strongly against to strongly for: a ring where they stood, a dot where they stand. */
function StancePath({ partner }: { partner: PartnerStances }) {
  const path = [partner.latest, ...partner.before]
    .map(({ stance }) => SCALE.indexOf(stance))
    .filter((at) => at >= 0);
  const [now] = path;
  const x = (at: number) => 10 + at * 24;
  const nowIsKnown = SCALE.includes(partner.latest.stance);
  return (
    <svg className="stance-path" viewBox="0 0 116 20" width="116" height="20" aria-hidden="true">
      <line x1={x(0)} y1="10" x2={x(4)} y2="10" className="axis" />
      {SCALE.map((code, at) => (
        <line
          key={code}
          x1={x(at)}
          y1={at === 2 ? 5 : 7}
          x2={x(at)}
          y2={at === 2 ? 15 : 13}
          className="axis"
        />
      ))}
      {path.length > 1 ? (
        <line x1={x(Math.min(...path))} y1="10" x2={x(Math.max(...path))} y2="10" className="way" />
      ) : null}
      {[...new Set(path)].map((at) => (
        <circle key={at} cx={x(at)} cy="10" r="4" className="before" />
      ))}
      {now !== undefined && nowIsKnown ? (
        <circle cx={x(now)} cy="10" r="6" className={`now ${toneOf(partner.latest.stance)}`} />
      ) : null}
    </svg>
  );
}

function Before({ partner, reading }: { partner: PartnerStances; reading: Reading }) {
  if (partner.before.length === 0) return null;
  return (
    <span className="sub">
      {partner.before.slice(0, 3).map((stance, index) => (
        <span key={stance.ref}>
          {index > 0 ? '; ' : 'before: '}
          {stance.label}, {formatDate(stance.on, reading)}
        </span>
      ))}
    </span>
  );
}

function Seen({ stance, reading }: { stance: ToldStance; reading: Reading }) {
  return (
    <>
      {formatDate(stance.on, reading)}
      {stance.meeting ? (
        <span className="sub">
          <a href={pathTo.interaction(stance.meeting.ref)}>{stance.meeting.summary}</a>
        </span>
      ) : (
        <span className="sub">{stance.author}</span>
      )}
      {stance.note ? <span className="sub">{stance.note}</span> : null}
    </>
  );
}
