import { Button, LinkButton } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { formatDate, type Reading } from '#app/components/ui/format.ts';
import { Notice } from '#app/components/ui/notice.tsx';
import { PageHeader } from '#app/components/ui/page-header.tsx';
import { Panel } from '#app/components/ui/panel.tsx';
import type { FollowUpForm } from '#app/domain/follow-ups/follow-up-form.ts';
import type { openFollowUpForEdit } from '#app/domain/follow-ups/open-for-edit.server.ts';
import type { FollowUpStart } from '#app/domain/follow-ups/start-follow-up.server.ts';
import { pathTo } from '#app/paths.ts';
import { FollowUpFields } from './follow-up-fields.tsx';

interface Refused {
  form: FollowUpForm;
  errors: Record<string, string>;
}

/** A follow-up by itself, or one that comes late from a meeting. */
export function FollowUpFormPage({
  start,
  refused,
}: {
  start: FollowUpStart;
  refused?: Refused | undefined;
}) {
  const form = refused?.form ?? start.form;
  const errors = refused?.errors ?? {};
  return (
    <>
      <PageHeader crumbs={[{ label: 'Follow-ups', href: pathTo.followUps() }]} title="New follow-up" />
      <Panel title="What is to be done">
        <form method="post" className="stack">
          <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
          {/* a form that was refused is opened anew: the key of the one before may be used up */}
          <input type="hidden" name="key" value={start.form.key} />
          <input type="hidden" name="interaction" value={form.interaction} />
          {form.objective ? <input type="hidden" name="objective" value={form.objective} /> : null}
          <Origin origin={start.origin} reading={start.reading} />
          <FollowUpFields form={form} choices={start.choices} errors={errors} />
          <p className="soft">{readersInWords(start.origin !== null, Boolean(form.objective))}</p>
          <Button type="submit" look="main">
            Save follow-up
          </Button>
        </form>
      </Panel>
    </>
  );
}

function readersInWords(fromMeeting: boolean, forObjective: boolean): string {
  if (fromMeeting && forObjective) return 'Whoever sees both the meeting and the objective sees this.';
  if (fromMeeting) return 'Whoever sees the meeting sees this.';
  if (forObjective) return 'Whoever sees the objective sees this.';
  return 'All colleagues see a follow-up that comes from no meeting and no objective.';
}

type EditStart = Awaited<ReturnType<typeof openFollowUpForEdit>>;

/** An open follow-up, changed. Where a colleague saved another meanwhile, both texts are shown, and mine stand in the form. */
export function EditFollowUpPage(props: {
  followUp: string;
  start: EditStart;
  refused?: (Refused & { stale: boolean }) | undefined;
}) {
  const { followUp, start, refused } = props;
  const errors = refused?.errors ?? {};
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Follow-ups', href: pathTo.followUps() },
          { label: 'This follow-up', href: pathTo.followUp(followUp) },
        ]}
        title="Edit follow-up"
      />
      {refused?.stale ? <Meanwhile start={start} mine={refused.form} /> : null}
      <Panel title="What is to be done">
        <form method="post" className="stack">
          <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
          <input type="hidden" name="key" value={start.form.key} />
          <input type="hidden" name="version" value={start.version} />
          <Origin origin={start.origin} reading={start.reading} />
          <FollowUpFields form={refused?.form ?? start.form} choices={start.choices} errors={errors} />
          <span className="button-row">
            <Button type="submit" look="main">
              Save changes
            </Button>
            <LinkButton look="quiet" href={pathTo.followUp(followUp)}>
              Leave it as it is
            </LinkButton>
          </span>
        </form>
      </Panel>
    </>
  );
}

const COMPARED: readonly [keyof FollowUpForm, string][] = [
  ['title', 'Follow-up'],
  ['assignee', 'Assignee'],
  ['due', 'Due'],
  ['priority', 'Priority'],
  ['recurrence', 'Comes back'],
  ['recursUntil', 'Until'],
  ['workAreas', 'Work areas'],
  ['countries', 'Countries'],
];

function Meanwhile({ start, mine }: { start: EditStart; mine: FollowUpForm }) {
  const nameOf = (ref: string) => start.choices.assignees.find(({ value }) => value === ref)?.label ?? ref;
  const words = (form: FollowUpForm, field: keyof FollowUpForm) => {
    const value = form[field];
    return field === 'assignee' ? nameOf(String(value)) : [value].flat().slice().sort().join(', ');
  };
  const apart = COMPARED.filter(([field]) => words(start.form, field) !== words(mine, field));
  return (
    <Notice tone="soon">
      <p>
        A colleague saved this follow-up while you wrote. What you wrote stands in the form: save it to put it
        in place of theirs, or change it first.
      </p>
      <dl className="facts">
        {apart.map(([field, label]) => (
          <div key={field}>
            <dt>{label}</dt>
            <dd>
              Theirs: {words(start.form, field) || 'empty'}. Yours: {words(mine, field) || 'empty'}.
            </dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}

function Origin({ origin, reading }: { origin: EditStart['origin']; reading: Reading }) {
  if (!origin) return null;
  return (
    <p>
      From <a href={pathTo.interaction(origin.ref)}>{origin.summary || 'a sealed record'}</a>,{' '}
      {formatDate(origin.on, reading)}
    </p>
  );
}
