import { useEffect, useState } from 'react';
import type { Named } from '#app/domain/interactions/form-choices.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxChips } from '../../ui/checkbox-chips.tsx';
import { useHydrated } from '../../ui/use-hydrated.ts';
import { useForm } from './form-context.ts';
import { askObjectives } from './searches.ts';

/** The objectives that this pushes: those of the chosen countries, asked for anew when the countries change. */
export function ObjectivesField() {
  const { form, change, view } = useForm();
  const hydrated = useHydrated();
  const [offered, setOffered] = useState<readonly Named[]>(view.choices.objectives);
  const asked = form.countries.join(' ');
  const [answered, setAnswered] = useState(asked);
  useEffect(() => {
    if (asked === answered) return;
    const stop = new AbortController();
    askObjectives(form.countries, form.objectives, stop.signal)
      .then((found) => {
        setOffered(found);
        setAnswered(asked);
      })
      // the last answer stays; the next change asks again
      .catch(() => undefined);
    return () => stop.abort();
    // what is ticked meanwhile stays in the list that it was ticked in
  }, [asked]);
  if (hydrated && offered.length === 0) return null;
  return (
    <div className="stack">
      <CheckboxChips
        name="objectives"
        label="Objectives"
        optional
        hint={offered.length === 0 ? 'Those of the countries that you choose are offered here.' : undefined}
        error={view.errors['objectives']}
        options={offered}
        chosen={form.objectives}
        onChoose={(values) => change({ type: 'choose', field: 'objectives', values })}
      />
      {hydrated ? null : (
        <Button type="submit" small name="intent" value="show-objectives" formNoValidate>
          Show the objectives of these countries
        </Button>
      )}
    </div>
  );
}
