import { CheckboxChips } from '#app/components/ui/checkbox-chips.tsx';
import { CountryChips } from '#app/components/ui/country-chips.tsx';
import { Select } from '#app/components/ui/select.tsx';
import { DateInput, TextInput } from '#app/components/ui/text-input.tsx';
import type { followUpChoices } from '#app/domain/follow-ups/follow-up-choices.server.ts';
import type { FollowUpForm } from '#app/domain/follow-ups/follow-up-form.ts';
import { PRIORITIES } from '#app/domain/follow-ups/priorities.ts';
import { RECURRENCES } from '#app/domain/follow-ups/recurrence.ts';
import { PRIORITY_WORDS, RECURRENCE_WORDS } from './follow-up-words.ts';

interface FieldsProps {
  form: FollowUpForm;
  choices: ReturnType<typeof followUpChoices>;
  errors: Record<string, string>;
}

/** What a follow-up says, in a new one and in one that is edited. The first faulty field has the focus. */
export function FollowUpFields({ form, choices, errors }: FieldsProps) {
  const first = Object.keys(errors)[0] ?? 'title';
  const of = (name: keyof FollowUpForm) => ({ name, error: errors[name], autoFocus: first === name });
  return (
    <>
      <TextInput {...of('title')} label="Follow-up" defaultValue={form.title} maxLength={300} />
      <div className="row">
        <Select
          {...of('assignee')}
          label="Assignee"
          options={choices.assignees}
          defaultValue={form.assignee}
        />
        <DateInput {...of('due')} label="Due" defaultValue={form.due} />
        <Select
          {...of('priority')}
          label="Priority"
          options={PRIORITIES.map((value) => ({ value, label: PRIORITY_WORDS[value] }))}
          defaultValue={form.priority}
        />
      </div>
      <div className="row">
        <Select
          {...of('recurrence')}
          label="Comes back"
          optional
          blank="Once only"
          options={RECURRENCES.map((value) => ({ value, label: RECURRENCE_WORDS[value] }))}
          defaultValue={form.recurrence}
          hint="Completing it dates the next one from the day it was first due."
        />
        <DateInput
          {...of('recursUntil')}
          label="Until"
          optional
          defaultValue={form.recursUntil}
          hint="Leave this empty where it has no end."
        />
      </div>
      <CheckboxChips
        name="workAreas"
        label="Work areas"
        options={choices.workAreas.map(({ code, label, mark, hue }) => ({ value: code, label, mark, hue }))}
        defaultChosen={form.workAreas}
        error={errors['workAreas']}
      />
      <CountryChips countries={choices.countries} chosen={form.countries} error={errors['countries']} />
    </>
  );
}
