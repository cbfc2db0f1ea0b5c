import { pathTo } from '#app/paths.ts';
import type { CommitmentView } from '#app/domain/commitments/show-commitment.server.ts';
import { partnerHref } from '../advice/advice-list.tsx';
import { MuteButton } from '../notifications/mute-button.tsx';
import { ChangeHistory } from '../timeline/change-history.tsx';
import { FactList } from '../ui/definition-strip.tsx';
import { formatDate, pluralise, type Reading } from '../ui/format.ts';
import { LevelMark } from '../ui/level-mark.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { Lateness, Tag } from '../ui/tag.tsx';
import { WorkAreaLink } from '../ui/work-area-mark.tsx';
import { COMMITMENT_ACTS } from './change-words.ts';
import { SettlementForms, type Unsettled } from './settlement-forms.tsx';

/** A promise: whose, by when, where it was made, and what became of it. Never deleted. */
export function CommitmentPage({
  view,
  answer = {},
}: {
  view: CommitmentView;
  answer?: Unsettled | undefined;
}) {
  const { reading, side, status } = view;
  const theirs = side === 'theirs';
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Commitments', href: pathTo.commitments() }]}
        title={theirs ? 'What they promised us' : 'What we promised them'}
        marks={
          <>
            <LevelMark level={view.level} />
            <StatusMark view={view} />
          </>
        }
      />
      {view.closed === 'removed' ? (
        <Notice tone="soon">
          This was taken out of its record. It is kept here with its history, and cannot be changed.
        </Notice>
      ) : null}
      {view.closed === 'meeting' ? (
        <Notice tone="soon">
          The meeting in which this was promised is archived: it can be read here, and changed once the
          meeting is restored.
        </Notice>
      ) : null}
      {answer.conflict ? (
        <Notice tone="soon">
          <p>{answer.conflict}</p>
          {answer.values?.reason ? <p>What you wrote was not saved: {answer.values.reason}</p> : null}
        </Notice>
      ) : null}
      <div className="grid">
        <div className="c8 stack">
          <Panel title="The promise">
            <blockquote className="promise">{view.text}</blockquote>
            {view.meeting ? (
              <p className="sub">
                Made in{' '}
                <a href={`${pathTo.interaction(view.meeting.ref)}#commitments`}>{view.meeting.summary}</a>,{' '}
                {formatDate(view.madeOn, reading)}
              </p>
            ) : (
              <p className="sub">Made {formatDate(view.madeOn, reading)}</p>
            )}
          </Panel>
          <Panel title={status === 'open' ? 'Was it kept?' : 'What became of it'}>
            {status === 'open' ? null : <Settled view={view} />}
            {view.maySettle ? <SettlementForms view={view} answer={answer} /> : null}
            {status === 'open' && !view.maySettle ? <p className="soft">It is open still.</p> : null}
          </Panel>
          <ChangeHistory
            title="History"
            isOpen
            history={view.history}
            words={COMMITMENT_ACTS}
            reading={reading}
          />
        </div>
        <div className="c4">
          <Facts view={view} />
        </div>
      </div>
    </>
  );
}

function StatusMark({ view }: { view: CommitmentView }) {
  if (view.status === 'kept') return <Tag tone="good">Kept</Tag>;
  if (view.status === 'broken') return <Tag tone="late">Broken</Tag>;
  return view.dueOn === null ? <Tag>Open</Tag> : <Lateness dueOn={view.dueOn} reading={view.reading} />;
}

/** "12 days late"; nothing where it was in time. */
export function lateWords(days: number, reading: Reading): string {
  return days === 0 ? '' : pluralise(days, { one: '{n} day late', other: '{n} days late' }, reading);
}

function Settled({ view }: { view: CommitmentView }) {
  const late = lateWords(view.daysLate, view.reading);
  return (
    <p>
      <strong>{view.status === 'kept' ? 'Kept' : 'Broken'}</strong> on{' '}
      {formatDate(view.closedOn, view.reading)}
      {late === '' ? '.' : `, ${late}.`}
      {view.reason ? <span className="sub">{view.reason}</span> : null}
    </p>
  );
}

function Facts({ view }: { view: CommitmentView }) {
  const { reading } = view;
  return (
    <Panel title="The facts">
      <FactList
        facts={[
          {
            term: 'Promised by',
            value:
              view.byUs ??
              view.by.map((partner) => (
                <a key={partner.ref} href={partnerHref(partner)}>
                  {partner.name}
                </a>
              )),
          },
          { term: 'Due', value: view.dueOn === null ? 'No date' : formatDate(view.dueOn, reading) },
          { term: 'Late', value: lateWords(view.daysLate, reading) },
          {
            term: 'Countries',
            value: view.countries.map(({ iso3, name }, index) => (
              <span key={iso3}>
                {index > 0 ? ', ' : null}
                <a href={pathTo.country(iso3)}>{name}</a>
              </span>
            )),
          },
          {
            term: 'Work areas',
            value: view.areas.map((area) => (
              <div key={area.code}>
                <WorkAreaLink area={area} href={pathTo.workArea(area.code)} />
              </div>
            )),
          },
        ]}
      />
      <MuteButton noun="commitment" recordRef={view.ref} muted={view.muted} />
      {view.mayLog && view.closed === null && view.meeting ? (
        <p className="panel-foot">
          <a href={pathTo.newFollowUp({ interaction: view.meeting.ref })}>Add a follow-up</a>
        </p>
      ) : null}
    </Panel>
  );
}
