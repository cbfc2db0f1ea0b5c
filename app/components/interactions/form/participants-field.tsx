import { useEffect, useRef, useState } from 'react';
import type { InteractionForm, ParticipantRow } from '#app/domain/interactions/form.ts';
import { newParticipant, type LineMatch, type PartnerSuggestion } from '#app/domain/partners/suggestion.ts';
import { placeNewcomers } from '#app/domain/interactions/place-newcomers.ts';
import { readHeadcount, readLine } from '#app/domain/interactions/participant-text.ts';
import type { NewParticipant } from '#app/domain/interactions/change-form.ts';
import type { Choice, Creation } from '../../ui/choice.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { Field } from '../../ui/field.tsx';
import { formatDate } from '../../ui/format.ts';
import { useHydrated } from '../../ui/use-hydrated.ts';
import { useForm } from './form-context.ts';
import { LineMatches } from './line-matches.tsx';
import { Newcomers } from './newcomers.tsx';
import { ParticipantChips } from './participant-chips.tsx';
import { PlainParticipants } from './plain-participants.tsx';
import { TitlesAfresh } from './titles-afresh.tsx';
import { resolvePastedLines, searchPartners } from './searches.ts';

/** Who took part: people in their position of that day, organisations, and groups without names. */
export function ParticipantsField() {
  const { form, view, reading } = useForm();
  const hydrated = useHydrated();
  const [open, setOpen] = useState<LineMatch[]>(view.matches);
  useEffect(() => setOpen(view.matches), [view.matches]);
  const some = form.participants.some(({ kind }) => kind === 'person');
  const field = {
    name: 'participants',
    label: 'Participants',
    error: view.errors.participants,
    hint:
      some && form.date ? `Positions are kept as they are on ${formatDate(form.date, reading)}.` : undefined,
  };
  return (
    <>
      <Field field={field}>
        {hydrated ? (
          <LiveParticipants onMatches={setOpen} describedBy={field.hint ? 'participants-hint' : undefined} />
        ) : (
          <PlainParticipants />
        )}
      </Field>
      <TitlesAfresh />
      <input type="hidden" name="positionsOn" value={form.date} />
      <LineMatches
        open={open}
        onAnswered={(line) => setOpen((before) => before.filter((match) => match.line !== line))}
      />
      <Newcomers />
    </>
  );
}

const CREATIONS: Creation[] = [
  {
    offer: 'Group: “{text}”',
    when: (text) => readHeadcount(text) !== undefined,
    make: (text) => ({ value: `group:${text}`, label: text }),
  },
  {
    offer: 'New person “{text}”',
    when: (text) => readHeadcount(text) === undefined,
    make: (text) => ({ value: `new-person:${text}`, label: text }),
  },
  {
    offer: 'New organisation “{text}”',
    when: (text) => readHeadcount(text) === undefined,
    make: (text) => ({ value: `new-organisation:${text}`, label: text }),
  },
];

/** The row that an offer of the picker makes; undefined where the choice is none of ours. */
function created(choice: Choice): NewParticipant | undefined {
  const text = choice.label;
  if (choice.value.startsWith('group:'))
    return newParticipant('group', readHeadcount(text) ?? { name: text });
  if (choice.value.startsWith('new-organisation:')) return newParticipant('new-organisation', { name: text });
  if (!choice.value.startsWith('new-person:')) return undefined;
  const { name, title, organisation } = readLine(text);
  return newParticipant('new-person', { name, title, organisationName: organisation });
}

function LiveParticipants(props: { onMatches: (open: LineMatch[]) => void; describedBy?: string }) {
  const { form, change, view, focus } = useForm();
  const known = useRef(new Map<string, PartnerSuggestion>());
  const [carried] = useState(carriedText);

  function add(participants: readonly NewParticipant[]) {
    change({ type: 'add-participants', participants: placeNewcomers(form, participants) });
  }

  async function search(text: string, signal: AbortSignal): Promise<Choice[]> {
    const found = await searchPartners(text, form, signal);
    for (const one of found) known.current.set(one.token, one);
    return found.map(({ token, name, detail, note }) => ({
      value: token,
      label: name,
      detail,
      note: note || undefined,
    }));
  }

  async function paste(lines: string[]) {
    try {
      const matches = await resolvePastedLines(lines, form.date);
      const certain = matches.filter((match) => match.certain || match.choices.length === 0);
      add(certain.map((match) => (match.certain ? match.choices[0]?.participant : undefined) ?? match.fresh));
      props.onMatches(matches.filter((match) => !certain.includes(match)));
    } catch {
      // without an answer every line becomes somebody to add: nothing pasted is lost, and the save asks again
      add(
        lines
          .map((line) => created({ value: 'new-person:', label: line }))
          .filter((row) => row !== undefined),
      );
    }
  }

  return (
    <Combobox
      id="participants"
      name="participants.query"
      initialText={carried.text}
      autoFocus={carried.focused || focus === 'participants'}
      search={search}
      onPick={(choice) => {
        const row = created(choice) ?? known.current.get(choice.value)?.participant;
        if (row) add([row]);
      }}
      creation={CREATIONS}
      without={form.participants.flatMap(tokensOf)}
      onBackspace={() => removeLast(form, (key) => change({ type: 'remove-participant', key }))}
      onPasteLines={paste}
      placeholder={
        form.participants.length === 0 ? 'Name, organisation or acronym, or paste a list' : undefined
      }
      describedBy={view.errors.participants ? 'participants-error' : props.describedBy}
      invalid={Boolean(view.errors.participants)}
      required
    >
      <ParticipantChips />
    </Combobox>
  );
}

function tokensOf(row: ParticipantRow): string[] {
  if (row.remove !== '') return [];
  if (row.kind === 'person') return [`person:${row.person}:${row.position}`];
  return row.kind === 'organisation' ? [`organisation:${row.organisation}`] : [];
}

function removeLast(form: InteractionForm, remove: (key: string) => void): void {
  const last = form.participants.filter(({ remove: gone }) => gone === '').at(-1);
  if (last) remove(last.key);
}

/** What was typed before the script came, and whether the reader was still in the field. */
function carriedText(): { text: string; focused: boolean } {
  const field = document.getElementById('participants');
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
    return { text: '', focused: false };
  return { text: field.value.replace(/\s+/g, ' '), focused: document.activeElement === field };
}
