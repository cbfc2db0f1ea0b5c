import { useEffect, useId, useRef, useState } from 'react';
import type { ComponentPropsWithoutRef, KeyboardEvent } from 'react';
import type { Choice, Search } from './choice.ts';
import { controlProps, Field, splitField, type FieldProps } from './field.tsx';
import { useSuggestions } from './use-suggestions.ts';

interface Typing {
  /** Where the @ stands. */
  from: number;
  until: number;
  name: string;
}

/** The beginning of a name after an @ before the caret. */
function typingAt(text: string, caret: number): Typing | undefined {
  const line = text.slice(text.lastIndexOf('\n', caret - 1) + 1, caret);
  const match = /(?:^|[^\p{L}\p{N}@])@(\p{L}[\p{L}\p{M}'’ -]{0,40})$/u.exec(line);
  const name = match?.[1];
  return name === undefined ? undefined : { from: caret - name.length - 1, until: caret, name };
}

/**
 * Several lines in which an @ offers names. Picking one puts `mention(choice)` in place of what was typed; arrows move,
 * Enter or Tab picks, Escape closes. Without script it is a plain field.
 */
export function MentionArea({
  search,
  mention,
  onText,
  value,
  ...props
}: FieldProps & {
  value: string;
  search: Search;
  mention: (choice: Choice) => string;
  onText: (text: string) => void;
} & Omit<ComponentPropsWithoutRef<'textarea'>, keyof FieldProps | 'value' | 'onChange'>) {
  const [field, rest] = splitField(props);
  const listId = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [typing, setTyping] = useState<Typing>();
  const [active, setActive] = useState(0);
  const caretAfter = useRef<number>();
  const { found, query } = useSuggestions(typing?.name ?? '', search);
  const offers = typing && query === typing.name.trim() ? found : [];
  const current = Math.min(active, offers.length - 1);

  useEffect(() => {
    if (caretAfter.current === undefined) return;
    area.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = undefined;
  }, [value]);

  function look(element: HTMLTextAreaElement) {
    const { selectionStart, selectionEnd } = element;
    setTyping(selectionStart === selectionEnd ? typingAt(element.value, selectionStart) : undefined);
  }

  function pick(choice: Choice) {
    if (!typing) return;
    const put = `${mention(choice)} `;
    caretAfter.current = typing.from + put.length;
    onText(value.slice(0, typing.from) + put + value.slice(typing.until).replace(/^ /, ''));
    setTyping(undefined);
    setActive(0);
  }

  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    const offer = offers[current];
    if (!offer || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setActive((current + (event.key === 'ArrowDown' ? 1 : -1) + offers.length) % offers.length);
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      pick(offer);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      setTyping(undefined);
    }
  }

  return (
    <Field field={field}>
      <div className="combobox">
        <textarea
          ref={area}
          rows={6}
          className="tall"
          aria-autocomplete="list"
          aria-controls={listId}
          aria-activedescendant={offers[current] ? `${listId}-${current}` : undefined}
          {...rest}
          {...controlProps(field)}
          value={value}
          onChange={(event) => {
            onText(event.currentTarget.value);
            setActive(0);
            look(event.currentTarget);
          }}
          onSelect={(event) => look(event.currentTarget)}
          onKeyDown={press}
          onBlur={() => setTyping(undefined)}
        />
        <ul
          className="suggestions"
          id={listId}
          role="listbox"
          aria-label="Colleagues"
          hidden={offers.length === 0}
        >
          {offers.map((offer, index) => (
            <li
              key={offer.value}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === current}
              // before blur takes the list away
              onMouseDown={(event) => {
                event.preventDefault();
                pick(offer);
              }}
            >
              {offer.label}
            </li>
          ))}
        </ul>
        <span className="unseen" role="status">
          {offers.length === 0
            ? ''
            : offers.length === 1
              ? 'One suggestion.'
              : `${offers.length} suggestions.`}
        </span>
      </div>
    </Field>
  );
}
