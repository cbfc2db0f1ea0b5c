import type { StepFormView } from '#app/domain/advice/show-step.server.ts';
import { pathTo } from '#app/paths.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import type { StepAnswerView } from './next-step.tsx';
import { AttributionFields, EvidenceFields, HappenedFields, ReasonField } from './step-fields.tsx';

/** The words of one step of advice: what it moved to stays, what is said of it can be mended. */
export function StepWordsPage({ view, answer }: { view: StepFormView; answer?: StepAnswerView | undefined }) {
  const errors = answer?.errors ?? {};
  const form = answer
    ? { ...answer.form, ...(answer.conflict ? { version: view.form.version } : {}) }
    : view.form;
  const shared = { form, errors, first: Object.keys(errors)[0] ?? '', reading: view.reading };
  const back = pathTo.adviceRecord(view.ref);
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Advice', href: pathTo.advice() },
          { label: view.advice, href: back },
        ]}
        title={`The words of “${view.status}”`}
      />
      {answer?.conflict ? <StepConflict view={view} conflict={answer.conflict} /> : null}
      <Panel title="What is said of this step">
        <form
          method="post"
          action={pathTo.adviceStep(view.ref, view.step)}
          className={view.takesContribution ? 'step-form won' : 'step-form'}
        >
          <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
          <input type="hidden" name="version" value={form.version} />
          {view.needsReason ? <ReasonField {...shared} isNeeded /> : null}
          <HappenedFields {...shared} earliest={view.earliest} latest={view.latest} isFixed={view.isFirst} />
          <EvidenceFields {...shared} meetings={view.meetings} />
          <AttributionFields {...shared} />
          <div className="button-row">
            <Button type="submit" look="main" shortcut="Ctrl ↵" data-save="">
              Save the words
            </Button>
            <LinkButton href={`${back}#step-${view.step}`}>Leave them as they are</LinkButton>
          </div>
        </form>
      </Panel>
    </>
  );
}

/** What a colleague saved meanwhile, beside what is still in the form. */
function StepConflict({ view, conflict }: { view: StepFormView; conflict: string }) {
  const { form } = view;
  const saved = [form.whatChanged, form.changedBy, form.verifiedBy, form.link, form.note, form.reason];
  return (
    <Notice tone="soon">
      <p>{conflict} Below is what you wrote. What they saved is:</p>
      <p>{saved.filter(Boolean).join(' · ') || 'No words.'}</p>
    </Notice>
  );
}
