import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { ObjectiveGlance } from '#app/domain/objectives/glance-objectives.server.ts';
import type { BoardStage, ObjectiveBoard } from '#app/domain/objectives/show-board.server.ts';
import { pathTo } from '#app/paths.ts';
import { recordTitle } from '../timeline/record-words.ts';
import { Button } from '../ui/button.tsx';
import { pluralise } from '../ui/format.ts';
import { useHydrated } from '../ui/use-hydrated.ts';
import { BoardCard } from './board-card.tsx';
import { BoardFrame } from './board-frame.tsx';
import { MoveDialog, type Asking } from './move-dialog.tsx';
import { NoObjective } from './objective-table.tsx';
import { useBoardMoves, type Told } from './use-board-moves.ts';

/** A column for each stage, a card for each objective. Cards move by drag, by keys, and without script by a form. */
export function Board({ board }: { board: ObjectiveBoard }) {
  const { stages, reading } = board;
  const hydrated = useHydrated();
  const moves = useBoardMoves(board.cards);
  // by drag or by keys: which card is up, and over which stage
  const [held, setHeld] = useState<{ ref: string; over: string; byKeys: boolean } | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const lastAsked = useRef('');
  const [heard, setHeard] = useState('');
  const { told } = moves;
  const isWell = told?.kind === 'moved' || told?.kind === 'back';
  // why it was not moved is told where it was asked, as long as that is open
  const asked = told && !isWell && told.ref === asking?.ref ? told : null;
  useEffect(() => {
    if (!told) return;
    if (told.kind === 'moved') setAsking((now) => (now?.ref === told.ref ? null : now));
    // moved by a colleague meanwhile: tried again, it is moved from where it stands now
    const { stage } = told;
    if (stage !== undefined) setAsking((now) => (now?.ref === told.ref ? { ...now, from: stage } : now));
  }, [told]);
  // a card that changed its column was drawn anew, and its handle lost the focus with it
  useEffect(() => {
    if (told && document.activeElement === document.body) focusOn(told.ref);
  }, [told]);
  const cards = board.cards.map((card): ObjectiveGlance => {
    const now = moves.standingOf(card.ref);
    const stage = stages.find(({ code }) => code === now?.stage);
    if (!now || !stage || stage.code === card.stage) return card;
    return {
      ...card,
      stage: stage.code,
      stageLabel: stage.label,
      meaning: stage.meaning,
      stalled: null,
      check: null,
    };
  });
  const shift = (stage: BoardStage) =>
    cards.filter((card) => card.stage === stage.code).length -
    board.cards.filter((card) => card.stage === stage.code).length;

  const ask = (ref: string, to: string) => {
    const card = cards.find((one) => one.ref === ref);
    const stage = stages.find(({ code }) => code === to);
    setHeld(null);
    if (!card || !stage || card.stage === to) return;
    const title = `${recordTitle(card, card.title)}, ${card.country.name}`;
    moves.forget();
    lastAsked.current = ref;
    setAsking({ ref, title, from: card.stage, to: stage });
  };
  // the browser gives the focus back to a handle that may be gone with its column
  const close = () => {
    focusOn(lastAsked.current);
    setAsking(null);
  };
  const send = (fields: FormData) => {
    fields.set('key', crypto.randomUUID());
    moves.send(fields);
  };
  const pick = (card: ObjectiveGlance) => {
    if (held?.ref === card.ref) ask(card.ref, held.over);
    else {
      setHeld({ ref: card.ref, over: card.stage, byKeys: true });
      setHeard(
        `Picked up. It stands at ${card.stageLabel}. Left and right choose a stage, Enter moves it there, Escape leaves it.`,
      );
    }
  };
  const press = (event: KeyboardEvent, card: ObjectiveGlance) => {
    if (held?.ref !== card.ref) return;
    if (event.key === 'Escape') {
      setHeld(null);
      setHeard(`Left at ${card.stageLabel}.`);
      return;
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = stages.findIndex(({ code }) => code === held.over);
    const next = stages[Math.min(stages.length - 1, Math.max(0, at + step))];
    if (!next) return;
    setHeld({ ...held, over: next.code });
    setHeard(`${next.label}, ${inWords(next.count + shift(next))}.`);
    document.getElementById(`stage-${next.code}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const inWords = (count: number) =>
    pluralise(count, { one: '{n} objective', other: '{n} objectives' }, reading);
  const total = stages.reduce((sum, { count }) => sum + count, 0);

  return (
    <BoardFrame frame={{ ...board, track: board.track.code }} meta={inWords(total)}>
      <p className="unseen" id="board-keys">
        Enter picks it up. Then left and right choose a stage, Enter moves it there, Escape leaves it.
      </p>
      <p className="unseen" role="status">
        {heard}
      </p>
      <Result told={asked ? null : told} cards={cards} send={moves.send} />
      {total === 0 ? (
        <NoObjective isFiltered={board.active.length > 0} mayLog={board.mayLog} />
      ) : (
        <ol className={held ? 'board holding' : 'board'} aria-label={`Stages of ${board.track.label}`}>
          {stages.map((stage) => {
            const own = cards.filter((card) => card.stage === stage.code);
            const count = stage.count + shift(stage);
            return (
              <li
                key={stage.code}
                id={`stage-${stage.code}`}
                className={[
                  'column',
                  stage.meaning,
                  own.length === 0 ? 'vacant' : '',
                  held?.over === stage.code ? 'over' : '',
                ].join(' ')}
                onDragOver={(event) => {
                  if (!held) return;
                  event.preventDefault();
                  if (held.over !== stage.code) setHeld({ ...held, over: stage.code });
                }}
                onDrop={(event) => {
                  event.preventDefault();
                  if (held) ask(held.ref, stage.code);
                }}
              >
                <h2 title={stage.hint}>
                  {stage.label} <small>{count}</small>
                </h2>
                <ul>
                  {own.map((card) => (
                    <BoardCard
                      key={card.ref}
                      card={card}
                      stages={stages}
                      reading={reading}
                      hydrated={hydrated}
                      isPicked={held?.ref === card.ref}
                      isSaving={moves.flyingRef === card.ref}
                      onPick={() => pick(card)}
                      onKey={(event) => press(event, card)}
                      onDragStart={() => setHeld({ ref: card.ref, over: card.stage, byKeys: false })}
                      onDragEnd={() => setHeld(null)}
                      onLeave={() => setHeld((now) => (now?.byKeys && now.ref === card.ref ? null : now))}
                    />
                  ))}
                </ul>
                {count > own.length ? (
                  <a href={pathTo.objectives({ view: 'table', track: board.track.code })}>All in the table</a>
                ) : null}
              </li>
            );
          })}
        </ol>
      )}
      <MoveDialog
        asking={asking}
        told={asked}
        busy={moves.busy}
        reading={reading}
        onSend={send}
        onClose={close}
      />
    </BoardFrame>
  );
}

/** The card may stand in another column by then: its handle is found anew. */
function focusOn(ref: string): void {
  requestAnimationFrame(() => document.getElementById(`grip-${ref}`)?.focus());
}

/** How the last move went, with the way back. */
function Result(props: {
  told: Told | null;
  cards: readonly ObjectiveGlance[];
  send: (fields: FormData) => void;
}) {
  const { told, send } = props;
  const card = props.cards.find(({ ref }) => ref === told?.ref);
  const isWell = told?.kind === 'moved' || told?.kind === 'back';
  const takeBack = () => {
    const fields = new FormData();
    for (const [name, value] of Object.entries({
      ref: told?.ref ?? '',
      act: 'take-back',
      move: told?.move ?? '',
    })) {
      fields.set(name, value);
    }
    send(fields);
    focusOn(told?.ref ?? '');
  };
  return (
    <div role="status" className="board-result">
      {told && card ? (
        <div className={isWell ? 'notice good' : 'notice late'}>
          <p>
            <strong>{recordTitle(card, card.title)}</strong>: {told.words}{' '}
            {Object.values(told.errors).join(' ')}
          </p>
          {told.kind === 'moved' ? (
            <Button small onClick={takeBack}>
              Undo
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
