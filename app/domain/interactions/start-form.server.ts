import { NotFound } from '../kernel/errors.ts';
import { today, type Context } from '../kernel/context.ts';
import { makeRef } from '../kernel/refs.ts';
import { mayLogInteraction } from './policy.ts';
import { Forbidden } from '../kernel/errors.ts';
import { changeForm } from './change-form.ts';
import { partnersOf } from './fill-participants.server.ts';
import { blankInteraction, type InteractionForm } from './form.ts';

/** What the form begins with: refs and codes of the page from which one comes; '' where there is none. */
export interface Start {
  organisation: string;
  person: string;
  country: string;
  workArea: string;
  instrument: string;
  kind: string;
}

/** An empty form with the start filled in. Throws NotFound where a ref names nothing that the actor may see. */
export async function startForm(context: Context, start: Start): Promise<InteractionForm> {
  const { actor, reference } = context;
  if (!mayLogInteraction(actor))
    throw new Forbidden('Only officers, managers and writers who belong to a team log interactions.');
  const known = (code: string, find: (code: string) => unknown): string[] => {
    if (code === '') return [];
    if (find(code) === undefined) throw new NotFound();
    return [code];
  };
  const countries = known(start.country, (iso3) => reference.findCountry(iso3));
  const day = today(context);
  const blank: InteractionForm = {
    ...blankInteraction({ key: makeRef(context.random), today: day, me: actor.ref, team: '' }),
    kind: known(start.kind, (code) => reference.findTerm('interaction_kind', code))[0] ?? 'meeting',
    workAreas: known(start.workArea, (code) => reference.findTerm('work_area', code)),
    instruments: known(start.instrument, (code) => reference.findInstrument(code)),
    countries,
    countriesChosen: countries.length > 0 ? 'yes' : '',
  };
  const tokens = [
    start.organisation && `organisation:${start.organisation}`,
    start.person && `person:${start.person}`,
  ].filter((token) => token !== '');
  const found = await partnersOf(context, tokens, day);
  const participants = tokens.map((token) => {
    const partner = found.get(token)?.participant;
    if (!partner) throw new NotFound();
    return partner;
  });
  return changeForm(blank, { type: 'add-participants', participants }, { me: actor.ref, today: day });
}
