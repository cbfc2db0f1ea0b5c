import { createContext, useContext } from 'react';
import type { FormChange } from '#app/domain/interactions/change-form.ts';
import type { FormView } from '#app/domain/interactions/form-view.ts';
import type { InteractionForm } from '#app/domain/interactions/form.ts';
import type { Reading } from '../../ui/format.ts';

export interface FormState {
  form: InteractionForm;
  change(change: FormChange): void;
  /** What came from the server with the page or with a save that was refused. */
  view: FormView;
  /** Name of the field that takes the focus when it appears. */
  focus: string;
  reading: Reading;
  /** 'new' or the ref of the interaction being edited. */
  subject: string;
}

export const FormContext = createContext<FormState | undefined>(undefined);

export function useForm(): FormState {
  const state = useContext(FormContext);
  if (!state) throw new Error('The fields of the form stand inside it.');
  return state;
}

type TextName = {
  [Name in keyof InteractionForm]: InteractionForm[Name] extends string ? Name : never;
}[keyof InteractionForm];

interface Typed {
  currentTarget: { value: string };
}

/** What ties a text field or a select to the form. */
export function useField(name: TextName) {
  const { form, change, view, focus } = useForm();
  return {
    name,
    value: form[name],
    error: view.errors[name],
    autoFocus: focus === name,
    onChange: (event: Typed) => change({ type: 'set', field: name, value: event.currentTarget.value }),
  };
}
