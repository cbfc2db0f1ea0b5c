import { findVisibleObjectiveOf } from '#db/queries/advice-record.ts';
import { listVisibleParticipants } from '#db/queries/interaction-reads.ts';
import { listOrganisationsByRef, listVisiblePeopleByRef } from '#db/queries/partners.ts';
import { recordOpening } from '../kernel/commit.server.ts';
import { today, type Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { isRef, makeRef } from '../kernel/refs.ts';
import { tokenOf } from '../interactions/form-of-interaction.server.ts';
import type { AdviceForm } from './advice-form.ts';
import { originOf } from './give-advice.server.ts';

/** What the address or the page before says of the advice to be recorded; '' for nothing. */
export interface AdviceStart {
  interaction: string;
  /** Words that were selected in the notes of the meeting. */
  passage: string;
  organisation: string;
  person: string;
  country: string;
  objective: string;
}

/**
 * A form filled in as far as the start tells. Throws Forbidden, or NotFound for a meeting, partner, country or
 * objective that is none or not seen.
 */
export async function startAdvice(context: Context, start: AdviceStart): Promise<AdviceForm> {
  const { reference } = context;
  const meeting = await originOf(context, start.interaction);
  if (meeting && meeting.level >= 2) {
    await recordOpening(context, {
      action: 'interaction.opened',
      noun: 'interaction',
      id: meeting.id,
      ref: meeting.ref,
      changes: {},
    });
  }
  const objective = await objectiveAt(context, start.objective);
  const organisation = await organisationAt(context, start.organisation);
  const country = start.country === '' ? undefined : known(reference.findCountry(start.country));
  const countries = new Set([
    ...(meeting?.countries ?? []),
    ...(country ? [country.id] : []),
    ...(objective ? [objective.country_id] : []),
    ...(countryless(meeting, country, objective) && organisation?.country_id
      ? [organisation.country_id]
      : []),
  ]);
  const areas = new Set([...(meeting?.workAreas ?? []), ...(objective ? [objective.work_area_id] : [])]);
  const instrumentId =
    objective?.instrument_id ?? (meeting?.instruments.length === 1 ? meeting.instruments[0] : null);
  return {
    key: makeRef(context.random),
    version: '',
    text: start.passage.trim(),
    topic: reference.findTerm('advice_topic', 'other')?.code ?? '',
    on: meeting?.occurred_on ?? today(context),
    recipients: [
      ...(meeting ? await partnersOf(context, meeting.id) : []),
      ...(organisation ? [`organisation:${organisation.ref}`] : []),
      ...(start.person === '' ? [] : [`person:${(await personAt(context, start.person)).ref}`]),
    ],
    instrument: instrumentId ? reference.instrumentById(instrumentId).code : '',
    provision: '',
    workAreas: [...areas].map((id) => reference.termById(id).code),
    countries: [...countries].map((id) => reference.countryById(id).iso3),
    objective: objective?.ref ?? '',
    interaction: meeting?.ref ?? '',
  };
}

const countryless = (...others: unknown[]) => others.every((one) => one === undefined);

/** The organisations that took part, or the people where none did. */
async function partnersOf({ db, actor }: Context, meetingId: number): Promise<string[]> {
  const met = await listVisibleParticipants(db, actor, [meetingId]);
  const organisations = met.flatMap(({ organisation_ref }) => organisation_ref ?? []);
  const people = met.flatMap(({ person_ref }) => person_ref ?? []);
  const tokens =
    organisations.length > 0
      ? organisations.map((ref) => tokenOf(null, ref))
      : people.map((ref) => tokenOf(ref, null));
  return [...new Set(tokens)];
}

function known<T>(found: T | undefined): T {
  if (found === undefined) throw new NotFound();
  return found;
}

async function organisationAt({ db }: Context, ref: string) {
  return ref === '' ? undefined : known((await listOrganisationsByRef(db, [ref]))[0]);
}

async function personAt({ db, actor }: Context, ref: string) {
  return known((await listVisiblePeopleByRef(db, actor, [ref]))[0]);
}

async function objectiveAt({ db, actor }: Context, ref: string) {
  if (ref === '') return undefined;
  return known(isRef(ref) ? await findVisibleObjectiveOf(db, actor, ref) : undefined);
}
