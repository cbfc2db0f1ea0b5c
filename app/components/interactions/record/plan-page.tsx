import { ZONES } from '#app/components/accounts/zones.ts';
import { LinkButton } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { formatDate } from '#app/components/ui/format.ts';
import { Notice } from '#app/components/ui/notice.tsx';
import { PageHeader } from '#app/components/ui/page-header.tsx';
import { Panel } from '#app/components/ui/panel.tsx';
import type { InteractionView } from '#app/domain/interactions/show-interaction.server.ts';
import { pathTo } from '#app/paths.ts';
import { CancelForm, MoveForm, type PlanFault } from './plan-forms.tsx';

/** A planned interaction moved or cancelled, with every time zone to choose from; also seen where that was refused. */
export function PlanPage({ view, answer }: { view: InteractionView; answer?: PlanFault | undefined }) {
  const errors = Object.entries(answer?.errors ?? {}).map(([field, message]) => ({ field, message }));
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Interactions', href: pathTo.interactions() },
          { label: view.summary, href: pathTo.interaction(view.ref) },
        ]}
        title="Move or cancel"
        meta={`${view.kind}, ${whenInWords(view)}`}
      />
      <ErrorSummary errors={errors} />
      {answer?.stale ? (
        <Notice tone="soon">
          <p>
            A colleague changed this meanwhile. It now stands on {whenInWords(view)}. What you chose is below:
            move it there, or leave it as it is.
          </p>
        </Notice>
      ) : null}
      {view.state === 'planned' && view.mayPlan ? (
        <div className="grid">
          <div className="c6">
            <Panel title="Move it">
              <MoveForm view={view} fault={answer} zones={ZONES} />
            </Panel>
          </div>
          <div className="c6">
            <Panel title="Cancel it">
              <CancelForm view={view} fault={answer} />
            </Panel>
          </div>
        </div>
      ) : (
        <Notice>
          <p>
            Only what is planned can be moved or cancelled, by its author, the staff who attend and the owning
            team.
          </p>
          <LinkButton href={pathTo.interaction(view.ref)}>Back to the record</LinkButton>
        </Notice>
      )}
    </>
  );
}

function whenInWords({ on, until, time, zone, reading }: InteractionView): string {
  const days = until
    ? `${formatDate(on, reading)} to ${formatDate(until, reading)}`
    : formatDate(on, reading);
  return time ? `${days}, ${time} (${zone ?? ''})` : days;
}
