import type { DraftGlance } from '#app/domain/drafts/draft-glance.ts';
import { pathTo } from '#app/paths.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { formatInstant, formatList, type Reading } from '../../ui/format.ts';

/** Forms that were left before they were saved, to be gone on with or thrown away. */
export function DraftOffers({ drafts, reading }: { drafts: readonly DraftGlance[]; reading: Reading }) {
  if (drafts.length === 0) return null;
  return (
    <section className="notice drafts" aria-label="Your drafts">
      <h2>Not saved yet</h2>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.ref}>
            <span>
              {draft.summary || formatList(draft.partners.slice(0, 3), reading) || 'Without a summary'}
              <small className="soft"> {formatInstant(draft.keptAt, reading)}</small>
            </span>
            <LinkButton
              small
              href={
                draft.subject
                  ? pathTo.editInteraction(draft.subject, { draft: draft.ref })
                  : pathTo.newInteraction({ draft: draft.ref })
              }
            >
              Continue
            </LinkButton>
            <form method="post" action={pathTo.draft(draft.ref)}>
              <Button type="submit" small look="quiet" name="intent" value="discard">
                Discard
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
