import { levelName } from '#db/levels.ts';
import { changesBetween } from '../kernel/audit-entry.ts';
import type { Work } from '../kernel/commit.server.ts';
import type { InteractionInput } from './parse-interaction.ts';
import type { WholeInteraction } from './read-interaction.server.ts';
import type { Resolved } from './resolve-interaction.server.ts';

/** Step: what an edit changed of the interaction itself, colleagues and partners by ref. */
export function recordEdit(
  work: Work,
  whole: WholeInteraction,
  input: InteractionInput,
  resolved: Resolved,
  state: string,
  participants: { removed: unknown[]; added: unknown[] },
): void {
  const { reference } = work.context;
  const accounts = refsOfStaff(resolved);
  const before = {
    kind: reference.termById(whole.kind_id).code,
    state: whole.state,
    date: whole.occurred_on,
    team: reference.teamById(whole.owning_team_id).ref,
    staff: accounts.refs(whole.staff),
    readers: accounts.refs(whole.readers),
    last_day: whole.ended_on,
    part_of: whole.partOf ?? '',
    time: whole.occurred_time,
    place: whole.place ?? '',
    summary: whole.summary,
    notes: whole.notes,
    attribution: whole.attribution,
    sensitivity: levelName(whole.level),
    countries: whole.countries.map((id) => reference.countryById(id).iso3).sort(),
    work_areas: whole.workAreas.map((id) => reference.termById(id).code).sort(),
    instruments: whole.instruments.map((id) => reference.instrumentById(id).code).sort(),
    objectives: whole.objectives.map(({ ref }) => ref).sort(),
    participants: participants.removed,
  };
  const after = {
    kind: input.kind,
    state,
    date: input.date,
    team: reference.teamById(resolved.teamId).ref,
    staff: accounts.refs(resolved.staff),
    readers: accounts.refs(resolved.readers),
    last_day: input.endDate,
    part_of: input.partOf,
    time: input.time,
    place: input.place,
    summary: input.summary,
    notes: input.notes,
    attribution: input.attribution,
    sensitivity: input.sensitivity,
    countries: [...input.countries].sort(),
    work_areas: [...input.workAreas].sort(),
    instruments: [...input.instruments].sort(),
    objectives: [...input.objectives].sort(),
    participants: participants.added,
  };
  work.record({
    action: 'interaction.edited',
    noun: 'interaction',
    id: whole.id,
    ref: whole.ref,
    changes: changesBetween(before, after),
    sealed: whole.level === 3 || input.sensitivity === 'sealed',
  });
}

/** Colleagues as the audit names them: by ref, in one order. */
function refsOfStaff({ staffByRef }: Resolved) {
  const refs = new Map([...staffByRef.values()].map(({ id, ref }) => [id, ref]));
  return { refs: (ids: number[]) => ids.flatMap((id) => refs.get(id) ?? []).sort() };
}
