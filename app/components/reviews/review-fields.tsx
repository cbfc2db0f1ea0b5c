import type { ReviewChoices } from '#app/domain/reviews/start-review.server.ts';
import type { ReviewValues } from '#app/domain/reviews/review-form.ts';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { STATE_WORDS } from './review-words.tsx';

type Errors = Record<string, string>;

/** The fields of a review; what the calendar of the UPR decides is not among them. */
export function ReviewFields(props: {
  values: ReviewValues;
  errors: Errors;
  choices: ReviewChoices;
  calendar: { dated: boolean } | null;
}) {
  const { values, errors, choices, calendar } = props;
  const first = Object.keys(errors)[0] ?? (calendar ? 'state' : 'country');
  const bind = (name: keyof ReviewValues) => ({
    name,
    defaultValue: values[name],
    error: errors[name],
    autoFocus: first === name,
  });
  return (
    <>
      {calendar ? null : (
        <>
          <div className="row">
            <Select
              {...bind('country')}
              label="State under review"
              blank="Choose a country"
              options={choices.countries}
            />
            <Select {...bind('body')} label="Body" blank="Choose a body" options={choices.bodies} />
          </div>
          <TextInput
            {...bind('title')}
            label="Title"
            optional
            maxLength={300}
            hint="Left empty, it becomes the body and the State."
          />
        </>
      )}
      {calendar?.dated ? null : (
        <div className="row">
          <TextInput
            {...bind('starts')}
            label="Begins"
            optional
            maxLength={40}
            hint="As far as it is known: 2027, April 2027 or 20 April 2027."
          />
          <TextInput {...bind('ends')} label="Ends" optional maxLength={40} />
        </div>
      )}
      <div className="row">
        <Select
          {...bind('state')}
          label="State"
          options={Object.entries(STATE_WORDS).map(([value, label]) => ({ value, label }))}
        />
        <Select
          {...bind('owner')}
          label="Looked after by"
          optional
          blank="Nobody yet"
          options={choices.staff}
        />
        <Select
          {...bind('instrument')}
          label="Instrument"
          optional
          blank="None in particular"
          options={choices.instruments}
        />
      </div>
      {calendar ? null : (
        <div className="row">
          <TextInput
            {...bind('source')}
            label="Source"
            optional
            maxLength={300}
            hint="Where the date is from: the body’s calendar, a letter, a press release."
          />
          <TextInput
            {...bind('asOf')}
            label="As of"
            optional
            maxLength={40}
            hint="Year, month or day of the source."
          />
        </div>
      )}
      <TextArea
        {...bind('notes')}
        label="Notes"
        optional
        hint="Seen by all colleagues: nothing that is not for everybody."
      />
    </>
  );
}
