import type { AdviceView } from '#app/domain/advice/show-advice.server.ts';
import { pathTo } from '#app/paths.ts';
import { MuteButton } from '../notifications/mute-button.tsx';
import { ChangeHistory } from '../timeline/change-history.tsx';
import { FactList } from '../ui/definition-strip.tsx';
import { Flow } from '../ui/flow.tsx';
import { formatDate, formatShortDate } from '../ui/format.ts';
import { LevelMark } from '../ui/level-mark.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { RecordActs } from '../ui/record-acts.tsx';
import { WorkAreaLink } from '../ui/work-area-mark.tsx';
import { AdviceChain } from './advice-chain.tsx';
import { adviceTone, partnerHref } from './advice-list.tsx';
import { ADVICE_ACTS } from './change-words.ts';
import { NextStep, type StepAnswerView } from './next-step.tsx';

/** One piece of advice: what it says, to whom, and the chain of what came of it. */
export function AdvicePage({ view, answer }: { view: AdviceView; answer?: StepAnswerView | undefined }) {
  const { reading } = view;
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Advice', href: pathTo.advice() }]}
        title={titleOf(view.text)}
        marks={
          <>
            <LevelMark level={view.level} />
            <span className={adviceTone(view.meaning)}>{view.status}</span>
            {view.isArchived ? <span className="tag late">Archived</span> : null}
          </>
        }
        acts={
          <RecordActs
            mayRestore={view.mayRestore}
            mayChange={view.mayMove}
            edit={pathTo.editAdvice(view.ref)}
            archival={pathTo.adviceArchival(view.ref)}
          />
        }
      />
      {view.isOriginArchived ? (
        <Notice tone="soon">
          <p>The meeting in which this was given is archived, and this is put away with it.</p>
        </Notice>
      ) : null}
      {answer?.conflict ? (
        <Notice tone="soon">
          <p>{answer.conflict}</p>
        </Notice>
      ) : null}
      <div className="way">
        <Flow
          label="The way from given to practice"
          steps={view.stages.map(({ code, label, on, isCurrent }) => ({
            key: code,
            count: on === null ? '–' : formatShortDate(on, reading),
            label,
            current: isCurrent,
          }))}
        />
      </div>
      <div className="grid">
        <div className="c8 stack">
          <Panel title="What we advised">
            <p className="words">{view.text}</p>
          </Panel>
          <AdviceChain view={view} />
          {view.next ? <NextStep view={view} next={view.next} answer={answer} /> : null}
        </div>
        <div className="c4 stack">
          <Panel title="The facts">
            <Facts view={view} />
            <MuteButton noun="advice" recordRef={view.ref} muted={view.muted} />
          </Panel>
        </div>
        <div className="c12">
          <ChangeHistory history={view.history} words={ADVICE_ACTS} reading={reading} />
        </div>
      </div>
    </>
  );
}

/** The beginning of the advice: its first sentence where that is short. */
function titleOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const sentence = /^.{20,90}?[.!?](?=\s|$)/.exec(line)?.[0] ?? line;
  if (sentence.length <= 90) return sentence;
  const cut = sentence.slice(0, 90);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 60))}…`;
}

function Facts({ view }: { view: AdviceView }) {
  const { subject, objective } = view;
  const facts = [
    { term: 'Given', value: formatDate(view.on, view.reading) },
    { term: 'To', value: view.recipients.length > 0 && <Recipients view={view} /> },
    { term: 'Kind', value: view.topic },
    {
      term: 'Rests on',
      value: subject && (
        <>
          <a href={pathTo.instrument(subject.code)} title={subject.title}>
            {subject.spoken}
          </a>
          {subject.provision ? `, ${subject.provision.code}: ${subject.provision.heading}` : null}
        </>
      ),
    },
    {
      term: 'Serves',
      value: objective && (
        <a href={pathTo.objective(objective.ref)}>{objective.title || 'Sealed objective'}</a>
      ),
    },
    {
      term: 'Countries',
      value: view.countries.length > 0 && (
        <span className="inline">
          {view.countries.map(({ iso3, name }) => (
            <a key={iso3} href={pathTo.country(iso3)}>
              {name}
            </a>
          ))}
        </span>
      ),
    },
    {
      term: 'Work areas',
      value: view.areas.map((area) => (
        <div key={area.code}>
          <WorkAreaLink area={area} href={pathTo.workArea(area.code)} />
        </div>
      )),
    },
    { term: 'Recorded by', value: `${view.author}, ${view.team}` },
  ];
  return <FactList facts={facts.filter(({ value }) => value)} />;
}

function Recipients({ view }: { view: AdviceView }) {
  return (
    <>
      {view.recipients.map((partner) => (
        <div key={partner.ref}>
          <a href={partnerHref(partner)}>{partner.name}</a>
        </div>
      ))}
    </>
  );
}
