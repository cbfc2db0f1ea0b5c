import { Button } from '#app/components/ui/button.tsx';
import { formatDate } from '#app/components/ui/format.ts';
import { Panel } from '#app/components/ui/panel.tsx';
import { Select, type Option } from '#app/components/ui/select.tsx';
import { DateInput, TextInput } from '#app/components/ui/text-input.tsx';
import type { InteractionView } from '#app/domain/interactions/show-interaction.server.ts';
import { pathTo } from '#app/paths.ts';

/** What was typed and not taken, and why. */
export interface PlanFault {
  act: 'move' | 'cancel';
  errors: Record<string, string>;
  stale?: boolean;
  move?: { date: string; time: string; zone: string };
  reason?: string;
}

/** On the page of a planned interaction: another day or hour, or not at all. */
export function PlanPanel({ view }: { view: InteractionView }) {
  if (!view.mayPlan || view.state !== 'planned') return null;
  return (
    <Panel title="Planned">
      <details className="fold">
        <summary>Move it to another day or hour</summary>
        <MoveForm view={view} zones={nearZones(view)} />
      </details>
      <details className="fold">
        <summary>Cancel it</summary>
        <CancelForm view={view} />
      </details>
    </Panel>
  );
}

/** The zone that it has and the reader's own; the page of the plan has them all. */
function nearZones({ zone, reading }: InteractionView): Option[] {
  return [...new Set([zone ?? reading.zone, reading.zone, 'UTC'])].map((value) => ({
    value,
    label: value.replaceAll('_', ' '),
  }));
}

export function MoveForm(props: {
  view: InteractionView;
  fault?: PlanFault | undefined;
  zones: readonly Option[];
}) {
  const { view, zones } = props;
  const fault = props.fault?.act === 'move' ? props.fault : undefined;
  const typed = fault?.move ?? { date: view.on, time: view.time ?? '', zone: view.zone ?? view.reading.zone };
  const { errors = {} } = fault ?? {};
  const first = Object.keys(errors)[0];
  return (
    <form method="post" action={pathTo.interactionPlan(view.ref)} className="stack">
      <input type="hidden" name="act" value="move" />
      <input type="hidden" name="version" value={view.version} />
      <DateInput
        name="date"
        label="Day"
        defaultValue={typed.date}
        error={errors.date}
        autoFocus={first === 'date'}
        hint={
          view.until
            ? `It lasts until ${formatDate(view.until, view.reading)}; its last day moves along.`
            : undefined
        }
      />
      <div className="row">
        <TextInput
          name="time"
          type="time"
          label="Time"
          optional
          defaultValue={typed.time}
          error={errors.time}
          autoFocus={first === 'time'}
        />
        <Select
          name="zone"
          label="Time zone"
          options={zones}
          defaultValue={typed.zone}
          error={errors.zone}
          autoFocus={first === 'zone'}
        />
      </div>
      <div className="button-row">
        <Button type="submit" look="main">
          Move
        </Button>
        {zones.length < 10 ? <a href={pathTo.interactionPlan(view.ref)}>Another time zone</a> : null}
      </div>
    </form>
  );
}

export function CancelForm({ view, fault }: { view: InteractionView; fault?: PlanFault | undefined }) {
  const error = fault?.act === 'cancel' ? fault.errors.reason : undefined;
  return (
    <form method="post" action={pathTo.interactionPlan(view.ref)} className="stack">
      <input type="hidden" name="act" value="cancel" />
      <TextInput
        name="reason"
        label="Why"
        optional
        maxLength={300}
        defaultValue={fault?.act === 'cancel' ? fault.reason : undefined}
        error={error}
        autoFocus={error !== undefined}
        hint="It stays readable as cancelled, and never counts as contact."
      />
      <div className="button-row">
        <Button type="submit">Cancel this interaction</Button>
      </div>
    </form>
  );
}

/** Says that it was cancelled and why, with the way back. */
export function CancelledNote({ view }: { view: InteractionView }) {
  if (view.state !== 'cancelled') return null;
  return (
    <div className="notice soon" role="note">
      <p>
        {view.cancelledReason === '' ? 'This was cancelled.' : `This was cancelled: ${view.cancelledReason}`}
      </p>
      {view.mayPlan ? (
        <form method="post" action={pathTo.interactionPlan(view.ref)}>
          <Button type="submit" name="act" value="reinstate" small>
            Plan it again
          </Button>
        </form>
      ) : null}
    </div>
  );
}
