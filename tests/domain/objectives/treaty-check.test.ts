import { describe, expect, it } from 'vitest';
import {
  checkStage,
  findingOf,
  type KnownFacts,
  type LadderStage,
} from '#app/domain/objectives/treaty-check.ts';
import type { StageFact } from '#db/schema/objectives.ts';

const stage = (
  id: number,
  facts: StageFact[] = [],
  meaning: LadderStage['meaning'] = 'open',
): LadderStage => ({ id, meaning, facts });

/** The stages of the OPCAT, with what each says. */
const [EXPLORING, SIGNED, RATIFIED, LAW, DESIGNATED, ESTABLISHED, FUNCTIONING, SET_ASIDE] = [
  1, 2, 3, 4, 5, 6, 7, 8,
] as const;
const ladder = [
  stage(EXPLORING),
  stage(SIGNED, ['signed']),
  stage(RATIFIED, ['bound']),
  stage(LAW, ['bound']),
  stage(DESIGNATED, ['bound', 'mechanism_designated']),
  stage(ESTABLISHED, ['bound', 'mechanism_designated', 'mechanism_established']),
  stage(
    FUNCTIONING,
    ['bound', 'mechanism_designated', 'mechanism_established', 'mechanism_functioning'],
    'positive',
  ),
  stage(SET_ASIDE, [], 'closed'),
];

const treaty = (
  status: string,
  signedOn: string | null,
  boundOn: string | null,
  asOf: string | null = '2026-02-03',
): KnownFacts['treaty'] => ({ status, signedOn, boundOn, source: 'UNTC', asOf });
const mechanism = (status: string, designatedOn: string | null = null): KnownFacts['mechanism'] => ({
  status,
  designatedOn,
  source: 'OHCHR',
  asOf: null,
});
const nothing: KnownFacts = { treaty: undefined, mechanism: undefined };
const signatory: KnownFacts = { treaty: treaty('signatory', '2007-02-06', null), mechanism: undefined };
const party: KnownFacts = { treaty: treaty('party', null, '2025-11-10'), mechanism: undefined };

describe('a fact about a State', () => {
  it('is unknown where the lists have no entry, and never "no"', () => {
    for (const fact of ['signed', 'bound', 'mechanism_designated', 'mechanism_functioning'] as const) {
      expect(findingOf(fact, nothing).truth).toBe('unknown');
    }
    expect(findingOf('mechanism_designated', { ...nothing, mechanism: mechanism('unclear') }).truth).toBe(
      'unknown',
    );
    expect(findingOf('mechanism_functioning', { ...nothing, mechanism: mechanism('partial') }).truth).toBe(
      'unknown',
    );
  });

  it('keeps the precision and the source of what is known', () => {
    expect(findingOf('bound', party)).toMatchObject({ truth: 'yes', since: '2025-11-10', source: 'UNTC' });
    // acceded without ever signing
    expect(findingOf('signed', party)).toMatchObject({ truth: 'yes', since: '2025-11-10' });
    const byYear = { ...nothing, mechanism: mechanism('operational', '2018') };
    expect(findingOf('mechanism_designated', byYear).since).toBe('2018');
    // the lists say when it was designated, not since when it works
    expect(findingOf('mechanism_functioning', byYear)).toMatchObject({ truth: 'yes', since: null });
  });

  it('is "no" only where a list says so', () => {
    expect(findingOf('bound', signatory)).toMatchObject({ truth: 'no', status: 'signatory' });
    expect(findingOf('bound', { ...nothing, treaty: treaty('denounced', null, '2001') }).truth).toBe('no');
    expect(findingOf('signed', { ...nothing, treaty: treaty('denounced', null, '2001') }).truth).toBe(
      'unknown',
    );
    const designated = { ...nothing, mechanism: mechanism('designated', '2024') };
    expect(findingOf('mechanism_established', designated).truth).toBe('no');
  });
});

describe('an objective held against the lists', () => {
  it('is contradicted where its stage says what a list denies', () => {
    const { contradictions, offer } = checkStage(ladder, RATIFIED, '2025-06-01', signatory);
    expect(contradictions).toEqual([
      expect.objectContaining({ fact: 'bound', status: 'signatory', asOf: '2026-02-03', newer: false }),
    ]);
    expect(offer).toBeNull();
    expect(checkStage(ladder, RATIFIED, '2025-06-01', nothing).contradictions).toEqual([]);
    expect(checkStage(ladder, SIGNED, '2025-06-01', signatory).contradictions).toEqual([]);
  });

  it('says where the move is certainly newer than the list', () => {
    const newer = (movedOn: string, asOf: string | null) =>
      checkStage(ladder, RATIFIED, movedOn, { ...nothing, treaty: treaty('signatory', null, null, asOf) })
        .contradictions[0]?.newer;
    expect(newer('2026-03-01', '2026-02-03')).toBe(true);
    expect(newer('2026-02-03', '2026-02-03')).toBe(false);
    // a list of 2026 may be as new
    expect(newer('2026-03-01', '2026')).toBe(false);
    expect(newer('2027-01-01', '2026')).toBe(true);
    expect(newer('2026-03-01', null)).toBe(false);
  });

  it('is offered the furthest stage that the lists say was reached', () => {
    expect(checkStage(ladder, EXPLORING, '2025-01-01', party).offer).toMatchObject({
      stageId: RATIFIED,
      finding: { fact: 'bound', since: '2025-11-10' },
    });
    // that the State is bound says nothing of a law on the mechanism
    expect(checkStage(ladder, LAW, '2025-01-01', party).offer).toBeNull();
    const works = { ...party, mechanism: mechanism('operational', '2018') };
    expect(checkStage(ladder, LAW, '2025-01-01', works).offer).toMatchObject({ stageId: FUNCTIONING });
    const designated = { ...party, mechanism: mechanism('designated', '2024') };
    expect(checkStage(ladder, LAW, '2025-01-01', designated).offer).toMatchObject({
      stageId: DESIGNATED,
      finding: { fact: 'mechanism_designated', since: '2024' },
    });
  });

  it('is offered nothing once it is reached or set aside', () => {
    const works = { ...party, mechanism: mechanism('operational', '2018') };
    expect(checkStage(ladder, SET_ASIDE, '2025-01-01', works).offer).toBeNull();
    expect(checkStage(ladder, FUNCTIONING, '2025-01-01', works)).toEqual({ contradictions: [], offer: null });
    expect(checkStage(ladder, 99, '2025-01-01', works)).toEqual({ contradictions: [], offer: null });
  });
});
