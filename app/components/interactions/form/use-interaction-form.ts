import { useCallback, useLayoutEffect, useReducer, useState, type RefObject } from 'react';
import { changeForm, type FormChange } from '#app/domain/interactions/change-form.ts';
import type { InteractionForm } from '#app/domain/interactions/form.ts';
import { readInteractionForm } from '#app/domain/interactions/read-form.ts';
import type { FormChoices } from '#app/domain/interactions/form-choices.ts';
import { FormFields } from '#app/domain/kernel/form-fields.ts';

const FIRST_FIELD = { 'add-advice': 'text', 'add-commitment': 'text', 'add-follow-up': 'title' } as const;
const LIST = {
  'add-advice': 'advice',
  'add-commitment': 'commitments',
  'add-follow-up': 'followUps',
} as const;

/** The form as it stands in the page, and the field that a change has brought into focus. */
export function useInteractionForm(
  start: { form: InteractionForm; focus: string },
  choices: Pick<FormChoices, 'me' | 'today'>,
  element: RefObject<HTMLFormElement>,
) {
  const [focus, setFocus] = useState(start.focus);
  const [form, dispatch] = useReducer(
    (before: InteractionForm, change: FormChange) => changeForm(before, change, choices),
    start.form,
  );
  const change = useCallback(
    (asked: FormChange) => {
      dispatch(asked);
      if (asked.type === 'add-advice' || asked.type === 'add-commitment' || asked.type === 'add-follow-up') {
        const list = LIST[asked.type];
        setFocus(`${list}.${form[list].length}.${FIRST_FIELD[asked.type]}`);
      }
    },
    [form],
  );

  // What somebody typed before the script ran stands in the fields, but not yet in the state.
  useLayoutEffect(() => {
    if (!element.current) return;
    const posted = [...new FormData(element.current)].filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    );
    const read = readInteractionForm(
      new FormFields(posted.map(([name, value]) => [name, value.replaceAll('\r\n', '\n')])),
    );
    if (JSON.stringify(read) !== JSON.stringify(start.form))
      dispatch({ type: 'replace', form: { ...start.form, ...typedTexts(read) } });
    // only when the page comes to life
  }, []);

  return { form, change, focus, setFocus };
}

function typedTexts(form: InteractionForm) {
  const { kind, date, endDate, time, place, summary, notes, assessment, workAreas, sensitivity } = form;
  return { kind, date, endDate, time, place, summary, notes, assessment, workAreas, sensitivity };
}
