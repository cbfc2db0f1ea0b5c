import type { DeadlinePreview } from '#app/domain/reviews/preview-deadlines.server.ts';
import { pathTo } from '#app/paths.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { formatDate, pluralise, type Reading } from '../ui/format.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';
import { Tag } from '../ui/tag.tsx';
import { DateInput, TextInput } from '../ui/text-input.tsx';

/** What was posted from this page and not taken. */
export interface RefusedPlan {
  act: string;
  errors: Record<string, string>;
  chosen: string[];
  due: Record<string, string>;
  values: { kind: string; title: string; due: string; assignee: string };
}

/** What planning back would set, shown before it is set; what would move; and one deadline by hand. */
export function PlanPage({
  preview,
  refused,
}: {
  preview: DeadlinePreview;
  refused?: RefusedPlan | undefined;
}) {
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Reviews', href: pathTo.reviews() },
          { label: preview.title, href: pathTo.review(preview.ref) },
        ]}
        title="Plan our deadlines"
        meta={`${preview.country.name}, begins ${formatDate(preview.startsOn, preview.reading)}`}
      />
      <div className="stack">
        {preview.moving.length > 0 ? <MovePanel preview={preview} /> : null}
        <PlanBack preview={preview} refused={refused?.act === 'plan' ? refused : undefined} />
        <ByHand preview={preview} refused={refused?.act === 'add' ? refused : undefined} />
      </div>
    </>
  );
}

function PlanBack({ preview, refused }: { preview: DeadlinePreview; refused?: RefusedPlan | undefined }) {
  const { planned, reading, today } = preview;
  const open = planned.filter(({ keptOn }) => keptOn === null);
  const errors = refused?.errors ?? {};
  return (
    <Panel
      id="plan"
      title="Planned back from the review"
      note={
        open.length === 0
          ? undefined
          : pluralise(open.length, { one: '{n} can be set', other: '{n} can be set' }, reading)
      }
      foot="These are our own planning rules, not facts about the body: the notice of the session goes before them."
    >
      {preview.plannedFrom === null ? (
        <EmptyState
          title="The review has no date yet"
          acts={<LinkButton href={pathTo.editReview(preview.ref)}>Give it a date</LinkButton>}
        >
          A year or a month is enough to plan back from.
        </EmptyState>
      ) : open.length === 0 ? (
        <p className="soft">
          Every deadline that our rules know of is set already. They are kept as they are.
        </p>
      ) : (
        <form method="post" className="stack">
          <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
          <input type="hidden" name="key" value={preview.keys.plan} />
          <p>
            Counted from {formatDate(preview.plannedFrom, reading)}
            {preview.startsOn === preview.plannedFrom ? '.' : ', the first day on which it may begin.'}{' '}
            Nothing is set until you say so.
          </p>
          <DataTable
            caption="What will be set"
            columns={[
              { label: 'Set', className: 'pick' },
              { label: 'Deadline' },
              { label: 'Due' },
              { label: 'Why then' },
            ]}
          >
            {planned.map((one) => {
              const over = one.dueOn < today;
              const chosen = refused ? refused.chosen.includes(one.kind) : !over;
              return (
                <tr key={one.kind}>
                  <td className="pick">
                    {one.keptOn === null ? (
                      <label>
                        <input
                          type="checkbox"
                          name="kinds"
                          value={one.kind}
                          defaultChecked={chosen}
                          aria-label={`Set: ${one.title}`}
                        />
                      </label>
                    ) : null}
                  </td>
                  <td className="title">
                    {one.title}
                    <span className="sub">{distance(one.daysBefore, reading)}</span>
                  </td>
                  <td className="full">
                    {one.keptOn === null ? (
                      <>
                        <input
                          type="date"
                          name={`due.${one.kind}`}
                          id={`due.${one.kind}`}
                          defaultValue={refused?.due[one.kind] ?? one.dueOn}
                          aria-label={`Due: ${one.title}`}
                          aria-invalid={errors[`due.${one.kind}`] ? true : undefined}
                        />
                        {over ? <Tag tone="late">This day is over</Tag> : null}
                      </>
                    ) : (
                      <Tag>Kept: {formatDate(one.keptOn, reading)}</Tag>
                    )}
                  </td>
                  <td className="full">
                    <span className="sub">{one.note}.</span>
                  </td>
                </tr>
              );
            })}
          </DataTable>
          <div className="form-narrow">
            <Select
              name="assignee"
              id="plan-assignee"
              label="For"
              optional
              blank="Nobody yet"
              options={preview.choices.staff}
              defaultValue={refused?.values.assignee ?? preview.assignee}
            />
          </div>
          <Button type="submit" name="act" value="plan" look="main">
            Set these deadlines
          </Button>
        </form>
      )}
    </Panel>
  );
}

function distance(daysBefore: number, reading: Reading): string {
  return daysBefore >= 0
    ? pluralise(daysBefore, { one: '{n} day before', other: '{n} days before' }, reading)
    : pluralise(-daysBefore, { one: '{n} day after', other: '{n} days after' }, reading);
}

function MovePanel({ preview }: { preview: DeadlinePreview }) {
  const { moving, reading } = preview;
  return (
    <Panel id="move" title="The review has moved" note="deadlines planned for its earlier date">
      <form method="post" className="stack">
        <DataTable
          caption="What would move"
          columns={[
            { label: 'Move', className: 'pick' },
            { label: 'Deadline' },
            { label: 'Due now' },
            { label: 'Would be due' },
          ]}
        >
          {moving.map((one) => (
            <tr key={one.ref}>
              <td className="pick">
                <label>
                  <input
                    type="checkbox"
                    name="deadlines"
                    value={one.ref}
                    defaultChecked
                    aria-label={`Move: ${one.title}`}
                  />
                </label>
              </td>
              <td className="title">{one.title}</td>
              <td data-label="Due now">{formatDate(one.dueOn, reading)}</td>
              <td data-label="Would be due">{formatDate(one.movesTo, reading)}</td>
            </tr>
          ))}
        </DataTable>
        <span className="button-row">
          <Button type="submit" name="act" value="move" look="main">
            Move these deadlines
          </Button>
          <LinkButton href={pathTo.review(preview.ref)}>Leave them where they are</LinkButton>
        </span>
      </form>
    </Panel>
  );
}

function ByHand({ preview, refused }: { preview: DeadlinePreview; refused?: RefusedPlan | undefined }) {
  const errors = refused?.errors ?? {};
  return (
    <Panel title="One by hand" note="it stays where you put it, also when the review moves">
      <form method="post" className="stack" noValidate>
        <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
        <input type="hidden" name="key" value={preview.keys.hand} />
        <div className="row">
          <Select
            name="kind"
            label="What"
            options={preview.choices.kinds}
            defaultValue={refused?.values.kind}
            error={errors['kind']}
          />
          <DateInput
            name="due"
            label="Due"
            defaultValue={refused?.values.due}
            error={errors['due']}
            autoFocus={refused !== undefined}
          />
          <Select
            name="assignee"
            label="For"
            optional
            blank="Nobody yet"
            options={preview.choices.staff}
            defaultValue={refused?.values.assignee ?? preview.assignee}
            error={errors['assignee']}
          />
        </div>
        <TextInput
          name="title"
          label="In your own words"
          optional
          maxLength={300}
          defaultValue={refused?.values.title}
          error={errors['title']}
        />
        <Button type="submit" name="act" value="add">
          Set this deadline
        </Button>
      </form>
    </Panel>
  );
}
