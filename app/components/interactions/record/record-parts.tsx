import { formatShortDate } from '#app/components/ui/format.ts';
import { Panel } from '#app/components/ui/panel.tsx';
import type { InteractionView } from '#app/domain/interactions/show-interaction.server.ts';
import { pathTo } from '#app/paths.ts';

/** The meetings of a mission, the talks at a conference: shown where there are some, or where there may be. */
export function RecordParts({ view }: { view: InteractionView }) {
  const mayAdd = view.mayLog && view.until !== null && view.partOf === null && !view.archivedAt;
  if (view.parts.length === 0 && !mayAdd) return null;
  return (
    <Panel
      title="During these days"
      note={view.parts.length || null}
      act={mayAdd ? <a href={pathTo.newInteraction({ part_of: view.ref })}>Log one</a> : null}
      id="parts"
    >
      {view.parts.length === 0 ? <p className="soft">No meeting is recorded as part of this yet.</p> : null}
      <ul className="entries">
        {view.parts.map((one) => (
          <li key={one.ref}>
            <p>
              <a href={pathTo.interaction(one.ref)}>{one.summary || 'Sealed record'}</a>
            </p>
            <p className="sub">
              {one.kind} · {formatShortDate(one.on, view.reading)}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
