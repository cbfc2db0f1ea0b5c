import type { ObjectiveView } from '#app/domain/objectives/show-objective.server.ts';
import type { MoveForm } from '#app/domain/objectives/move-form.ts';
import { pathTo } from '#app/paths.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { LevelMark } from '../ui/level-mark.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';
import { MoveFields } from './move-fields.tsx';

interface Answer {
  conflict?: string;
  errors?: Record<string, string>;
  form?: MoveForm;
}

/** A move with all its fields on a page of its own: the way without script, and where a small form was not taken. */
export function MovePage({ view, answer = {} }: { view: ObjectiveView; answer?: Answer | undefined }) {
  const errors = answer.errors ?? {};
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Objectives', href: pathTo.objectives({ track: view.track.code }) },
          { label: view.title, href: pathTo.objective(view.ref) },
        ]}
        title="Move it"
        marks={<LevelMark level={view.level} />}
        meta={`stands at ${view.stage.label}`}
      />
      {answer.conflict ? (
        <Notice tone="soon">
          <p>{answer.conflict}</p>
        </Notice>
      ) : null}
      {view.mayChange && view.archivedAt === null ? (
        <Panel title={view.title}>
          <MoveForm view={view} values={answer.form ?? {}} errors={errors} />
        </Panel>
      ) : (
        <Notice>
          <p>This objective cannot be moved by you now.</p>
        </Notice>
      )}
    </>
  );
}

/** The whole form of a move; on the page of the objective too. */
export function MoveForm(props: {
  view: ObjectiveView;
  values: Partial<MoveForm>;
  errors: Record<string, string>;
}) {
  const { view, values, errors } = props;
  return (
    <form method="post" action={pathTo.objectiveMoves(view.ref)} className="stack">
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <input type="hidden" name="key" value={view.key} />
      <input type="hidden" name="from" value={view.stage.code} />
      <Select
        name="stage"
        label="To"
        blank="Choose the stage"
        options={view.ladder
          .filter(({ isCurrent }) => !isCurrent)
          .map(({ code, label }) => ({ value: code, label }))}
        defaultValue={values.stage}
        error={errors['stage']}
        autoFocus={errors['stage'] !== undefined}
      />
      <MoveFields values={values} errors={errors} meetings={view.evidence} reading={view.reading} />
      <div className="button-row">
        <Button type="submit" look="main">
          Move
        </Button>
        {Object.keys(errors).length > 0 ? (
          <LinkButton href={pathTo.objective(view.ref)}>Cancel</LinkButton>
        ) : null}
      </div>
    </form>
  );
}
