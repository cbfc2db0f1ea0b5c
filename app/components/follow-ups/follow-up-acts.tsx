import { Button } from '#app/components/ui/button.tsx';
import { formatShortDate } from '#app/components/ui/format.ts';
import { Panel } from '#app/components/ui/panel.tsx';
import { Select } from '#app/components/ui/select.tsx';
import { TextArea } from '#app/components/ui/text-area.tsx';
import { DateInput, TextInput } from '#app/components/ui/text-input.tsx';
import type { FollowUpView } from '#app/domain/follow-ups/show-follow-up.server.ts';
import { pathTo } from '#app/paths.ts';
import type { Undone } from './follow-up-page.tsx';
import { SnoozeButtons } from './snooze-buttons.tsx';

interface ActProps {
  view: FollowUpView;
  answer: Undone;
}

/** What happened, what is next, and on to logging it; of one that is done, the way to open it again. */
export function CompletionForm({ view, answer }: ActProps) {
  const { values = {}, errors = {} } = answer;
  const first = Object.keys(errors)[0];
  const of = (name: string) => ({
    name,
    defaultValue: values[name],
    error: errors[name],
    autoFocus: first === name,
  });
  return (
    <form method="post" action={pathTo.followUpCompletion(view.ref)} className="stack">
      <input type="hidden" name="back" value={pathTo.followUp(view.ref)} />
      {view.open ? (
        <>
          <TextArea {...of('outcome')} label="Outcome" optional />
          <details className="fold" open={values['nextTitle'] ? true : undefined}>
            <summary>Add the next follow-up</summary>
            <TextInput {...of('nextTitle')} label="Next follow-up" optional maxLength={300} />
            <div className="row">
              <DateInput
                {...of('nextDue')}
                label="Due"
                optional
                defaultValue={values['nextDue'] || view.nextWeek}
              />
              <Select
                {...of('nextAssignee')}
                label="Assignee"
                options={view.colleagues}
                defaultValue={values['nextAssignee'] || view.assigneeRef}
              />
            </div>
          </details>
          {view.rhythm?.next ? (
            <p className="soft">
              It comes back: the next one will be due {formatShortDate(view.rhythm.next, view.reading)}.
            </p>
          ) : null}
          <span className="button-row">
            <Button type="submit" look="main" name="act" value="complete">
              Complete
            </Button>
            {view.mayLog ? (
              <Button type="submit" name="act" value="log">
                Log the interaction
              </Button>
            ) : null}
          </span>
        </>
      ) : (
        <span className="button-row">
          <Button type="submit" name="act" value="reopen">
            Open it again
          </Button>
        </span>
      )}
    </form>
  );
}

export function SnoozeForm({ view, answer }: ActProps) {
  const back = <input type="hidden" name="back" value={pathTo.followUp(view.ref)} />;
  return (
    <Panel
      title="Snooze"
      note={view.snoozedUntil ? `until ${formatShortDate(view.snoozedUntil, view.reading)}` : null}
      id="snooze"
    >
      {view.snoozedUntil ? (
        <form method="post" action={pathTo.followUpSnooze(view.ref)}>
          {back}
          <Button type="submit" small name="act" value="wake">
            Make it due again
          </Button>
        </form>
      ) : null}
      <form method="post" action={pathTo.followUpSnooze(view.ref)}>
        {back}
        <SnoozeButtons reading={view.reading} id="day" error={answer.errors?.['until']} />
      </form>
    </Panel>
  );
}

export function AssignForm({ view, answer }: ActProps) {
  const { values = {}, errors = {} } = answer;
  return (
    <Panel title="Assign" id="assign">
      <form method="post" action={pathTo.followUpAssignment(view.ref)}>
        <input type="hidden" name="back" value={pathTo.followUp(view.ref)} />
        <Select
          name="assignee"
          label="To"
          blank="Choose a colleague"
          options={view.colleagues.filter(({ value }) => value !== view.assigneeRef)}
          defaultValue={values['assignee']}
          error={errors['assignee']}
          autoFocus={'assignee' in errors}
        />
        <TextInput
          name="note"
          label="Note"
          optional
          maxLength={300}
          defaultValue={values['note']}
          error={errors['note']}
        />
        <Button type="submit" small>
          Assign
        </Button>
      </form>
    </Panel>
  );
}
