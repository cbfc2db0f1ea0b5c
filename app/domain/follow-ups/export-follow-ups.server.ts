import { setImmediate as othersTurn } from 'node:timers/promises';
import { listFollowUps } from '#db/queries/follow-up-list.ts';
import { recordOpening } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { glanceFollowUps } from './glance-follow-ups.server.ts';
import { readFollowUpQuestion, type FollowUpQuestion } from './read-follow-up-question.server.ts';

const PAGE = 500;

/**
 * The rows of the register, all of them, page by page. That they were exported, with which filter and how many, is
 * recorded when the last has been read, or the reader went away. Throws BadRequest.
 */
export async function exportFollowUps(
  context: Context,
  question: FollowUpQuestion,
): Promise<AsyncIterable<Record<string, string>>> {
  const { filter } = await readFollowUpQuestion(context, question);
  return rowsOf(context, question, filter);
}

async function* rowsOf(
  context: Context,
  question: FollowUpQuestion,
  filter: Awaited<ReturnType<typeof readFollowUpQuestion>>['filter'],
): AsyncGenerator<Record<string, string>> {
  const { db, actor } = context;
  let count = 0;
  let after: { on: string; id: number } | undefined;
  try {
    for (;;) {
      const rows = await listFollowUps(db, actor, filter, { limit: PAGE, ...(after ? { after } : {}) });
      const glances = await glanceFollowUps(context, rows);
      for (const [index, one] of glances.entries()) {
        count += 1;
        yield {
          ref: one.ref,
          due: one.dueOn,
          follow_up: one.level === 'sealed' ? 'Sealed record' : one.title,
          sensitivity: one.level,
          assignee: one.assignee,
          priority: one.priority,
          status: filter.state,
          snoozed_until: one.snoozedUntil ?? '',
          comes_back: one.recurrence ?? '',
          partner: one.partner ?? '',
          countries: one.countries.join('; '),
          done_at: rows[index]?.done_at ?? '',
          done_by: rows[index]?.done_by_name ?? '',
        };
      }
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      after = { on: (filter.state === 'snoozed' ? last.snoozed_until : null) ?? last.due_on, id: last.id };
      await othersTurn();
    }
  } finally {
    const asked = Object.entries(question).filter(([, value]) => value !== '');
    await recordOpening(context, {
      action: 'follow-ups.exported',
      noun: 'follow_up',
      id: null,
      ref: null,
      changes: { filter: [null, Object.fromEntries(asked)], rows: [null, count] },
    });
  }
}
