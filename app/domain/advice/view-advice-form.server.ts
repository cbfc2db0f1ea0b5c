import { listVisibleObjectives } from '#db/queries/advice-record.ts';
import { listOrganisationsByRef, listVisiblePeopleByRef } from '#db/queries/partners.ts';
import { offerFormChoices } from '../interactions/offer-form-choices.server.ts';
import { today, type Context } from '../kernel/context.ts';
import { suggestPartners } from '../partners/suggest-partners.server.ts';
import { readingOf } from '../reference/labels.server.ts';
import type { AdviceForm } from './advice-form.ts';
import { originOf } from './give-advice.server.ts';

const MOST_OBJECTIVES = 100;

/** What the page of the form shows besides what was typed: lists, names of who is picked, and what was found. */
export async function viewAdviceForm(context: Context, form: AdviceForm, query = '') {
  const { db, actor, reference } = context;
  const meeting = form.version === '' ? await originOf(context, form.interaction) : undefined;
  const countryIds = form.countries.flatMap((iso3) => reference.findCountry(iso3)?.id ?? []);
  const objectives = await listVisibleObjectives(db, actor, { countryIds, limit: MOST_OBJECTIVES });
  const asked = { text: query, on: form.on || today(context), countries: form.countries };
  const { topics, instruments, provisions, workAreas } = await offerFormChoices(context);
  const ownTeams = (teamIds: readonly number[]) => teamIds.some((team) => actor.teamIds.includes(team));
  return {
    form,
    origin: meeting
      ? { ref: meeting.ref, on: meeting.occurred_on, summary: meeting.level === 3 ? '' : meeting.summary }
      : null,
    picked: await namesOf(context, form.recipients),
    query,
    candidates: query === '' ? [] : (await suggestPartners(context, asked)).map(choiceOf),
    choices: {
      topics,
      instruments,
      provisions,
      workAreas,
      countries: reference.countries.map(({ iso3, names, teamIds }) => ({
        iso3,
        name: names[actor.language] ?? names['en'] ?? iso3,
        near: ownTeams(teamIds),
      })),
      objectives: objectives.map(({ ref, title, level }) => ({
        value: ref,
        label: level === 3 ? 'Sealed objective' : title,
      })),
    },
    reading: readingOf(context),
  };
}

export type AdviceFormView = Awaited<ReturnType<typeof viewAdviceForm>>;

const choiceOf = ({ token, name, detail, note }: Awaited<ReturnType<typeof suggestPartners>>[number]) => ({
  value: token.split(':').slice(0, 2).join(':'),
  label: name,
  detail,
  ...(note ? { note } : {}),
});

async function namesOf({ db, actor }: Context, tokens: readonly string[]) {
  const refs = (kind: string) =>
    tokens.filter((token) => token.startsWith(`${kind}:`)).map((token) => token.slice(kind.length + 1));
  const people = await listVisiblePeopleByRef(db, actor, refs('person'));
  const organisations = await listOrganisationsByRef(db, refs('organisation'));
  const names = new Map<string, string>([
    ...people.map((one) => [`person:${one.ref}`, one.name] as const),
    ...organisations.map((one) => [`organisation:${one.ref}`, one.name] as const),
  ]);
  return tokens.map((token) => ({ value: token, label: names.get(token) ?? 'No longer in the list' }));
}
