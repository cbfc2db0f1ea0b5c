import type { RecommendationValues } from '#app/domain/recommendations/recommendation-form.ts';
import { RESPONSES, RESPONSE_WORDS } from '#app/domain/recommendations/responses.ts';
import type { RecommendationEditView } from '#app/domain/recommendations/start-recommendations.server.ts';
import type { Clash } from '#app/domain/reviews/edit-review.server.ts';
import { pathTo } from '#app/paths.ts';
import { ClashNotice } from '../reviews/review-form.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { CheckboxChips } from '../ui/checkbox-chips.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { DateInput, TextInput } from '../ui/text-input.tsx';

interface Refused {
  values: RecommendationValues;
  errors?: Record<string, string> | undefined;
  clash?: Clash<RecommendationValues> | undefined;
  version?: number | undefined;
  base?: RecommendationValues | undefined;
}

export function EditRecommendationPage(props: {
  view: RecommendationEditView;
  refused?: Refused | undefined;
}) {
  const { view, refused } = props;
  const errors = refused?.errors ?? {};
  const values = refused?.values ?? view.values;
  const first = Object.keys(errors)[0] ?? 'text';
  const bind = (name: Exclude<keyof RecommendationValues, 'workAreas'>) => ({
    name,
    defaultValue: values[name],
    error: errors[name],
    autoFocus: first === name,
  });
  return (
    <>
      <PageHeader
        crumbs={[
          { label: view.review.title, href: pathTo.review(view.review.ref) },
          { label: 'Recommendation', href: pathTo.recommendation(view.ref) },
        ]}
        title="Edit the recommendation"
      />
      <Panel title="The recommendation">
        <form method="post" className="stack">
          <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
          {refused?.clash ? <ClashNotice clash={refused.clash} reading={view.reading} /> : null}
          <input type="hidden" name="version" value={refused?.version ?? view.version} />
          <input type="hidden" name="base" value={JSON.stringify(refused?.base ?? view.values)} />
          <TextArea {...bind('text')} tall label="What is recommended" />
          <div className="row">
            <TextInput {...bind('number')} label="Number" optional maxLength={30} />
            <TextInput
              {...bind('by')}
              label="Recommending State"
              optional
              maxLength={120}
              list="states"
              hint="Its name or its three letters."
            />
            <Select
              {...bind('instrument')}
              label="Instrument or provision"
              optional
              blank="None in particular"
              options={view.choices.instruments}
            />
          </div>
          <datalist id="states">
            {view.choices.countries.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <CheckboxChips
            name="workAreas"
            label="Work areas"
            options={view.choices.areas}
            defaultChosen={values.workAreas}
            error={errors['workAreas']}
          />
          <div className="row">
            <Select
              {...bind('response')}
              label="Answer of the State"
              options={RESPONSES.map((value) => ({ value, label: RESPONSE_WORDS[value] }))}
            />
            <DateInput {...bind('responseOn')} label="Answered on" optional />
          </div>
          <span className="button-row">
            <Button type="submit" look="main">
              Save recommendation
            </Button>
            <LinkButton href={pathTo.recommendation(view.ref)}>Cancel</LinkButton>
          </span>
        </form>
      </Panel>
    </>
  );
}
