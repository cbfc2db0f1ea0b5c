import type { DeadlineValues } from '#app/domain/reviews/deadline-form.ts';
import type { DeadlineView } from '#app/domain/reviews/open-deadline.server.ts';
import { pathTo } from '#app/paths.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { formatDate } from '../ui/format.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';
import { Lateness, Tag } from '../ui/tag.tsx';
import { DateInput, TextInput } from '../ui/text-input.tsx';

/** One deadline of ours: what, by when, for whom. */
export function DeadlinePage(props: {
  view: DeadlineView;
  refused?: { values: DeadlineValues; errors: Record<string, string> } | undefined;
}) {
  const { view, refused } = props;
  const { review, reading } = view;
  const errors = refused?.errors ?? {};
  const values = refused?.values ?? view.values;
  const first = Object.keys(errors)[0] ?? 'due';
  const bind = (name: keyof DeadlineValues) => ({
    name,
    defaultValue: values[name],
    error: errors[name],
    autoFocus: first === name,
  });
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Reviews', href: pathTo.reviews() },
          { label: review.title, href: `${pathTo.review(review.ref)}#deadlines` },
        ]}
        title={view.values.title}
        marks={
          view.takenOut ? (
            <Tag tone="late">Taken out</Tag>
          ) : view.doneOn ? (
            <Tag tone="good">Done {formatDate(view.doneOn, reading)}</Tag>
          ) : (
            <Lateness dueOn={view.values.due} reading={reading} />
          )
        }
        meta={`${review.country.name}, due ${formatDate(view.values.due, reading)}`}
        acts={<Acts view={view} />}
      />
      {view.takenOut ? null : (
        <Panel
          title="The deadline"
          foot={
            view.byRule
              ? 'Set by our planning rule: it moves with the review until you choose another day.'
              : 'Set by hand: it stays where it is when the review moves.'
          }
        >
          <form method="post" className="stack">
            <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
            <input type="hidden" name="version" value={view.version} />
            <div className="row">
              <Select {...bind('kind')} label="What" options={view.choices.kinds} />
              <DateInput {...bind('due')} label="Due" />
              <Select
                {...bind('assignee')}
                label="For"
                optional
                blank="Nobody yet"
                options={view.choices.staff}
              />
            </div>
            <TextInput {...bind('title')} label="In your own words" optional maxLength={300} />
            <span className="button-row">
              <Button type="submit" look="main">
                Save deadline
              </Button>
              <LinkButton href={`${pathTo.review(review.ref)}#deadlines`}>Cancel</LinkButton>
            </span>
          </form>
        </Panel>
      )}
    </>
  );
}

function Acts({ view }: { view: DeadlineView }) {
  const done = view.doneOn !== null;
  return (
    <>
      {view.takenOut ? null : (
        <form method="post" action={pathTo.deadlineCompletion(view.ref)}>
          {done ? <input type="hidden" name="act" value="reopen" /> : null}
          <Button type="submit">{done ? 'Open it again' : 'Mark as done'}</Button>
        </form>
      )}
      <form method="post" action={pathTo.deadlineRemoval(view.ref)}>
        {view.takenOut ? <input type="hidden" name="act" value="restore" /> : null}
        <Button type="submit">{view.takenOut ? 'Bring it back' : 'Take it out'}</Button>
      </form>
    </>
  );
}
