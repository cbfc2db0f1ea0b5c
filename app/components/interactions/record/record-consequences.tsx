import { formatDate } from '#app/components/ui/format.ts';
import { Panel } from '#app/components/ui/panel.tsx';
import { Lateness, Tag } from '#app/components/ui/tag.tsx';
import { TodoList } from '#app/components/ui/todo-list.tsx';
import type { InteractionView } from '#app/domain/interactions/show-interaction.server.ts';
import { pathTo } from '#app/paths.ts';

const TONES = { open: 'plain', positive: 'good', negative: 'late', closed: 'plain' } as const;
const KEPT = { open: 'plain', kept: 'good', broken: 'late' } as const;
const KEPT_WORDS = { open: 'Open', kept: 'Kept', broken: 'Broken' };

function partnerPath({ noun, ref }: { noun: string; ref: string }): string {
  return noun === 'person' ? pathTo.person(ref) : pathTo.organisation(ref);
}

export function AdvicePanel({ view }: { view: InteractionView }) {
  const mayAdd = view.mayEdit && !view.archivedAt && view.state === 'held';
  if (view.advice.length === 0 && !mayAdd) return null;
  return (
    <Panel
      title="Advice given"
      note={view.advice.length || null}
      act={mayAdd ? <a href={pathTo.newAdvice({ interaction: view.ref })}>Add one</a> : null}
      id="advice"
    >
      {view.advice.length === 0 ? <p className="soft">No advice was recorded.</p> : null}
      <ul className="entries">
        {view.advice.map((one) => (
          <li key={one.ref}>
            <p>
              <a href={pathTo.adviceRecord(one.ref)}>{one.text}</a>{' '}
              <Tag tone={TONES[one.meaning]}>{one.status}</Tag>
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
            {one.recipients.length > 0 ? (
              <p className="sub">
                To{' '}
                {one.recipients.map((recipient, index) => (
                  <span key={recipient.ref}>
                    {index > 0 ? ', ' : null}
                    <a href={partnerPath(recipient)}>{recipient.name}</a>
                  </span>
                ))}
              </p>
            ) : null}
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
              <strong>{one.side === 'ours' ? 'Ours' : 'Theirs'}</strong> ·{' '}
              <a href={pathTo.commitment(one.ref)}>{one.text}</a>{' '}
              {one.status === 'open' ? null : <Tag tone={KEPT[one.status]}>{KEPT_WORDS[one.status]}</Tag>}
            </p>
            <p className="sub">
              {one.by ? (
                <>
                  {one.by.noun === 'account' ? one.by.name : <a href={partnerPath(one.by)}>{one.by.name}</a>}
                  {' · '}
                </>
              ) : null}
              {one.due && one.status === 'open' ? (
                <Lateness dueOn={one.due} reading={view.reading} />
              ) : (
                formatDate(one.due, view.reading)
              )}
            </p>
            {one.reason ? <p className="sub">{one.reason}</p> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function FollowUpsPanel({ view }: { view: InteractionView }) {
  const back = `${pathTo.interaction(view.ref)}#follow-ups`;
  return (
    <Panel
      title="Follow-ups"
      note={view.followUps.length || null}
      act={
        view.mayLog && !view.archivedAt ? (
          <>
            {view.followUps.some(({ open, mayComplete }) => open && mayComplete) ? (
              <>
                <a href={pathTo.moveFollowUps({ interaction: view.ref })}>Move their dates</a>{' '}
              </>
            ) : null}
            <a href={pathTo.newFollowUp({ interaction: view.ref })}>Add one</a>
          </>
        ) : null
      }
      id="follow-ups"
    >
      {view.followUps.length === 0 ? <p className="soft">Nothing is to be done after this.</p> : null}
      <TodoList
        reading={view.reading}
        todos={view.followUps.map((one) => ({
          key: one.ref,
          title: one.title,
          href: pathTo.followUp(one.ref),
          dueOn: one.open ? one.due : null,
          sub: [one.assignee, one.outcome].filter(Boolean).join(' · '),
          completeAction: one.open && one.mayComplete ? pathTo.followUpCompletion(one.ref) : undefined,
          back,
          done: !one.open,
          marks: one.open ? null : <Tag tone="good">Done</Tag>,
        }))}
      />
    </Panel>
  );
}
