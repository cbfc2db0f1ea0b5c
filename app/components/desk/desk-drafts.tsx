import type { DeskPage } from '#app/domain/desk/show-desk.server.ts';
import { pathTo } from '#app/paths.ts';
import { Button } from '../ui/button.tsx';
import { formatInstant, formatList, formatTime, type Reading } from '../ui/format.ts';
import { Panel } from '../ui/panel.tsx';

/** Forms that were left before they were saved. */
export function DeskDrafts({ drafts, reading }: { drafts: DeskPage['drafts']; reading: Reading }) {
  if (drafts.length === 0) return null;
  return (
    <Panel title="Drafts" note="kept for you">
      <ul className="timeline">
        {drafts.map((draft) => (
          <li key={draft.ref}>
            <time dateTime={draft.keptAt}>{whenKept(draft.keptAt, reading)}</time>
            <div>
              <a
                href={
                  draft.subject
                    ? pathTo.editInteraction(draft.subject, { draft: draft.ref })
                    : pathTo.newInteraction({ draft: draft.ref })
                }
              >
                {draft.summary || formatList(draft.partners.slice(0, 3), reading) || 'Without a summary'}
              </a>
              <form method="post" action={pathTo.draft(draft.ref)} className="sub">
                Not saved yet{' '}
                <Button
                  type="submit"
                  small
                  look="quiet"
                  name="intent"
                  value="discard"
                  aria-label={`Discard the draft: ${draft.summary || 'without a summary'}`}
                >
                  Discard
                </Button>
              </form>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The clock where it was today, else the day. */
function whenKept(at: string, reading: Reading): string {
  const instant = formatInstant(at, reading);
  const now = formatInstant(`${reading.today}T12:00:00.000Z`, reading);
  const day = instant.replace(/,? \d{2}:\d{2}$/, '');
  return now.startsWith(day) ? formatTime(at, reading) : day.replace(` ${reading.today.slice(0, 4)}`, '');
}
