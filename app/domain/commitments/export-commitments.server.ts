import { setImmediate as othersTurn } from 'node:timers/promises';
import { listCommitments, type CommitmentFilter, type DuePlace } from '#db/queries/commitment-list.ts';
import { recordOpening } from '../kernel/commit.server.ts';
import { today, type Context } from '../kernel/context.ts';
import { daysLate } from './days-late.ts';
import { glanceCommitments, type CommitmentGlance } from './glance-commitments.server.ts';
import { readCommitmentQuestion, SIDES, type CommitmentQuestion } from './read-commitment-question.server.ts';

const PAGE = 500;

type Row = Record<string, string | number>;

/**
 * The rows of the register, all of them, page by page. That they were exported, with which filter and how many, is
 * recorded when the last has been read, or the reader went away. Throws BadRequest.
 */
export async function exportCommitments(
  context: Context,
  question: CommitmentQuestion,
): Promise<AsyncIterable<Row>> {
  const { side, filterOf } = await readCommitmentQuestion(context, question);
  return rowsOf(context, question, (side === null ? SIDES : [side]).map(filterOf));
}

async function* rowsOf(
  context: Context,
  question: CommitmentQuestion,
  filters: readonly CommitmentFilter[],
): AsyncGenerator<Row> {
  let count = 0;
  try {
    for (const filter of filters) {
      for await (const one of glancesOf(context, filter)) {
        count += 1;
        yield rowOf(one, today(context));
      }
    }
  } finally {
    const asked = Object.entries(question).filter(([, value]) => value !== '');
    await recordOpening(context, {
      action: 'commitments.exported',
      noun: 'commitment',
      id: null,
      ref: null,
      changes: { filter: [null, Object.fromEntries(asked)], rows: [null, count] },
    });
  }
}

async function* glancesOf(context: Context, filter: CommitmentFilter): AsyncGenerator<CommitmentGlance> {
  let after: DuePlace | undefined;
  for (;;) {
    const page = { limit: PAGE, ...(after ? { after } : {}) };
    const rows = await listCommitments(context.db, context.actor, filter, page);
    yield* glanceCommitments(rows);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = { dueOn: last.due_on, id: last.id };
    await othersTurn();
  }
}

function rowOf(one: CommitmentGlance, day: string): Row {
  return {
    ref: one.ref,
    side: one.side,
    commitment: one.level === 'sealed' ? 'Sealed record' : one.text,
    sensitivity: one.level,
    by: one.byUs ?? one.by.map(({ name }) => name).join('; '),
    made: one.madeOn,
    due: one.dueOn ?? '',
    status: one.status,
    closed: one.closedOn ?? '',
    days_late: daysLate(one, day),
    interaction: one.meeting?.ref ?? '',
  };
}
