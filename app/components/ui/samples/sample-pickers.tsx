import { useState } from 'react';
import type { Choice, Search } from '../choice.ts';
import { Button } from '../button.tsx';
import { Combobox } from '../combobox.tsx';
import { Dialog } from '../dialog.tsx';
import { Field } from '../field.tsx';
import { MentionArea } from '../mention-area.tsx';
import { MultiPicker } from '../multi-picker.tsx';
import { Sample } from './sample.tsx';

const PEOPLE: Choice[] = [
  { value: 'afi', label: 'Afi Mensah', detail: 'Director of legislation, Ministry of Justice' },
  { value: 'kodjo', label: 'Kodjo Adjavon', detail: 'Adviser, Ministry of Justice' },
  {
    value: 'essossinam',
    label: 'Essossinam Tossou',
    detail: 'Deputy, National Assembly',
    note: 'left in 2025',
  },
];

const findPeople: Search = async (query) => {
  const words = query.toLowerCase();
  return PEOPLE.filter(({ label, detail }) => `${label} ${detail ?? ''}`.toLowerCase().includes(words));
};

const NEW_PERSON = {
  offer: 'New person “{text}”',
  make: (text: string): Choice => ({ value: `new:${text}`, label: text, detail: 'New person', fresh: true }),
};

export function SamplePickers() {
  const [notes, setNotes] = useState('They asked for the text. @[Afi Mensah](a1b2c3d4e5) will send it.');
  const [lines, setLines] = useState<string[]>([]);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Sample name="mention-area">
        <MentionArea
          name="told"
          label="Notes"
          optional
          hint="Write @ and the name of a colleague to tell them."
          value={notes}
          onText={setNotes}
          search={findPeople}
          mention={({ label }) => `@[${label}](a1b2c3d4e5)`}
        />
      </Sample>
      <Sample name="multi-picker">
        <MultiPicker
          name="participant"
          label="Participants"
          hint="Positions are kept as they are on 24 Nov 2026."
          picked={PEOPLE.slice(0, 2)}
          search={findPeople}
          creation={NEW_PERSON}
          onPasteLines={setLines}
          placeholder="Name, organisation or acronym, or paste a list"
          find={{ name: 'intent', value: 'find:participant' }}
          query="tossou"
          candidates={PEOPLE.slice(2)}
        />
        {lines.length > 0 ? <p role="status">Pasted: {lines.join(' · ')}</p> : null}
        <MultiPicker
          name="country"
          label="Countries"
          optional
          picked={[]}
          search={findPeople}
          find={{ name: 'intent', value: 'find:country' }}
          error="Name a country, or none for an international body."
        />
      </Sample>
      <Sample name="combobox">
        <Field field={{ name: 'recipient', label: 'Recipient' }}>
          <Combobox
            id="recipient"
            search={findPeople}
            onPick={({ label }) => setLines([label])}
            keepText
            required
          />
        </Field>
      </Sample>
      <Sample name="dialog">
        <Button onClick={() => setAsking(true)}>Ask something</Button>
        <Dialog open={asking} title="Restrict this record?" onClose={() => setAsking(false)}>
          <p>Four people will see it, 34 no longer will.</p>
          <div className="button-row">
            <Button onClick={() => setAsking(false)}>Leave it open</Button>
            <Button look="main" onClick={() => setAsking(false)}>
              Restrict it
            </Button>
          </div>
        </Dialog>
      </Sample>
    </>
  );
}
