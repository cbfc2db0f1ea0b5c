import { RESPONSES, RESPONSE_WORDS } from '#app/domain/recommendations/responses.ts';
import type { RecommendationView } from '#app/domain/recommendations/show-recommendation.server.ts';
import { pathTo } from '#app/paths.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { formatDate } from '../ui/format.ts';
import { Panel } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';
import { DateInput, TextInput } from '../ui/text-input.tsx';

export interface RefusedAnswer {
  values: { response: string; on: string; note: string };
  errors: Record<string, string>;
}

/** What the State answered, and the place to say so. */
export function AnswerPanel({
  view,
  refused,
}: {
  view: RecommendationView;
  refused?: RefusedAnswer | undefined;
}) {
  const { reading } = view;
  const errors = refused?.errors ?? {};
  const values = refused?.values ?? {
    response: view.response,
    on: view.responseOn ?? '',
    note: view.responseNote ?? '',
  };
  return (
    <Panel id="answer" title="Answer of the State">
      <p>
        <strong>{RESPONSE_WORDS[view.response]}</strong>
        {view.response === 'pending' ? null : `, ${formatDate(view.responseOn, reading)}`}
        {view.responseNote ? <span className="sub">{view.responseNote}</span> : null}
      </p>
      {view.mayKeep ? (
        <details className="fold" open={refused !== undefined}>
          <summary>{view.response === 'pending' ? 'Record the answer' : 'Change the answer'}</summary>
          <form method="post" action={pathTo.recommendationResponse(view.ref)} className="stack">
            <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
            <div className="row">
              <Select
                name="response"
                label="Answer"
                options={RESPONSES.map((value) => ({ value, label: RESPONSE_WORDS[value] }))}
                defaultValue={values.response}
                error={errors['response']}
              />
              <DateInput
                name="on"
                label="Answered on"
                optional
                defaultValue={values.on}
                error={errors['on']}
                autoFocus={errors['on'] !== undefined}
              />
            </div>
            <TextInput
              name="note"
              label="In its words"
              optional
              maxLength={300}
              defaultValue={values.note}
              error={errors['note']}
            />
            <Button type="submit">Save the answer</Button>
          </form>
        </details>
      ) : null}
    </Panel>
  );
}
