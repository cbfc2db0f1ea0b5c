import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent, ReactNode } from 'react';
import type { Choice, Creation, Search } from './choice.ts';
import { useSuggestions } from './use-suggestions.ts';

export interface ComboboxProps {
  id: string;
  search: Search;
  onPick: (choice: Choice) => void;
  creation?: Creation | readonly Creation[];
  /** Every change of the text by hand, before anything is picked. */
  onText?: (text: string) => void;
  /** Values that are picked already and need no offering. */
  without?: readonly string[];
  /** Backspace in the empty field. */
  onBackspace?: () => void;
  /** Several lines pasted at once; single lines are just text. */
  onPasteLines?: (lines: string[]) => void;
  placeholder?: string;
  /** What stands in the field at first. */
  initialText?: string;
  /** A single choice stays in the field as text; otherwise picking empties it. */
  keepText?: boolean;
  /** Text that was typed and not picked is posted under this name, so that nothing typed is lost. */
  name?: string;
  /** Takes the focus when it appears, unless the reader is in another field. */
  autoFocus?: boolean;
  /** Picked things stand before the input, in the same frame. */
  children?: ReactNode;
  describedBy?: string;
  invalid?: boolean;
  required?: boolean;
}

/** What the list shows: something found, or something that picking makes. */
type Offer = Choice & { creates?: Creation };

/**
 * Text field with suggestions, after the ARIA combobox pattern: arrows move, Enter or Tab picks, Escape closes.
 * The first match is active at once, so that typing and Enter is all it takes.
 */
export function Combobox(props: ComboboxProps) {
  const listId = useId();
  const [text, setText] = useState(props.initialText ?? '');
  // text that was typed before the script came asks at once
  const [open, setOpen] = useState(Boolean(props.autoFocus && props.initialText));
  const input = useRef<HTMLInputElement | null>(null);
  const attach = useCallback((field: HTMLInputElement | null) => {
    input.current = field;
    // the script may come late: whoever is in another field already stays there
    if (field && props.autoFocus && document.activeElement === document.body) field.focus();
    // only as it appears
  }, []);
  useEffect(() => {
    const field = input.current;
    if (field && document.activeElement === field)
      field.setSelectionRange(field.value.length, field.value.length);
  }, []);
  const [active, setActive] = useState(0);
  const suggestions = useSuggestions(open ? text : '', props.search);
  const typed = text.trim();
  const ready = !suggestions.searching && suggestions.query === typed;
  const [awaited, setAwaited] = useState(false);

  const creations = [props.creation ?? []].flat();
  const offers: Offer[] = suggestions.found.filter((choice) => !props.without?.includes(choice.value));
  if (typed !== '' && ready) {
    for (const creation of creations) {
      if (creation.when && !creation.when(typed)) continue;
      offers.push({ ...creation.make(typed), note: undefined, detail: undefined, creates: creation });
    }
  }
  const current = Math.min(active, offers.length - 1);
  const shown = open && typed !== '';

  function pick(choice: Offer) {
    props.onPick(choice.creates ? choice.creates.make(typed) : choice);
    setText(props.keepText ? choice.label : '');
    setOpen(false);
    setActive(0);
    setAwaited(false);
  }

  // Enter came before the answer: it counts when the answer is there
  useEffect(() => {
    if (!awaited || !ready) return;
    setAwaited(false);
    const first = offers[0];
    if (first) pick(first);
  });

  function press(event: KeyboardEvent<HTMLInputElement>) {
    // an input method composing a character owns its keys; Ctrl+Enter belongs to the form
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const offer = shown ? offers[current] : undefined;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (shown && offers.length > 0) setActive((current + step + offers.length) % offers.length);
    } else if (event.key === 'Enter' && shown) {
      event.preventDefault();
      if (!ready) setAwaited(true);
      else if (offer) pick(offer);
    } else if (event.key === 'Tab' && offer && !offer.creates && !event.shiftKey && ready) {
      pick(offer);
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'Backspace' && text === '') {
      props.onBackspace?.();
    }
  }

  function paste(event: ClipboardEvent<HTMLInputElement>) {
    if (!props.onPasteLines) return;
    const lines = event.clipboardData
      .getData('text/plain')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (lines.length < 2) return;
    event.preventDefault();
    props.onPasteLines(lines);
  }

  return (
    <div className={props.invalid ? 'picked invalid' : 'picked'}>
      {props.children}
      <input
        ref={attach}
        id={props.id}
        name={props.name}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={listId}
        aria-activedescendant={shown && offers[current] ? `${listId}-${current}` : undefined}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid || undefined}
        aria-required={props.required || undefined}
        placeholder={props.placeholder}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          props.onText?.(event.currentTarget.value);
          setOpen(true);
          setActive(0);
          setAwaited(false);
        }}
        onKeyDown={press}
        onPaste={paste}
        onBlur={() => setOpen(false)}
      />
      <SuggestionList
        id={listId}
        shown={shown}
        offers={offers}
        current={current}
        typed={typed}
        words={emptyWords(suggestions)}
        onPick={pick}
      />
    </div>
  );
}

function emptyWords(state: { searching: boolean; failed: boolean }): string {
  if (state.failed) return 'No answer from the server. Try again in a moment.';
  return state.searching ? 'Searching…' : 'Nothing found.';
}

function SuggestionList(props: {
  id: string;
  shown: boolean;
  offers: readonly Offer[];
  current: number;
  typed: string;
  words: string;
  onPick: (choice: Offer) => void;
}) {
  return (
    <>
      <ul className="suggestions" id={props.id} role="listbox" aria-label="Suggestions" hidden={!props.shown}>
        {props.offers.map((offer, index) => (
          <li
            key={offer.creates ? offer.creates.offer : offer.value}
            id={`${props.id}-${index}`}
            role="option"
            aria-selected={index === props.current}
            className={offer.creates ? 'create' : undefined}
            // before blur takes the list away
            onMouseDown={(event) => {
              event.preventDefault();
              props.onPick(offer);
            }}
          >
            {offer.creates ? offer.creates.offer.replace('{text}', props.typed) : offer.label}
            {offer.detail ? <small>{offer.detail}</small> : null}
            {offer.note ? <span className="note">{offer.note}</span> : null}
          </li>
        ))}
        {props.offers.length === 0 ? (
          <li className="none" role="option" aria-disabled="true" aria-selected="false">
            {props.words}
          </li>
        ) : null}
      </ul>
      <span className="unseen" role="status">
        {props.shown && props.offers.length > 0 ? suggestionCount(props.offers.length) : ''}
      </span>
    </>
  );
}

function suggestionCount(count: number): string {
  return count === 1 ? 'One suggestion.' : `${count} suggestions.`;
}
