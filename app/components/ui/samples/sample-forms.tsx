import { Button } from '../button.tsx';
import { CheckboxChips } from '../checkbox-chips.tsx';
import { ConflictCompare } from '../conflict-compare.tsx';
import { CountryChips } from '../country-chips.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { FieldGroup, SaveBar } from '../field-group.tsx';
import { Select } from '../select.tsx';
import { TextArea } from '../text-area.tsx';
import { DateInput, TextInput } from '../text-input.tsx';
import { AREAS, Sample } from './sample.tsx';

const KINDS = [
  { value: 'meeting', label: 'Meeting', group: 'Talks' },
  { value: 'call', label: 'Call', group: 'Talks' },
  { value: 'training', label: 'Training', group: 'Events' },
];

export function SampleForms() {
  return (
    <>
      <Sample name="error-summary">
        <ErrorSummary
          errors={[
            { field: 'summary-faulty', message: 'Write a summary of one line.' },
            { message: 'Name one partner or person who took part.' },
          ]}
        />
      </Sample>
      <Sample name="field">
        <div className="row">
          <Select name="kind" label="Kind" options={KINDS} blank="Choose a kind" />
          <DateInput name="date" label="Date" defaultValue="2026-11-24" />
          <TextInput name="place" label="Place" optional hint="City, or the room if it matters." />
        </div>
        <TextInput
          name="summary"
          id="summary-faulty"
          label="Summary"
          error="Write a summary of one line."
          hint="What a colleague should read first."
        />
        <TextArea
          name="notes"
          label="Notes"
          tall
          optional
          defaultValue="The ministry will keep the separate budget line."
        />
      </Sample>
      <Sample name="checkbox-chips">
        <CheckboxChips
          name="work_area"
          label="Work areas"
          options={AREAS.map(({ code, ...area }) => ({ value: code, ...area }))}
          defaultChosen={['legal', 'mechanisms']}
        />
        <CheckboxChips
          name="work_area"
          id="work-area-faulty"
          label="Work areas"
          error="Choose at least one work area."
          options={AREAS.map(({ code, ...area }) => ({ value: code, ...area }))}
        />
      </Sample>
      <Sample name="country-chips">
        <CountryChips
          countries={[
            { iso3: 'TGO', name: 'Togo', near: true },
            { iso3: 'BEN', name: 'Benin', near: true },
            { iso3: 'PER', name: 'Peru', near: false },
          ]}
          chosen={['TGO']}
        />
      </Sample>
      <Sample name="field-group">
        <FieldGroup legend="Follow-ups" acts={<Button look="quiet">Add follow-up</Button>}>
          <div className="entry row">
            <TextInput
              name="follow_up.0.title"
              label="Follow-up"
              defaultValue="Send comments on art. 12 to 15"
            />
            <Select name="follow_up.0.assignee" label="Assignee" options={[{ value: 'me', label: 'Me' }]} />
            <DateInput name="follow_up.0.due" label="Due" defaultValue="2026-12-01" />
          </div>
        </FieldGroup>
      </Sample>
      <Sample name="save-bar">
        <SaveBar note="Draft kept at 11:42.">
          <Button type="submit" look="main" shortcut="Ctrl ↵">
            Save interaction
          </Button>
          <Button>Save and log another</Button>
        </SaveBar>
      </Sample>
      <Sample name="conflict-compare">
        <ConflictCompare
          by="Kofi Aziaka"
          when="12 minutes ago"
          fields={[
            {
              name: 'conflict.summary',
              label: 'Summary',
              mine: 'NPM draft law: seat, budget and immunity of members',
              theirs: 'NPM draft law, second reading',
            },
          ]}
        />
      </Sample>
    </>
  );
}
