import { pathTo } from '#app/paths.ts';
import type { CommitmentView } from '#app/domain/commitments/show-commitment.server.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { DateInput } from '../ui/text-input.tsx';

/** Why nothing was said of a promise, and what was typed. */
export interface Unsettled {
  conflict?: string;
  errors?: Record<string, string>;
  values?: { status: string; on: string; reason: string };
}

/** One form: when, why, and two buttons; of one that is settled, the way to open it again. */
export function SettlementForms({ view, answer }: { view: CommitmentView; answer: Unsettled }) {
  const { errors = {}, values } = answer;
  const first = Object.keys(errors)[0];
  return (
    <form method="post" action={pathTo.commitmentSettlement(view.ref)} className="stack">
      <input type="hidden" name="version" value={view.version} />
      {view.status === 'open' ? (
        <>
          <DateInput
            name="on"
            label="On"
            defaultValue={values?.on || view.reading.today}
            error={errors['on']}
            autoFocus={first === 'on'}
            max={view.reading.today}
          />
          <TextArea
            name="reason"
            label="How, or why not"
            hint="Needed where it was broken."
            optional
            defaultValue={values?.reason}
            error={errors['reason']}
            autoFocus={first === 'reason'}
          />
          <span className="button-row">
            <Button type="submit" look="main" name="status" value="kept">
              It was kept
            </Button>
            <Button type="submit" look="grave" name="status" value="broken">
              It was broken
            </Button>
          </span>
        </>
      ) : (
        <span className="button-row">
          <Button type="submit" name="status" value="open">
            Open it again
          </Button>
        </span>
      )}
    </form>
  );
}
