import type { FormErrors } from '#app/domain/kernel/form-fields.ts';
import type { ChoiceValues } from '#app/domain/notifications/preference-form.ts';
import { Button } from '../ui/button.tsx';
import { CheckboxChips } from '../ui/checkbox-chips.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Panel } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

const PACES = [
  { value: 'daily', label: 'Every day' },
  { value: 'weekly', label: 'On Mondays' },
  { value: 'off', label: 'Never' },
];

/** What to be told by mail, and when. Everything is in the inbox whatever is chosen here. */
export function ChoicesForm(props: { values: ChoiceValues; errors?: FormErrors | undefined; zone: string }) {
  const { values, errors = {} } = props;
  return (
    <form method="post" noValidate className="stack form-narrow">
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <input type="hidden" name="version" value={values.version} />
      <Panel title="Mail at once">
        <CheckboxChips
          name="mails"
          label="Write to me when a colleague"
          optional
          options={[
            { value: 'assignment', label: 'gives me a follow-up' },
            { value: 'mention', label: 'mentions me' },
          ]}
          defaultChosen={values.mails}
          error={errors.mails}
          hint="A mail names what is open to all colleagues. Of anything else it says only that it is there."
        />
        <div className="row">
          <Select
            name="quietFrom"
            label="Quiet from"
            optional
            blank="No quiet hours"
            options={HOURS}
            defaultValue={values.quietFrom}
            error={errors.quietFrom}
          />
          <Select
            name="quietUntil"
            label="Quiet until"
            optional
            blank="No quiet hours"
            options={HOURS}
            defaultValue={values.quietUntil}
            hint="Mail of these hours comes when they end."
            error={errors.quietUntil}
          />
        </div>
      </Panel>
      <Panel title="Summary">
        <div className="row">
          <Select
            name="digest"
            label="A mail with what is due"
            options={PACES}
            defaultValue={values.digest}
            hint="Nothing comes where nothing is due."
            error={errors.digest}
          />
          <Select
            name="digestHour"
            label="At"
            options={HOURS}
            defaultValue={values.digestHour}
            hint={`By your clock (${props.zone.replaceAll('_', ' ')}).`}
            error={errors.digestHour}
          />
        </div>
      </Panel>
      <Panel title="Calm">
        <CheckboxChips
          name="calm"
          label="When you want to be left in peace"
          optional
          options={[{ value: 'yes', label: 'Keep it calm' }]}
          defaultChosen={values.calm === 'yes' ? ['yes'] : []}
          error={errors.calm}
          hint="No mail but the summary, and no number beside the inbox. What you are told still waits there."
        />
      </Panel>
      <div className="button-row">
        <Button type="submit" look="main">
          Save
        </Button>
      </div>
    </form>
  );
}
