import { EDITABLE } from '#app/domain/objectives/objective-form.ts';
import type { ObjectiveView } from '#app/domain/objectives/show-objective.server.ts';
import { pathTo } from '#app/paths.ts';
import { FollowUpGlances } from '../follow-ups/follow-up-glances.tsx';
import { ChangeHistory } from '../timeline/change-history.tsx';
import { recordTitle } from '../timeline/record-words.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatDate, formatShortDate } from '../ui/format.ts';
import { LevelMark } from '../ui/level-mark.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { Tag } from '../ui/tag.tsx';
import { OBJECTIVE_ACTS } from './change-words.ts';
import { MoveForm } from './move-page.tsx';
import { MoveHistory } from './move-history.tsx';
import { ObjectiveFacts } from './objective-facts.tsx';
import { StageLadder } from './stage-ladder.tsx';
import { StanceTable } from './stance-table.tsx';
import { TreatyNote } from './treaty-note.tsx';

/** What we want in a country: where it stands, how it came there, who stands where, and what we do about it. */
export function ObjectivePage({ view }: { view: ObjectiveView }) {
  const changeable = view.mayChange && view.archivedAt === null;
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Objectives', href: pathTo.objectives({ track: view.track.code }) }]}
        title={view.title}
        marks={<LevelMark level={view.level} />}
        meta={view.track.label}
        acts={<Acts view={view} />}
      />
      {view.archivedAt ? (
        <Notice tone="soon">
          <p>
            Archived {formatDate(view.archivedAt.slice(0, 10), view.reading)}. It is left out of lists and
            counts.
          </p>
        </Notice>
      ) : null}
      <TreatyNote view={view} />
      <section className="panel ladder-panel" aria-label="Stages">
        <StageLadder view={view} />
      </section>
      <div className="grid">
        <div className="c8 stack">
          <Panel
            id="stances"
            title="Who stands where"
            act={changeable ? <a href={pathTo.objectiveStances(view.ref)}>Note a stance</a> : undefined}
          >
            {view.stances.length === 0 ? (
              <EmptyState title="No stance noted yet">
                Note who is for it and who is against, and in which meeting that was seen.
              </EmptyState>
            ) : (
              <StanceTable view={view} />
            )}
          </Panel>
          <Interactions view={view} />
          <Advice view={view} />
          <Panel title="How it came here" note="moves, the latest first" id="moves">
            <MoveHistory view={view} />
          </Panel>
          <ChangeHistory
            history={view.history}
            words={OBJECTIVE_ACTS}
            labels={EDITABLE}
            reading={view.reading}
          />
        </div>
        <div className="c4 stack">
          <ObjectiveFacts view={view} />
          {changeable ? (
            <details className="panel" id="move">
              <summary>Move it to another stage</summary>
              <MoveForm view={view} values={{}} errors={{}} />
            </details>
          ) : null}
          <FollowUps view={view} />
        </div>
      </div>
    </>
  );
}

function Acts({ view }: { view: ObjectiveView }) {
  if (!view.mayChange) return null;
  const archival = (
    <form method="post" action={pathTo.objectiveArchival(view.ref)}>
      {view.archivedAt ? <input type="hidden" name="act" value="restore" /> : null}
      <Button type="submit">{view.archivedAt ? 'Restore' : 'Archive'}</Button>
    </form>
  );
  if (view.archivedAt) return archival;
  return (
    <>
      {archival}
      <LinkButton href={pathTo.editObjective(view.ref)}>Edit</LinkButton>
      {view.mayLog ? (
        <LinkButton href={pathTo.newInteraction({ objective: view.ref })}>Log interaction</LinkButton>
      ) : null}
    </>
  );
}

function Interactions({ view }: { view: ObjectiveView }) {
  return (
    <Panel title="Interactions" note="that name this objective">
      {view.interactions.length === 0 ? (
        <p className="soft">None yet. Choose this objective when you log one.</p>
      ) : (
        <ol className="timeline">
          {view.interactions.map((one) => (
            <li key={one.ref}>
              <time dateTime={one.on}>{formatShortDate(one.on, view.reading)}</time>
              <div>
                <a href={pathTo.interaction(one.ref)}>{recordTitle(one, one.summary)}</a>{' '}
                <LevelMark level={one.level} />
                <span className="sub">
                  {one.kind}
                  {one.state === 'planned' ? ' · planned' : one.state === 'cancelled' ? ' · cancelled' : ''}
                </span>
              </div>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Advice({ view }: { view: ObjectiveView }) {
  if (view.advice.length === 0) return null;
  return (
    <Panel title="Advice" note="given towards it">
      <ol className="timeline">
        {view.advice.map((one) => (
          <li key={one.ref}>
            <time dateTime={one.on}>{formatShortDate(one.on, view.reading)}</time>
            <div>
              {one.interactionRef ? (
                <a href={pathTo.interaction(one.interactionRef)}>{recordTitle(one, one.text)}</a>
              ) : (
                recordTitle(one, one.text)
              )}{' '}
              <LevelMark level={one.level} /> <Tag>{one.status}</Tag>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function FollowUps({ view }: { view: ObjectiveView }) {
  return (
    <Panel
      title="Open follow-ups"
      act={
        view.mayLog && view.archivedAt === null ? (
          <a href={pathTo.newFollowUp({ objective: view.ref })}>Add one</a>
        ) : undefined
      }
    >
      {view.followUps.length === 0 ? (
        <p className="soft">None is open.</p>
      ) : (
        <FollowUpGlances
          followUps={view.followUps}
          reading={view.reading}
          back={pathTo.objective(view.ref)}
          assignees
        />
      )}
    </Panel>
  );
}
