import type { RecommendationValues } from '#app/domain/recommendations/recommendation-form.ts';
import { RESPONSES, RESPONSE_WORDS } from '#app/domain/recommendations/responses.ts';
import type { RecommendationsStart } from '#app/domain/recommendations/start-recommendations.server.ts';
import { pathTo } from '#app/paths.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { CheckboxChips } from '../ui/checkbox-chips.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { pluralise } from '../ui/format.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { DateInput } from '../ui/text-input.tsx';
import { PastedRows } from './pasted-rows.tsx';

/** What a post of the page came to: the rows that were read, and what was not taken. */
export interface PastedAnswer {
  pasted: string;
  /** What holds for all rows: instrument and date of the answer; work areas and answer until a row says otherwise. */
  common: RecommendationValues;
  rows: PastedValues[];
  /** By field; of a row by its place in `rows`: `row.3.text`. */
  errors: Record<string, string>;
}

/** The values of a row; `isLeft` where it was ticked off, not to be saved. */
export type PastedValues = RecommendationValues & { isLeft?: boolean };

const responseOptions = RESPONSES.map((value) => ({ value, label: RESPONSE_WORDS[value] }));

/** First the list is pasted, then its rows are looked over and saved: two plain posts. */
export function PastePage({
  start,
  answer,
}: {
  start: RecommendationsStart;
  answer?: PastedAnswer | undefined;
}) {
  const { review } = start;
  const rows = answer?.rows ?? [];
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Reviews', href: pathTo.reviews() },
          { label: review.title, href: `${pathTo.review(review.ref)}#recommendations` },
        ]}
        title="Add recommendations"
        meta={review.country.name}
      />
      {rows.length > 0 && answer ? (
        <Confirm start={start} answer={answer} />
      ) : (
        <Paste start={start} answer={answer} />
      )}
    </>
  );
}

function Paste({ start, answer }: { start: RecommendationsStart; answer?: PastedAnswer | undefined }) {
  const errors = answer?.errors ?? {};
  return (
    <Panel title="From the report" note="nothing is saved before you have seen the rows">
      <form method="post" className="stack">
        <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
        <TextArea
          tall
          name="pasted"
          label="Recommendations"
          defaultValue={answer?.pasted}
          error={errors['pasted']}
          autoFocus
          hint={
            start.review.byStates
              ? 'One a line, or numbered ones that run over several lines. A State in brackets at the end is taken as the one that recommends.'
              : 'One a line, or numbered ones that run over several lines.'
          }
        />
        <FieldsOfAll start={start} common={answer?.common} errors={errors} />
        <Button type="submit" name="act" value="read" look="main">
          Read the list
        </Button>
      </form>
    </Panel>
  );
}

function FieldsOfAll(props: {
  start: RecommendationsStart;
  common: RecommendationValues | undefined;
  errors: Record<string, string>;
}) {
  const { start, common, errors } = props;
  return (
    <>
      <CheckboxChips
        name="workAreas"
        label="Work areas of all"
        optional
        hint="Choose them here where the rows share them. In the next step each row needs at least one."
        options={start.choices.areas}
        defaultChosen={common?.workAreas ?? []}
      />
      <div className="row">
        <Select
          name="instrument"
          label="Instrument or provision of all"
          optional
          blank="None in particular"
          options={start.choices.instruments}
          defaultValue={common?.instrument}
          error={errors['instrument']}
        />
        <Select
          name="response"
          label="Answer of the State"
          options={responseOptions}
          defaultValue={common?.response ?? 'pending'}
        />
        <DateInput
          name="responseOn"
          label="Answered on"
          optional
          defaultValue={common?.responseOn}
          error={errors['responseOn']}
        />
      </div>
    </>
  );
}

function Confirm({ start, answer }: { start: RecommendationsStart; answer: PastedAnswer }) {
  const { rows, errors, common } = answer;
  const summary = Object.entries(errors).map(([field, message]) => ({
    field,
    message: `${rowWords(field)}${message}`,
  }));
  const instrument = start.choices.instruments.find(({ value }) => value === common.instrument);
  return (
    <Panel
      title="Look them over"
      note={pluralise(rows.length, { one: '{n} row was read', other: '{n} rows were read' }, start.reading)}
    >
      <form method="post" className="stack">
        <ErrorSummary errors={summary} />
        <input type="hidden" name="key" value={start.key} />
        <input type="hidden" name="pasted" value={answer.pasted} />
        <input type="hidden" name="instrument" value={common.instrument} />
        <input type="hidden" name="responseOn" value={common.responseOn} />
        {instrument ? <p className="soft">All of them on {instrument.label}.</p> : null}
        <PastedRows start={start} rows={rows} errors={errors} />
        <span className="button-row">
          <Button type="submit" name="act" value="save" look="main">
            Save these recommendations
          </Button>
          <LinkButton href={pathTo.newRecommendations(start.review.ref)}>Paste another list</LinkButton>
        </span>
      </form>
    </Panel>
  );
}

/** "Row 4: " for an error of one row; '' for what holds for all. */
function rowWords(field: string): string {
  const place = /^row\.(\d+)\./.exec(field)?.[1];
  return place === undefined ? '' : `Row ${Number(place) + 1}: `;
}
