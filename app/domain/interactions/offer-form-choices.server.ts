import { listStaff } from '#db/queries/staff.ts';
import type { VocabularyName } from '#db/schema/reference.ts';
import { today, type Context } from '../kernel/context.ts';
import { labelOf } from '../reference/reference.server.ts';
import { wholesToChoose } from './parts.server.ts';
import type { FormChoices, Named } from './form-choices.ts';

/** The lists of the form that logs or edits an interaction. */
export async function offerFormChoices(context: Context): Promise<Omit<FormChoices, 'objectives'>> {
  const { actor, reference, db } = context;
  const label = (names: Record<string, string>) => labelOf(names, actor.language);
  const terms = (vocabulary: VocabularyName): Named[] =>
    reference.terms(vocabulary).map((term) => ({ value: term.code, label: label(term.labels) }));
  const instruments = reference.instruments.filter(({ retiredOn }) => !retiredOn);
  const codeById = new Map(instruments.map(({ id, code }) => [id, code]));
  return {
    me: actor.ref,
    today: today(context),
    language: actor.language,
    zone: context.zone,
    kinds: terms('interaction_kind'),
    workAreas: reference.terms('work_area').map(({ code, labels, mark, hue }) => ({
      value: code,
      label: label(labels),
      mark,
      hue,
    })),
    instruments: instruments.map(({ code, titles }) => ({ value: code, label: titled(code, label(titles)) })),
    provisions: reference.provisions.flatMap(({ instrumentId, code, headings }) => {
      const group = codeById.get(instrumentId);
      return group ? [{ value: `${group}/${code}`, label: titled(code, label(headings)), group }] : [];
    }),
    topics: terms('advice_topic'),
    partnerTypes: partnerTypes(context),
    countries: reference.countries.map(({ iso3, names }) => ({ value: iso3, label: label(names) })),
    wholes: await wholesToChoose(context),
    staff: (await listStaff(db)).map(({ ref, name }) => ({ value: ref, label: name })),
    teams: reference.teams
      .filter(({ id }) => actor.teamIds.includes(id))
      .map(({ ref, name }) => ({ value: ref, label: name })),
    levels: reference.terms('sensitivity').map(({ code, labels, hints }) => ({
      value: code,
      label: label(labels),
      hint: label(hints),
    })),
  };
}

const titled = (code: string, title: string): string => `${code.replaceAll('_', ' ')}: ${title}`;

/** Types under the name of the type they belong to. */
function partnerTypes({ reference, actor }: Context): Named[] {
  const terms = reference.terms('partner_type');
  const parents = new Set(terms.map(({ parentId }) => parentId));
  return terms
    .filter(({ id }) => !parents.has(id))
    .map((term) => {
      const parent = term.parentId === null ? undefined : reference.termById(term.parentId);
      return {
        value: term.code,
        label: labelOf(term.labels, actor.language),
        group: parent ? labelOf(parent.labels, actor.language) : undefined,
      };
    });
}
