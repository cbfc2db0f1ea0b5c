import type { ObjectiveView } from '#app/domain/objectives/show-objective.server.ts';
import { formatDate } from '../ui/format.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';

/** The stages in order: those behind, the one it stands at, those to come; each with the day it was come to. */
export function StageLadder({ view }: { view: ObjectiveView }) {
  const { ladder, reading } = view;
  const shown = ladder.filter(
    ({ meaning, isCurrent }) => isCurrent || meaning === 'open' || meaning === 'positive',
  );
  return (
    <ol className="ladder">
      {shown.map((stage) => (
        <li
          key={stage.code}
          aria-current={stage.isCurrent ? 'step' : undefined}
          className={stage.isCurrent ? `here ${stage.meaning}` : stage.isBehind ? 'behind' : undefined}
          title={stage.hint}
        >
          <span className="name">{stage.label}</span>
          <span className="on">
            {stage.reachedOn && (stage.isCurrent || stage.isBehind) ? (
              <time dateTime={stage.reachedOn}>{formatDate(stage.reachedOn, reading)}</time>
            ) : stage.isBehind && stage.isOnTheWay ? (
              'passed over'
            ) : (
              ''
            )}
          </span>
          {stage.isCurrent ? <VisuallyHidden>It stands here.</VisuallyHidden> : null}
        </li>
      ))}
    </ol>
  );
}
