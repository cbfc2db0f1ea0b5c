import { useEffect, useState } from 'react';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { pluralise } from '../../ui/format.ts';
import { ListPicker } from './bound-fields.tsx';
import { useField, useForm } from './form-context.ts';
import { askAudience } from './searches.ts';

/** Who may read it, said in numbers and, asked for, in names; and our own reading of what happened. */
export function SensitivityPanel() {
  const { form, view } = useForm();
  const chosen = view.choices.levels.find(({ value }) => value === form.sensitivity);
  const named = form.sensitivity === 'restricted' || form.sensitivity === 'sealed';
  return (
    <div className="panel">
      <Select
        label="Sensitivity"
        options={view.choices.levels}
        hint={chosen?.hint}
        {...useField('sensitivity')}
      />
      <Audience />
      <ListPicker
        name="readers"
        label="Readers"
        optional
        options={view.choices.staff}
        hint={named ? 'Besides you and our staff who attended.' : 'Counts for restricted and sealed.'}
      />
      <hr />
      <TextArea
        label="Assessment"
        optional
        hint="Your own reading. For the owning team, or for those named below."
        {...useField('assessment')}
      />
      <ListPicker name="assessmentReaders" label="Assessment readers" optional options={view.choices.staff} />
    </div>
  );
}

/** "All 38 colleagues will see this. Who exactly?" */
function Audience() {
  const { form, view, reading, subject } = useForm();
  const [audience, setAudience] = useState(view.audience);
  const { sensitivity, team, countries, staff, readers } = form;
  const asked = JSON.stringify([sensitivity, team, countries, staff, readers]);
  const [answered, setAnswered] = useState(asked);
  useEffect(() => {
    if (asked === answered) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      askAudience(form, subject, stop.signal)
        .then((found) => {
          setAudience(found);
          setAnswered(asked);
        })
        // the last answer stays; the next change asks again
        .catch(() => undefined);
    }, 200);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
    // the form is asked about as far as `asked` says
  }, [asked]);
  const sentences = audience.limited
    ? { one: 'Only you will see this.', other: '{n} colleagues will see this.' }
    : { one: 'Everybody will see this.', other: 'All {n} colleagues will see this.' };
  return (
    <details className="audience">
      <summary>
        {pluralise(audience.names.length, sentences, reading)} <span className="link">Who exactly?</span>
      </summary>
      <ul>
        {audience.names.map((name, place) => (
          <li key={place}>{name}</li>
        ))}
      </ul>
    </details>
  );
}
