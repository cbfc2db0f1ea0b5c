import { Button } from '#app/components/ui/button.tsx';
import { formatShortDate, type Reading } from '#app/components/ui/format.ts';
import { DateInput } from '#app/components/ui/text-input.tsx';
import { readSnooze } from '#app/domain/follow-ups/snooze-until.ts';

/** Until when to put something off: three buttons of a form that posts `until`. A chosen day is a form's own field. */
export function SnoozeButtons(props: { reading: Reading; id: string; error?: string | undefined }) {
  const { reading } = props;
  const on = (word: string) => formatShortDate(readSnooze(word, reading.today) ?? reading.today, reading);
  return (
    <div className="snooze">
      {/* Enter in the field of the day presses the first button of the form: it must be this one. */}
      <button className="unseen" tabIndex={-1} aria-hidden="true" name="until" value="">
        Snooze until that day
      </button>
      <span className="button-row">
        <Button type="submit" small name="until" value="tomorrow">
          Until tomorrow <small>{on('tomorrow')}</small>
        </Button>
        <Button type="submit" small name="until" value="next-week">
          Until next week <small>{on('next-week')}</small>
        </Button>
      </span>
      <DateInput
        name="untilDay"
        id={`until-${props.id}`}
        label="Or until a day"
        optional
        error={props.error}
        min={readSnooze('tomorrow', reading.today)}
      />
      <Button type="submit" small name="until" value="">
        Snooze until that day
      </Button>
    </div>
  );
}
