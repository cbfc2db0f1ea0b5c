import type { MouseEvent } from 'react';
import type { FormChange } from '#app/domain/interactions/change-form.ts';
import { mentionedIn, mentionOf } from '#app/domain/mentions/mention.ts';
import { Button } from '../../ui/button.tsx';
import { MentionArea } from '../../ui/mention-area.tsx';
import { useField, useForm } from './form-context.ts';
import { searchList } from './searches.ts';

const searchColleagues = searchList('staff');

/** The notes, in which an @ names a colleague who is to be told, and what to do about those who may not read them. */
export function NotesField() {
  const { form, change } = useForm();
  const { onChange: _onChange, ...field } = useField('notes');
  return (
    <>
      <MentionArea
        label="Notes"
        optional
        hint="Write @ and the name of a colleague to tell them."
        search={searchColleagues}
        mention={({ value, label }) => mentionOf({ ref: value, name: label })}
        onText={(value) => change({ type: 'set', field: 'notes', value })}
        {...field}
      />
      {form.untold.map((ref) => (
        <input key={ref} type="hidden" name="untold" value={ref} />
      ))}
      <MentionQuestions />
    </>
  );
}

/** Of each who is mentioned and may not read: name them as a reader, or leave it. */
function MentionQuestions() {
  const { form, change, view } = useForm();
  const named = form.sensitivity === 'restricted' || form.sensitivity === 'sealed';
  const mentioned = mentionedIn(form.notes);
  function answerWith(event: MouseEvent<HTMLButtonElement>, answer: FormChange) {
    event.preventDefault();
    // The button goes; whoever pressed it stays where it was.
    event.currentTarget.closest<HTMLElement>('.mention-question')?.focus();
    change(answer);
  }
  return Object.entries(view.errors).flatMap(([name, question]) => {
    const ref = name.startsWith('mentions.') ? name.slice('mentions.'.length) : '';
    if (!mentioned.includes(ref)) return [];
    const answer = form.readers.includes(ref)
      ? 'Added to the readers. Save to tell them.'
      : form.untold.includes(ref)
        ? 'They stay in the text and are told nothing.'
        : undefined;
    return (
      <div
        key={ref}
        id={name}
        className="notice soon mention-question"
        role="group"
        tabIndex={-1}
        aria-label={answer ?? question}
      >
        <p>{answer ?? question}</p>
        {answer ? null : (
          <p className="button-row">
            {named ? (
              <Button
                type="submit"
                name="intent"
                value={`grant-mention:${ref}`}
                onClick={(event) => answerWith(event, { type: 'grant-mention', ref })}
              >
                Grant access (add as reader)
              </Button>
            ) : null}
            <Button
              type="submit"
              name="intent"
              value={`leave-mention:${ref}`}
              onClick={(event) => answerWith(event, { type: 'leave-mention', ref })}
            >
              Leave without telling
            </Button>
          </p>
        )}
      </div>
    );
  });
}
