import type { AdviceView, StepView } from '#app/domain/advice/show-advice.server.ts';
import { pathTo } from '#app/paths.ts';
import { AttachmentList } from '../attachments/attachment-list.tsx';
import { FactList } from '../ui/definition-strip.tsx';
import { formatDate, pluralise, type Reading } from '../ui/format.ts';
import { Panel } from '../ui/panel.tsx';
import { adviceTone } from './advice-list.tsx';
import { CONTRIBUTION_WORDS, KIND_WORDS } from './step-words.ts';

/** From the meeting to what changed in practice: every step dated, with what shows it. */
export function AdviceChain({ view }: { view: AdviceView }) {
  const { origin, reading } = view;
  return (
    <Panel
      title="What came of it"
      note="each step with what shows it"
      id="chain"
      act={view.next ? <a href="#next">Say what came next</a> : null}
    >
      <ol className="chain">
        {origin ? (
          <li>
            <p className="chain-head">
              <time dateTime={origin.on}>{formatDate(origin.on, reading)}</time>{' '}
              <span className="soft">In the meeting</span>
            </p>
            <p>
              <a href={pathTo.interaction(origin.ref)}>{origin.summary || 'Sealed record'}</a>
            </p>
          </li>
        ) : null}
        {view.steps.map((step) => (
          <ChainStep key={step.ref} step={step} view={view} />
        ))}
      </ol>
    </Panel>
  );
}

function ChainStep({ step, view }: { step: StepView; view: AdviceView }) {
  const { reading } = view;
  const { texts } = step;
  const kind = step.kind ? KIND_WORDS[step.kind] : '';
  return (
    <li id={`step-${step.ref}`} className={step.meaning}>
      <p className="chain-head">
        <time dateTime={step.on}>{formatDate(step.on, reading)}</time>{' '}
        <span className={adviceTone(step.meaning)}>{step.status}</span>{' '}
        <span className="soft">{[kind, waitInWords(step.days, reading)].filter(Boolean).join(', ')}</span>
        {view.mayMove ? (
          <a className="chain-act" href={pathTo.adviceStep(view.ref, step.ref)}>
            Edit
            <span className="unseen">
              {' '}
              the words of {step.status}, {formatDate(step.on, reading)}
            </span>
          </a>
        ) : null}
      </p>
      {texts.reason ? (
        <p>
          <strong>Why:</strong> {texts.reason}
        </p>
      ) : null}
      {texts.what_changed ? <p className="words">{texts.what_changed}</p> : null}
      <FactList
        facts={[
          { term: 'Changed by', value: texts.changed_by },
          { term: 'Shown by', value: <EvidenceWords step={step} reading={reading} /> },
          {
            term: 'Our contribution',
            value: step.contribution && CONTRIBUTION_WORDS[step.contribution],
          },
          { term: 'Verified by', value: texts.verified_by },
          { term: 'Note', value: texts.note },
        ]}
      />
      {step.files ? (
        <AttachmentList
          view={step.files}
          reading={reading}
          part={{
            name: `${step.status}, ${formatDate(step.on, reading)}`,
            wanted: step.evidence === 'document',
          }}
        />
      ) : null}
    </li>
  );
}

/** What shows a step; an address is shown as text, since nothing here opens pages elsewhere. */
function EvidenceWords({ step, reading }: { step: StepView; reading: Reading }) {
  const { meeting, texts, author } = step;
  return (
    <>
      {meeting ? (
        <>
          <a href={pathTo.interaction(meeting.ref)}>{meeting.summary || 'Sealed record'}</a>
          <span className="soft">, {formatDate(meeting.on, reading)}</span>
        </>
      ) : null}
      {meeting && texts.evidence_link ? <br /> : null}
      {texts.evidence_link}
      {!meeting && !texts.evidence_link ? (
        <>
          Staff judgement <span className="soft">of {author}</span>
        </>
      ) : null}
    </>
  );
}

function waitInWords(days: number | null, reading: Reading): string {
  if (days === null) return '';
  if (days === 0) return 'on the same day';
  return pluralise(days, { one: '{n} day later', other: '{n} days later' }, reading);
}
