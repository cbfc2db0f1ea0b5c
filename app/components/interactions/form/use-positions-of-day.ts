import { useEffect, useRef } from 'react';
import type { FormChange } from '#app/domain/interactions/change-form.ts';
import type { InteractionForm } from '#app/domain/interactions/form.ts';
import { dayAfter } from '#app/domain/interactions/days.ts';
import { askPositions } from './searches.ts';

/** Another date, other posts: people picked before are shown in the position they held on the day. */
export function usePositionsOfDay(form: InteractionForm, change: (change: FormChange) => void): void {
  const asOf = useRef(form.date);
  useEffect(() => {
    if (form.date === asOf.current || dayAfter(form.date, 0) === '') return;
    const rows = form.participants.filter(({ kind, ref }) => kind === 'person' && ref === '');
    const stop = new AbortController();
    const timer = setTimeout(() => {
      asOf.current = form.date;
      if (rows.length === 0) return;
      askPositions(
        rows.map(({ person }) => person),
        form.date,
        stop.signal,
      )
        .then((found) => {
          for (const row of rows) {
            const {
              position = '',
              title = '',
              organisation = '',
              organisationName = '',
            } = found[row.person]?.participant ?? {};
            change({
              type: 'change-participant',
              key: row.key,
              patch: { position, title, organisation, organisationName },
            });
          }
        })
        // the server looks again when the form is saved
        .catch(() => undefined);
    }, 400);
    return () => clearTimeout(timer);
    // only another date asks
  }, [form.date]);
}
