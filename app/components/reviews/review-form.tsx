import type { Clash } from '#app/domain/reviews/edit-review.server.ts';
import type { ReviewValues } from '#app/domain/reviews/review-form.ts';
import type { ReviewEditView, startReview } from '#app/domain/reviews/start-review.server.ts';
import { pathTo } from '#app/paths.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { formatInstant, type Reading } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { ReviewFields } from './review-fields.tsx';

interface Refused {
  values: ReviewValues;
  errors?: Record<string, string> | undefined;
  /** Two people changed the same fields: saving again keeps what is in the form. */
  clash?: Clash<ReviewValues> | undefined;
  version?: number | undefined;
  base?: ReviewValues | undefined;
}

const errorList = (errors: Record<string, string>) =>
  Object.entries(errors).map(([field, message]) => ({ field, message }));

export function NewReviewPage(props: {
  start: Awaited<ReturnType<typeof startReview>>;
  refused?: Refused | undefined;
}) {
  const { start, refused } = props;
  const errors = refused?.errors ?? {};
  return (
    <>
      <PageHeader crumbs={[{ label: 'Reviews', href: pathTo.reviews() }]} title="Add a review" />
      <Panel title="The review">
        <form method="post" className="stack form-narrow">
          <ErrorSummary errors={errorList(errors)} />
          {/* a form that was refused is opened anew: the key of the one before may be used up */}
          <input type="hidden" name="key" value={start.key} />
          <ReviewFields
            values={refused?.values ?? start.values}
            errors={errors}
            choices={start.choices}
            calendar={null}
          />
          <Button type="submit" look="main">
            Save review
          </Button>
        </form>
      </Panel>
    </>
  );
}

export function EditReviewPage({ view, refused }: { view: ReviewEditView; refused?: Refused | undefined }) {
  const errors = refused?.errors ?? {};
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Reviews', href: pathTo.reviews() },
          { label: view.values.title, href: pathTo.review(view.ref) },
        ]}
        title="Edit the review"
      />
      <Panel title={view.values.title}>
        <form method="post" className="stack form-narrow">
          <ErrorSummary errors={errorList(errors)} />
          {refused?.clash ? <ClashNotice clash={refused.clash} reading={view.reading} /> : null}
          {view.calendar ? (
            <p className="soft">
              This review comes from the calendar of the universal periodic review, which says{' '}
              {view.calendar.dated ? 'what it is and when.' : 'what it is; it has no date of it yet.'}
            </p>
          ) : null}
          <input type="hidden" name="version" value={refused?.version ?? view.version} />
          <input type="hidden" name="base" value={JSON.stringify(refused?.base ?? view.values)} />
          <ReviewFields
            values={refused?.values ?? view.values}
            errors={errors}
            choices={view.choices}
            calendar={view.calendar}
          />
          <span className="button-row">
            <Button type="submit" look="main">
              Save review
            </Button>
            <LinkButton href={pathTo.review(view.ref)}>Cancel</LinkButton>
          </span>
        </form>
      </Panel>
    </>
  );
}

/** What a colleague wrote into the same fields meanwhile, beside what is in the form. */
export function ClashNotice<T>({ clash, reading }: { clash: Clash<T>; reading: Reading }) {
  return (
    <Notice tone="soon">
      <p>
        <strong>Not saved yet.</strong> {clash.by} changed the same fields, {formatInstant(clash.at, reading)}
        . What you wrote is in the form below: take over theirs where you agree, then save again.
      </p>
      <dl className="facts">
        {clash.fields.map(({ name, mine, theirs }) => (
          <div key={String(name)}>
            <dt>{String(name)}</dt>
            <dd>
              Theirs: {theirs || 'left empty'}. Yours: {mine || 'left empty'}.
            </dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}
