import { listPartnersByRef } from '#db/queries/partner-suggestions.ts';
import type { FormFields } from '../kernel/form-fields.ts';
import type { Context } from '../kernel/context.ts';
import { organisationSuggestion, personSuggestion } from '../partners/suggest-partners.server.ts';
import { resolveLines } from '../partners/resolve-lines.server.ts';
import { suspectDuplicates } from '../partners/suspect-duplicates.server.ts';
import { newParticipant, type LineMatch, type PartnerSuggestion } from '../partners/suggestion.ts';
import { changeForm, type FormSetting, type NewParticipant } from './change-form.ts';
import type { InteractionForm } from './form.ts';
import { linesOf } from './participant-text.ts';
import { placeNewcomers } from './place-newcomers.ts';

/**
 * What was ticked among the matches of the lines typed before: `match.0.choice` is the token of a partner, `fresh`
 * for somebody to be added, or `none`. Returns the form with those participants.
 */
export async function takeMatches(
  context: Context,
  form: InteractionForm,
  fields: FormFields,
  setting: FormSetting,
): Promise<InteractionForm> {
  const chosen = fields
    .rows('match')
    .map((row) => ({ line: fields.one(`${row}.line`), choice: fields.one(`${row}.choice`) }));
  const found = await partnersOf(
    context,
    chosen.map(({ choice }) => choice),
    form.date,
  );
  const matches = await resolveLines(
    context,
    chosen.filter(({ choice }) => choice === 'fresh').map(({ line }) => line),
    form.date,
  );
  const participants = chosen.flatMap(({ line, choice }): NewParticipant[] => {
    if (choice === 'none') return [];
    const fresh = matches.find((match) => match.line === line)?.fresh;
    // to be added although there is a similar name: that was just seen
    if (choice === 'fresh') return fresh ? [{ ...fresh, confirmed: 'yes' }] : [];
    const partner = found.get(choice)?.participant;
    return partner ? [partner] : [];
  });
  return changeForm(
    form,
    { type: 'add-participants', participants: placeNewcomers(form, participants) },
    setting,
  );
}

/** Lines whose meaning is certain become participants; the others wait for an answer. */
export async function takeLines(
  context: Context,
  form: InteractionForm,
  text: string,
  setting: FormSetting,
): Promise<{ form: InteractionForm; open: LineMatch[] }> {
  const matches = await resolveLines(context, linesOf(text), form.date);
  const certain = matches.filter((match) => match.certain || match.fresh.kind === 'group');
  const participants = certain.map(
    (match) => (match.certain ? match.choices[0]?.participant : undefined) ?? match.fresh,
  );
  return {
    form: changeForm(
      form,
      { type: 'add-participants', participants: placeNewcomers(form, participants) },
      setting,
    ),
    open: matches.filter((match) => !certain.includes(match)),
  };
}

/** Organisations that were only written are found where there is one of exactly that name. */
export async function nameOrganisations(context: Context, form: InteractionForm): Promise<InteractionForm> {
  const open = form.participants.filter(
    (row) =>
      (row.kind === 'new-person' || row.kind === 'group') &&
      row.organisation === '' &&
      row.organisationName !== '',
  );
  if (open.length === 0) return form;
  const matches = await resolveLines(
    context,
    open.map((row) => row.organisationName),
    form.date,
  );
  const participants = form.participants.map((row) => {
    if (!open.includes(row)) return row;
    const same = form.participants.find(
      (other) => other.kind === 'new-organisation' && other.name.trim() === row.organisationName.trim(),
    );
    if (same) return { ...row, organisation: `new:${same.key}` };
    const match = matches.find(({ line, certain }) => certain && line === row.organisationName)?.choices[0];
    return match?.participant.kind === 'organisation'
      ? { ...row, organisation: match.participant.organisation }
      : row;
  });
  return { ...form, participants };
}

/** Partners with such a name, for everybody who would be new and was not confirmed; keyed by the row's key. */
export async function similarTo(
  context: Context,
  form: InteractionForm,
): Promise<Record<string, PartnerSuggestion[]>> {
  const fresh = form.participants.filter(
    ({ kind, confirmed, remove }) => kind.startsWith('new-') && confirmed !== 'yes' && remove === '',
  );
  const found = await Promise.all(
    fresh.map(async ({ key, kind, name }) => {
      const asked = { kind: kind === 'new-person' ? 'person' : 'organisation', name, on: form.date } as const;
      return [key, await suspectDuplicates(context, asked)] as const;
    }),
  );
  return Object.fromEntries(found.filter(([, suggestions]) => suggestions.length > 0));
}

/** The partners behind tokens (`organisation:<ref>`, `person:<ref>:<position>`), by token, as of the day. */
export async function partnersOf(
  context: Context,
  tokens: readonly string[],
  on: string,
): Promise<Map<string, PartnerSuggestion>> {
  const refs = (kind: string) =>
    tokens.flatMap((token) => (token.startsWith(`${kind}:`) ? [token.split(':')[1] ?? ''] : []));
  const rows = await listPartnersByRef(
    context.db,
    context.actor,
    { people: refs('person'), organisations: refs('organisation') },
    on,
  );
  const found = new Map<string, PartnerSuggestion>();
  for (const row of rows.people) {
    const suggestion = personSuggestion(context, row, on);
    found.set(suggestion.token, suggestion);
    // without a position: the first that held on the day
    if (!found.has(`person:${row.ref}`)) found.set(`person:${row.ref}`, suggestion);
    if (!found.has(`person:${row.ref}:`)) found.set(`person:${row.ref}:`, suggestion);
  }
  for (const row of rows.organisations) {
    const suggestion = organisationSuggestion(context, row);
    found.set(suggestion.token, suggestion);
  }
  return found;
}

/** Takes over the positions that people held on the day the form names now. Rows saved before stay as they are. */
export async function refreshPositions(context: Context, form: InteractionForm): Promise<InteractionForm> {
  const people = form.participants.filter(({ kind, ref }) => kind === 'person' && ref === '');
  if (people.length === 0) return form;
  const found = await partnersOf(
    context,
    people.map(({ person }) => `person:${person}`),
    form.date,
  );
  const participants = form.participants.map((row) => {
    if (row.kind !== 'person' || row.ref !== '') return row;
    // the chosen position, where it still holds then
    const fresh = found.get(`person:${row.person}:${row.position}`) ?? found.get(`person:${row.person}`);
    return fresh ? { ...newParticipant('person', fresh.participant), key: row.key } : row;
  });
  return { ...form, participants };
}
