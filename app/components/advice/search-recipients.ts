import type { AdviceForm } from '#app/domain/advice/advice-form.ts';
import { searchPartners } from '../interactions/form/searches.ts';
import type { Search } from '../ui/choice.ts';

/** Finds partners for the picker. Advice is given to a person, whatever post they hold. */
export function searchRecipients(form: Pick<AdviceForm, 'on' | 'countries'>): Search {
  return async (text, signal) => {
    const found = await searchPartners(text, { date: form.on, countries: form.countries }, signal);
    return found.map(({ token, name, detail, note }) => ({
      value: token.split(':').slice(0, 2).join(':'),
      label: name,
      detail,
      ...(note ? { note } : {}),
    }));
  };
}
