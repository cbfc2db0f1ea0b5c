import type { InteractionForm } from './form.ts';

/** The form as the fields that a browser would post: `readInteractionForm` reads the same form from them. */
export function formEntries(form: InteractionForm): [string, string][] {
  const entries: [string, string][] = [];
  for (const [name, value] of Object.entries(form) as [string, string | string[] | object[]][]) {
    if (typeof value === 'string') entries.push([name, value]);
    else value.forEach((one, index) => addOne(entries, name, index, one));
  }
  return entries;
}

function addOne(entries: [string, string][], name: string, index: number, value: string | object): void {
  if (typeof value === 'string') {
    entries.push([name, value]);
    return;
  }
  for (const [field, inner] of Object.entries(value) as [string, string | string[]][]) {
    for (const one of Array.isArray(inner) ? inner : [inner])
      entries.push([`${name}.${index}.${field}`, one]);
  }
}

/** Whether somebody has typed or picked anything worth keeping. */
export function isWorthKeeping(form: InteractionForm): boolean {
  const texts = [form.summary, form.notes, form.assessment, form.place];
  const rows = [
    ...form.advice.map(({ text }) => text),
    ...form.commitments.map(({ text }) => text),
    ...form.followUps.map(({ title }) => title),
  ];
  return form.participants.length > 0 || [...texts, ...rows].some((text) => text.trim() !== '');
}
