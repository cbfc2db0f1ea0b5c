import { Button, LinkButton } from '#app/components/ui/button.tsx';
import { formatInstant, formatShortDate } from '#app/components/ui/format.ts';
import { LevelMark } from '#app/components/ui/level-mark.tsx';
import { Menu } from '#app/components/ui/menu.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { PageHeader } from '#app/components/ui/page-header.tsx';
import { Panel } from '#app/components/ui/panel.tsx';
import { Lateness, Tag } from '#app/components/ui/tag.tsx';
import type { FollowUpView } from '#app/domain/follow-ups/show-follow-up.server.ts';
import { pathTo } from '#app/paths.ts';
import { MuteButton } from '../notifications/mute-button.tsx';
import { ChangeHistory } from '../timeline/change-history.tsx';
import { FOLLOW_UP_ACTS } from './change-words.ts';
import { AssignForm, CompletionForm, SnoozeForm } from './follow-up-acts.tsx';
import { FollowUpFacts } from './follow-up-facts.tsx';
import { FollowUpMarks } from './follow-up-marks.tsx';

/** Why an act was not done, and what was typed. */
export interface Undone {
  act?: string;
  conflict?: string;
  errors?: Record<string, string>;
  values?: Record<string, string>;
}

/** One thing to do, where it came from, and the places to say that it is done, later, or somebody else's. */
export function FollowUpPage({ view, answer = {} }: { view: FollowUpView; answer?: Undone | undefined }) {
  const { reading } = view;
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Follow-ups', href: pathTo.followUps() }]}
        title={view.title}
        marks={<Marks view={view} />}
        acts={<Acts view={view} />}
      />
      <Notices view={view} answer={answer} />
      <div className="grid">
        <div className="c8 stack">
          <Panel title={view.open ? 'What happened?' : 'What happened'} id="complete">
            {view.open ? null : <Told view={view} />}
            {view.mayChange ? <CompletionForm view={view} answer={answer} /> : null}
            {view.open && !view.mayChange ? <p className="soft">This is not done yet.</p> : null}
          </Panel>
          <ChangeHistory history={view.history} words={FOLLOW_UP_ACTS} reading={reading} />
        </div>
        <div className="c4 stack">
          <FollowUpFacts view={view} />
          <MuteButton noun="follow_up" recordRef={view.ref} muted={view.muted} />
          {view.open && view.mayChange ? (
            <>
              <SnoozeForm view={view} answer={answer} />
              <AssignForm view={view} answer={answer} />
            </>
          ) : null}
        </div>
      </div>
    </>
  );
}

function Marks({ view }: { view: FollowUpView }) {
  const { reading, open, snoozedUntil } = view;
  return (
    <>
      <LevelMark level={view.level} />
      {open ? <Lateness dueOn={view.dueOn} reading={reading} /> : <Tag tone="good">Done</Tag>}
      {snoozedUntil ? <Tag>Snoozed until {formatShortDate(snoozedUntil, reading)}</Tag> : null}
      <FollowUpMarks priority={view.priority} recurrence={view.rhythm?.recurrence ?? null} />
    </>
  );
}

function Acts({ view }: { view: FollowUpView }) {
  if (view.closed === 'removed') return <Archival view={view} act="restore" label="Restore" />;
  if (view.closed !== null) return null;
  return (
    <>
      {view.mayLog ? (
        <LinkButton href={pathTo.newInteraction({ follow_up: view.ref })} data-log="">
          Log interaction
        </LinkButton>
      ) : null}
      {view.mayChange && view.open ? (
        <LinkButton href={pathTo.editFollowUp(view.ref)}>Edit</LinkButton>
      ) : null}
      {view.mayChange ? (
        <Menu label="More">
          <li>
            <Archival view={view} act="archive" label="Remove this follow-up" />
          </li>
        </Menu>
      ) : null}
    </>
  );
}

function Archival({ view, act, label }: { view: FollowUpView; act: string; label: string }) {
  return (
    <form method="post" action={pathTo.followUpArchival(view.ref)}>
      <input type="hidden" name="back" value={pathTo.followUp(view.ref)} />
      <Button type="submit" name="act" value={act}>
        {label}
      </Button>
    </form>
  );
}

function Notices({ view, answer }: { view: FollowUpView; answer: Undone }) {
  const typed = answer.values?.['outcome'];
  const { handOver, reading } = view;
  return (
    <>
      {handOver ? (
        <Notice>
          <p>{handOver.note}</p>
          <p className="soft">
            {handOver.by} gave this to {view.assignee}, {formatInstant(handOver.at, reading)}
          </p>
        </Notice>
      ) : null}
      {view.closed === 'removed' ? (
        <Notice tone="soon">This was removed. It is kept with its history, and can be restored.</Notice>
      ) : null}
      {view.closed === 'meeting' ? (
        <Notice tone="soon">
          The meeting that this came from is archived: it can be read here, and changed once the meeting is
          restored.
        </Notice>
      ) : null}
      {answer.conflict && answer.conflict !== '' ? (
        <Notice tone="soon">
          <p>{answer.conflict}</p>
          {typed ? <p>What you wrote was not saved: {typed}</p> : null}
        </Notice>
      ) : null}
    </>
  );
}

function Told({ view }: { view: FollowUpView }) {
  const { logged } = view;
  return (
    <p>
      {view.outcome || (logged ? null : <span className="soft">Nothing was said.</span>)}
      {logged ? (
        <>
          {view.outcome ? ' ' : null}
          Logged as <a href={pathTo.interaction(logged.ref)}>{logged.summary}</a>
        </>
      ) : null}
      <span className="sub">
        {view.doneBy}, {formatInstant(view.doneAt ?? '', view.reading)}
      </span>
    </p>
  );
}
