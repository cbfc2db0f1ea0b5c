import { useState } from 'react';
import { formatDate } from '../../ui/format.ts';
import { useHydrated } from '../../ui/use-hydrated.ts';
import { useForm } from './form-context.ts';

/** Offered where a saved interaction gets another date: the posts that people held on that day, in place of the old. */
export function TitlesAfresh() {
  const { form, change, view, reading, subject } = useForm();
  const [dateBefore] = useState(() => dateOf(view.base) ?? form.date);
  const hydrated = useHydrated();
  const saved = form.participants.some(({ kind, ref }) => kind === 'person' && ref !== '');
  // Without script the date cannot be watched, so the offer always stands.
  if (subject === '' || !saved || (hydrated && form.date === dateBefore)) return null;
  const day = form.date && hydrated ? formatDate(form.date, reading) : 'the new date';
  return (
    <div className="chips">
      <label className="chip">
        <input
          type="checkbox"
          name="titlesAfresh"
          value="yes"
          checked={form.titlesAfresh === 'yes'}
          onChange={(event) =>
            change({ type: 'set', field: 'titlesAfresh', value: event.currentTarget.checked ? 'yes' : '' })
          }
        />
        Copy titles and organisations afresh, as people held them on {day}
      </label>
    </div>
  );
}

/** The date of the form as it was opened, which is kept beside it in JSON. */
function dateOf(base: string): string | undefined {
  if (base === '') return undefined;
  try {
    return (JSON.parse(base) as { date?: string }).date;
  } catch {
    return undefined;
  }
}
