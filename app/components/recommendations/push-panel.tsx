import type {
  PushGlance,
  RecommendationView,
} from '#app/domain/recommendations/show-recommendation.server.ts';
import { pathTo } from '#app/paths.ts';
import { Button } from '../ui/button.tsx';
import { formatShortDate, pluralise, type Reading } from '../ui/format.ts';
import { LevelMark } from '../ui/level-mark.tsx';
import { Panel } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';

export interface RefusedLink {
  error: string;
  address: string;
}

const NOUN_WORDS = { advice: 'Advice', objective: 'Objective', interaction: 'Interaction' } as const;
const HREFS = {
  advice: pathTo.adviceRecord,
  objective: pathTo.objective,
  interaction: pathTo.interaction,
} as const;

/** Our advice, objectives and meetings that push it, as far as the reader sees them, and the place to link one. */
export function PushPanel({
  view,
  refused,
}: {
  view: RecommendationView;
  refused?: RefusedLink | undefined;
}) {
  const { pushes, offers, reading } = view;
  return (
    <Panel
      id="pushes"
      title="What of ours pushes it"
      note={pluralise(pushes.length, { one: '{n} record', other: '{n} records' }, reading)}
      foot="Within your access. A link never shows a record to somebody who may not see it."
    >
      <div className="stack">
        {pushes.length === 0 ? (
          <p className="soft">Nothing that you see pushes it yet.</p>
        ) : (
          <ul className="plain rows">
            {pushes.map((push) => (
              <PushItem key={push.noun + push.ref} push={push} view={view} reading={reading} />
            ))}
          </ul>
        )}
        {view.mayKeep ? (
          <form method="post" action={pathTo.recommendationLinks(view.ref)} className="stack">
            {offers.length > 0 ? (
              <Select
                name="what"
                label="Link a record of ours"
                optional
                blank="Choose one on this country"
                options={offers.map((offer) => ({
                  value: offer.value,
                  label: offer.on ? `${formatShortDate(offer.on, reading)}: ${offer.label}` : offer.label,
                  group: NOUN_WORDS[offer.noun],
                }))}
              />
            ) : null}
            <TextInput
              name="address"
              label={offers.length > 0 ? 'Or paste the address of its page' : 'Paste the address of its page'}
              optional
              maxLength={300}
              defaultValue={refused?.address}
              error={refused?.error}
              autoFocus={refused !== undefined}
            />
            <Button type="submit" name="act" value="link">
              Link it
            </Button>
          </form>
        ) : null}
      </div>
    </Panel>
  );
}

function PushItem(props: { push: PushGlance; view: RecommendationView; reading: Reading }) {
  const { push, view, reading } = props;
  const title = push.title || 'Sealed record';
  return (
    <li>
      <span className="sub">
        {NOUN_WORDS[push.noun]}, {formatShortDate(push.on, reading)}
      </span>
      <a href={HREFS[push.noun](push.ref)}>{title}</a> <LevelMark level={push.level} />
      {view.mayKeep ? (
        <form method="post" action={pathTo.recommendationLinks(view.ref)}>
          <input type="hidden" name="what" value={`${push.noun}:${push.ref}`} />
          <Button type="submit" name="act" value="unlink" look="quiet" small>
            Unlink <VisuallyHidden>{title}</VisuallyHidden>
          </Button>
        </form>
      ) : null}
    </li>
  );
}
