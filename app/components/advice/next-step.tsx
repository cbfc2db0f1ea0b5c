import type { AdviceView } from '#app/domain/advice/show-advice.server.ts';
import type { StepForm } from '#app/domain/advice/step-form.ts';
import { pathTo } from '#app/paths.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { controlProps, Field } from '../ui/field.tsx';
import { Panel } from '../ui/panel.tsx';
import { AttributionFields, EvidenceFields, HappenedFields, ReasonField } from './step-fields.tsx';
import { KIND_GROUPS } from './step-words.ts';

export interface StepAnswerView {
  form: StepForm;
  errors: Record<string, string>;
  conflict?: string;
}

type Next = NonNullable<AdviceView['next']>;

/** Says what became of the advice: one more step, whose status it then has. */
export function NextStep(props: { view: AdviceView; next: Next; answer?: StepAnswerView | undefined }) {
  const { view, next, answer } = props;
  const errors = answer?.errors ?? {};
  // after a conflict the reader has seen what the other wrote: the form is on top of that now
  const form = answer
    ? { ...answer.form, ...(answer.conflict ? { version: next.form.version } : {}) }
    : next.form;
  const shared = { form, errors, first: Object.keys(errors)[0] ?? '', reading: view.reading };
  return (
    <Panel title="What came next?" id="next">
      <form method="post" action={pathTo.adviceSteps(view.ref)} className="step-form">
        <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
        <input type="hidden" name="version" value={form.version} />
        <StatusField next={next} {...shared} />
        <ReasonField {...shared} isNeeded={false} />
        <HappenedFields {...shared} earliest={next.earliest} latest={view.reading.today} />
        <EvidenceFields {...shared} meetings={next.meetings} />
        <AttributionFields {...shared} />
        <Button type="submit" look="main" shortcut="Ctrl ↵" data-save="">
          Save this step
        </Button>
      </form>
    </Panel>
  );
}

/** The choices under what kind of move each is. */
function StatusField(props: {
  next: Next;
  form: StepForm;
  errors: Readonly<Record<string, string>>;
  first: string;
}) {
  const { next, form, errors } = props;
  const field = {
    name: 'status',
    label: 'Status',
    ...(errors['status'] ? { error: errors['status'] } : {}),
  };
  const kinds = [...new Set(next.statuses.map(({ kind }) => kind))];
  return (
    <Field field={field}>
      <select {...controlProps(field)} defaultValue={form.status} autoFocus={props.first === 'status'}>
        <option value="">Choose what became of it</option>
        {kinds.map((kind) => (
          <optgroup key={kind} label={KIND_GROUPS[kind]}>
            {next.statuses
              .filter((one) => one.kind === kind)
              .map((one) => (
                <option
                  key={one.value}
                  value={one.value}
                  data-why={one.needsReason ? '' : undefined}
                  data-won={one.takesContribution ? '' : undefined}
                >
                  {one.label}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}
