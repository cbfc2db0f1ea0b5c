import type { DeskPage } from '#app/domain/desk/show-desk.server.ts';
import { pathTo } from '#app/paths.ts';
import { FollowUpGlances } from '../follow-ups/follow-up-glances.tsx';
import { InteractionTimeline } from '../timeline/interaction-timeline.tsx';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatLongDate, pluralise } from '../ui/format.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { DeskDeadlines } from './desk-deadlines.tsx';
import { DeskDrafts } from './desk-drafts.tsx';
import { DeskObjectives } from './desk-objectives.tsx';
import { PlannedMeetings } from './planned-meetings.tsx';

/** What waits for the reader today. */
export function Desk({ desk }: { desk: DeskPage }) {
  const { reading } = desk;
  return (
    <>
      <PageHeader title={formatLongDate(reading.today, reading)} />
      {!desk.readsRecords ? <AdministratorDesk /> : desk.hasTeam ? null : <Teamless />}
      {desk.readsRecords ? (
        <div className="grid">
          <div className="c7 stack">
            <Due desk={desk} />
            <DeskDeadlines deadlines={desk.deadlines} reading={reading} />
            <PlannedMeetings planned={desk.planned} reading={reading} />
          </div>
          <div className="c5 stack">
            <DeskDrafts drafts={desk.drafts} reading={reading} />
            <DeskObjectives desk={desk} />
            <Panel title="New in your countries" act={<a href={pathTo.interactions()}>See all</a>}>
              {desk.latest.length === 0 ? (
                <EmptyState
                  title="Nothing yet"
                  acts={
                    desk.mayLog ? (
                      <LinkButton look="main" href={pathTo.newInteraction()} shortcut="n">
                        Log your first interaction
                      </LinkButton>
                    ) : null
                  }
                >
                  Meetings, calls and letters on the countries of your teams appear here.
                </EmptyState>
              ) : (
                <InteractionTimeline entries={desk.latest} reading={reading} countries />
              )}
            </Panel>
          </div>
        </div>
      ) : null}
    </>
  );
}

function Due({ desk: { due, dueNow, reading } }: { desk: DeskPage }) {
  return (
    <Panel
      title="Due"
      note={pluralise(dueNow, { one: '{n} today or late', other: '{n} today or late' }, reading)}
      act={<a href={pathTo.followUps()}>All my follow-ups</a>}
    >
      {due.length === 0 ? (
        <EmptyState title="Nothing is due this week">
          Follow-ups that you take on in a meeting appear here as their day comes near.
        </EmptyState>
      ) : (
        <FollowUpGlances followUps={due} reading={reading} back={pathTo.desk()} countries />
      )}
    </Panel>
  );
}

function Teamless() {
  return (
    <EmptyState title="You are in no team yet">
      Ask an administrator to add you to one. Then you can log interactions, and see what is new in its
      countries.
    </EmptyState>
  );
}

/** An account that is only administrator reads no record. */
function AdministratorDesk() {
  return (
    <EmptyState
      title="You run Rapport, and read no records"
      acts={<LinkButton href={pathTo.accounts()}>Accounts and teams</LinkButton>}
    >
      An administrator looks after accounts, teams and lists. Meeting notes are for the teams.
    </EmptyState>
  );
}
