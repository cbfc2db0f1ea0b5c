import { formatDate } from '#app/components/ui/format.ts';
import { LinkButton } from '#app/components/ui/button.tsx';
import { Panel } from '#app/components/ui/panel.tsx';
import { Lateness, Tag } from '#app/components/ui/tag.tsx';
import type { InteractionView } from '#app/domain/interactions/show-interaction.server.ts';
import { pathTo } from '#app/paths.ts';

const TONES = { open: 'plain', positive: 'good', negative: 'late', closed: 'plain' } as const;
const KEPT = { open: 'plain', kept: 'good', broken: 'late' } as const;
const KEPT_WORDS = { open: 'Open', kept: 'Kept', broken: 'Broken' };

export function AdvicePanel({ view }: { view: InteractionView }) {
  if (view.advice.length === 0) return null;
  return (
    <Panel title="Advice given" note={String(view.advice.length)} id="advice">
      <ul className="entries">
        {view.advice.map((one) => (
          <li key={one.ref}>
            <p>
              {one.text} <Tag tone={TONES[one.meaning]}>{one.status}</Tag>
            </p>
            <p className="sub">
              {one.topic}
              {one.instrument ? (
                <>
                  {' · '}
                  <a href={pathTo.instrument(one.instrument.code)}>{one.instrument.spoken}</a>
                  {one.provision ? `, ${one.provision.code}: ${one.provision.heading}` : null}
                </>
              ) : null}
            </p>
            {one.recipients.length > 0 ? <p className="sub">To {one.recipients.join(', ')}</p> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function CommitmentsPanel({ view }: { view: InteractionView }) {
  if (view.commitments.length === 0) return null;
  return (
    <Panel title="Commitments" note={String(view.commitments.length)} id="commitments">
      <ul className="entries">
        {view.commitments.map((one) => (
          <li key={one.ref}>
            <p>
              <strong>{one.side === 'ours' ? 'Ours' : 'Theirs'}</strong> · {one.text}{' '}
              {one.status === 'open' ? null : <Tag tone={KEPT[one.status]}>{KEPT_WORDS[one.status]}</Tag>}
            </p>
            <p className="sub">
              {one.by ? `${one.by} · ` : null}
              {one.due && one.status === 'open' ? (
                <Lateness dueOn={one.due} reading={view.reading} />
              ) : (
                formatDate(one.due, view.reading)
              )}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function FollowUpsPanel({ view }: { view: InteractionView }) {
  const partner = view.participants.find((one) => one.organisation)?.organisation?.ref;
  return (
    <Panel
      title="Follow-ups"
      note={String(view.followUps.length)}
      id="follow-ups"
      act={
        <LinkButton look="quiet" href={pathTo.newInteraction({ organisation: partner })}>
          Log what came next
        </LinkButton>
      }
    >
      {view.followUps.length === 0 ? <p className="soft">Nothing is to be done after this.</p> : null}
      <ul className="entries">
        {view.followUps.map((one) => (
          <li key={one.ref}>
            <p>
              <a href={pathTo.followUp(one.ref)}>{one.title}</a>{' '}
              {one.open ? <Lateness dueOn={one.due} reading={view.reading} /> : <Tag tone="good">Done</Tag>}
            </p>
            <p className="sub">{one.assignee}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
