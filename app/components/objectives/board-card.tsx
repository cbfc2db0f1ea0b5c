import type { KeyboardEvent } from 'react';
import type { ObjectiveGlance } from '#app/domain/objectives/glance-objectives.server.ts';
import { EVIDENCE_WORDS } from '#app/domain/objectives/move-form.ts';
import type { BoardStage } from '#app/domain/objectives/show-board.server.ts';
import { pathTo } from '#app/paths.ts';
import { recordTitle } from '../timeline/record-words.ts';
import { Button } from '../ui/button.tsx';
import type { Reading } from '../ui/format.ts';
import { LevelMark } from '../ui/level-mark.tsx';
import { Options } from '../ui/select.tsx';
import { Lateness } from '../ui/tag.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { WorkAreaMarks } from '../ui/work-area-mark.tsx';
import { CheckMark } from './check-mark.tsx';
import { StalledTag } from './stalled-tag.tsx';

/** One objective on the board. Its handle picks it up; without script a small form moves it. */
export function BoardCard(props: {
  card: ObjectiveGlance;
  stages: readonly BoardStage[];
  reading: Reading;
  hydrated: boolean;
  isPicked: boolean;
  isSaving: boolean;
  onPick: () => void;
  onKey: (event: KeyboardEvent<HTMLButtonElement>) => void;
  onDragStart: () => void;
  onDragEnd: () => void;
  onLeave: () => void;
}) {
  const { card, reading, isPicked } = props;
  const title = recordTitle(card, card.title);
  const drags = props.hydrated && card.mayMove;
  return (
    <li
      id={`card-${card.ref}`}
      className={isPicked ? 'card picked-up' : 'card'}
      draggable={drags}
      aria-busy={props.isSaving}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', title);
        props.onDragStart();
      }}
      onDragEnd={props.onDragEnd}
    >
      <span className="card-head">
        <span className="where">{card.country.name}</span>
        {card.area ? <WorkAreaMarks areas={[card.area]} /> : null}
        {drags ? (
          <button
            type="button"
            className="grip"
            id={`grip-${card.ref}`}
            aria-pressed={isPicked}
            aria-describedby="board-keys"
            onClick={props.onPick}
            onKeyDown={props.onKey}
            onBlur={props.onLeave}
          >
            <span aria-hidden="true">⇆</span>
            <VisuallyHidden>Move {title}</VisuallyHidden>
          </button>
        ) : null}
      </span>
      <a href={pathTo.objective(card.ref)} draggable={false}>
        {title}
      </a>
      {card.nextStep ? <span className="sub">{card.nextStep}</span> : null}
      <span className="card-foot">
        <LevelMark level={card.level} />
        <CheckMark one={card} reading={reading} />
        <StalledTag days={card.stalled} reading={reading} />
        {card.targetOn && card.meaning === 'open' ? (
          <Lateness dueOn={card.targetOn} reading={reading} />
        ) : null}
        <span className="who">{props.isSaving ? 'Saving…' : card.owner}</span>
      </span>
      {!props.hydrated && card.mayMove ? (
        <PlainMove card={card} stages={props.stages} reading={reading} />
      ) : null}
    </li>
  );
}

/** Today; what shows it is asked, and where that needs more words, the page that follows asks for them. */
function PlainMove({
  card,
  stages,
  reading,
}: {
  card: ObjectiveGlance;
  stages: readonly BoardStage[];
  reading: Reading;
}) {
  const title = recordTitle(card, card.title);
  const back = `${pathTo.objectives({ track: card.track })}#card-${card.ref}`;
  return (
    <details className="plain-move">
      <summary>
        Move <VisuallyHidden>{title}</VisuallyHidden>
      </summary>
      <form method="post" action={pathTo.objectiveMoves(card.ref)}>
        <input type="hidden" name="key" value={`${card.ref}-${card.version}`} />
        <input type="hidden" name="from" value={card.stage} />
        <input type="hidden" name="on" value={reading.today} />
        <input type="hidden" name="back" value={back} />
        <select name="stage" aria-label={`New stage of ${title}`}>
          <option value="">Choose the stage</option>
          <Options
            options={stages
              .filter(({ code }) => code !== card.stage)
              .map(({ code, label }) => ({ value: code, label }))}
          />
        </select>
        <select name="evidence" aria-label={`What shows that ${title} moved`}>
          <option value="">Shown by</option>
          <Options options={Object.entries(EVIDENCE_WORDS).map(([value, label]) => ({ value, label }))} />
        </select>
        <Button type="submit" small>
          Move
        </Button>
      </form>
      <a href={pathTo.objectiveMoves(card.ref)}>With date, evidence and note</a>
    </details>
  );
}
