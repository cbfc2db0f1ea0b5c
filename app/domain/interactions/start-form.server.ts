import { levelName } from '#db/levels.ts';
import { findVisibleInteraction } from '#db/queries/interaction-reads.ts';
import { Forbidden, NotFound } from '../kernel/errors.ts';
import { today, type Context } from '../kernel/context.ts';
import { isRef, makeRef } from '../kernel/refs.ts';
import { changeForm } from './change-form.ts';
import { partnersOf } from './fill-participants.server.ts';
import { blankInteraction, type InteractionForm } from './form.ts';
import { mayLogInteraction } from './policy.ts';
import { startFromObjective } from './start-from-objective.server.ts';
import { startFromFollowUp } from './start-from-follow-up.server.ts';

/** What the form begins with: refs and codes of the page from which one comes; '' where there is none. */
export interface Start {
  organisation: string;
  person: string;
  country: string;
  workArea: string;
  instrument: string;
  kind: string;
  followUp: string;
  /** What the new one is a part of: it lends its countries. */
  partOf: string;
  /** The objective that it is to push: it lends its country, work area and instrument. */
  objective?: string;
}

/** An empty form with the start filled in. Throws NotFound where a ref names nothing that the actor may see. */
export async function startForm(context: Context, start: Start): Promise<InteractionForm> {
  const { actor, reference } = context;
  if (!mayLogInteraction(actor)) throw new Forbidden('Only people who belong to a team log interactions.');
  const origin = start.followUp === '' ? undefined : await startFromFollowUp(context, start.followUp);
  const whole = start.partOf === '' ? undefined : await startPart(context, start.partOf);
  const pushed = start.objective ? await startFromObjective(context, start.objective) : undefined;
  const countries =
    known(start.country, (iso3) => reference.findCountry(iso3)) ??
    origin?.countries ??
    whole?.countries ??
    pushed?.countries ??
    [];
  const day = today(context);
  const blank: InteractionForm = {
    ...blankInteraction({ key: makeRef(context.random), today: day, me: actor.ref, team: '' }),
    kind: known(start.kind, (code) => reference.findTerm('interaction_kind', code))?.[0] ?? 'meeting',
    workAreas:
      known(start.workArea, (code) => reference.findTerm('work_area', code)) ??
      origin?.workAreas ??
      whole?.workAreas ??
      pushed?.workAreas ??
      [],
    instruments:
      known(start.instrument, (code) => reference.findInstrument(code)) ?? pushed?.instruments ?? [],
    objectives: start.objective ? [start.objective] : [],
    summary: origin?.summary ?? '',
    sensitivity: origin?.sensitivity ?? whole?.sensitivity ?? pushed?.sensitivity ?? 'internal',
    partOf: start.partOf,
    ...(whole && { date: whole.date }),
    countries,
    countriesChosen: countries.length > 0 ? 'yes' : '',
    followUp: origin?.followUp ?? '',
  };
  const named = [tokenOf('organisation', start.organisation), tokenOf('person', start.person)].flat();
  const found = await partnersOf(context, [...named, ...(origin?.tokens ?? [])], day);
  if (named.some((token) => !found.has(token))) throw new NotFound();
  const participants = [...named, ...(origin?.tokens ?? [])].flatMap(
    (token) => found.get(token)?.participant ?? [],
  );
  return changeForm(blank, { type: 'add-participants', participants }, { me: actor.ref, today: day });
}

/** A meeting of a mission begins on its first day, in its countries, as closed as it. */
async function startPart(context: Context, ref: string) {
  const { db, actor, reference } = context;
  const row = isRef(ref) ? await findVisibleInteraction(db, actor, ref) : undefined;
  if (!row) throw new NotFound();
  return {
    date: row.occurred_on,
    sensitivity: levelName(row.level),
    countries: row.countries.map((id) => reference.countryById(id).iso3),
    workAreas: row.workAreas.map((id) => reference.termById(id).code),
  };
}

const tokenOf = (kind: string, ref: string): string[] => (ref === '' ? [] : [`${kind}:${ref}`]);

/** The code in a list of its own, or nothing where none is given. */
function known(code: string, find: (code: string) => unknown): string[] | undefined {
  if (code === '') return undefined;
  if (find(code) === undefined) throw new NotFound();
  return [code];
}
