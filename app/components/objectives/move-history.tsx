import type { ObjectiveView } from '#app/domain/objectives/show-objective.server.ts';
import type { ToldMove } from '#app/domain/objectives/tell-moves.server.ts';
import { pathTo } from '#app/paths.ts';
import { AttachmentList } from '../attachments/attachment-list.tsx';
import { Button } from '../ui/button.tsx';
import { formatDate } from '../ui/format.ts';

/** Every move with its day and what shows it, the latest first. The last one can be taken back. */
export function MoveHistory({ view }: { view: ObjectiveView }) {
  const { moves, reading } = view;
  return (
    <ol className="timeline">
      {moves.map((move, index) => (
        <li key={move.ref}>
          <time dateTime={move.on}>{formatDate(move.on, reading)}</time>
          <div>
            {move.from === null ? (
              <>
                Began at <strong>{move.to}</strong>
              </>
            ) : (
              <>
                <strong>{move.to}</strong> <span className="soft">from {move.from}</span>
              </>
            )}
            <span className="sub">
              <EvidenceWords move={move} /> · {move.author}
            </span>
            {move.note ? <p className="said">{move.note}</p> : null}
            {move.files ? (
              <AttachmentList
                view={move.files}
                reading={reading}
                part={{
                  name: `${move.to}, ${formatDate(move.on, reading)}`,
                  wanted: move.evidence === 'document',
                }}
              />
            ) : null}
            {index === 0 && move.from !== null && view.mayChange && view.archivedAt === null ? (
              <form method="post" action={pathTo.objectiveMove(view.ref, move.ref)}>
                <Button type="submit" look="quiet" small>
                  Take this move back
                </Button>
              </form>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

function EvidenceWords({ move }: { move: ToldMove }) {
  if (move.meeting) return <a href={pathTo.interaction(move.meeting.ref)}>{move.meeting.summary}</a>;
  if (move.evidence !== 'document') return <>Staff judgement</>;
  // only what a browser can open as a page is a link: nothing else is run
  return /^https?:\/\/\S+$/i.test(move.link) ? (
    <a href={move.link} rel="noreferrer">
      {move.link}
    </a>
  ) : (
    <>{move.link}</>
  );
}
