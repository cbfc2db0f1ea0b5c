import { beforeAll, expect, it } from 'vitest';
import {
  blankAdvice,
  blankCommitment,
  blankFollowUp,
  blankParticipant,
} from '#app/domain/interactions/form.ts';
import { editInteraction } from '#app/domain/interactions/edit-interaction.server.ts';
import { formOfInteraction } from '#app/domain/interactions/form-of-interaction.server.ts';
import { logInteraction } from '#app/domain/interactions/log-interaction.server.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';
import { readInteraction } from '#app/domain/interactions/read-interaction.server.ts';
import { verifyChain } from '#app/domain/kernel/audit-chain.server.ts';
import { Forbidden, NotFound } from '#app/domain/kernel/errors.ts';
import { countVisibleInteractions } from '#db/queries/tallies.ts';
import { describeOnBoth } from '../../databases.ts';
import { tallyFaults } from '../../tally-faults.ts';
import { logged, makeWorld, meetingForm, type World } from '../../world.ts';

describeOnBoth('logging an interaction', (open) => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld(await open());
  });

  const input = (form: Parameters<typeof parseInteraction>[0]) => {
    const parsed = parseInteraction(form);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    return parsed.input;
  };

  it('keeps the meeting with three people, the advice and two follow-ups, tied to areas and instruments', async () => {
    const officer = await world.as('officer');
    const form = meetingForm(officer, [{ person: world.minister.ref }, { person: world.adviser.ref }], {
      instruments: ['OPCAT'],
      advice: [
        {
          ...blankAdvice(),
          text: 'Keep immunity after the mandate',
          topic: 'npm_law',
          provision: 'OPCAT/18',
        },
      ],
      commitments: [{ ...blankCommitment(), text: 'Send the draft law', due: '2027-01-15' }],
      followUps: [
        { ...blankFollowUp(officer.actor.ref, '2026-12-01'), title: 'Send comments on art. 12' },
        {
          ...blankFollowUp(officer.actor.ref, '2026-12-08'),
          title: 'Call the adviser',
          workAreas: ['capacities'],
        },
      ],
    });
    form.participants.push({
      ...blankParticipant('n1', 'new-person'),
      name: 'Esso Tossou',
      title: 'Drafter',
      organisation: world.ministry.ref,
    });
    const ref = await logged(officer, form);
    const whole = await readInteraction(officer, ref);
    expect(whole.state).toBe('held');
    expect(whole.participants.map((one) => [one.person_name, one.title_then, one.organisation_then])).toEqual(
      [
        ['Afi Mensah', 'Director of legislation', 'Ministry of Justice'],
        ['Kodjo Adjavon', 'Adviser', 'Ministry of Justice'],
        ['Esso Tossou', 'Drafter', 'Ministry of Justice'],
      ],
    );
    expect(whole.countries.map((id) => officer.reference.countryById(id).iso3)).toEqual(['TGO']);
    expect(whole.advice[0]?.recipients.map((one) => one.organisation_name)).toEqual(['Ministry of Justice']);
    expect(officer.reference.instrumentById(whole.advice[0]?.instrument_id ?? 0).code).toBe('OPCAT');
    expect(whole.commitments[0]).toMatchObject({ side: 'theirs', organisation_name: 'Ministry of Justice' });
    const areas = whole.followUps.map((one) =>
      one.links.workAreas.map((id) => officer.reference.termById(id).code),
    );
    expect(areas).toEqual([['legal_instruments'], ['capacities']]);
    expect(await tallyFaults(world.db)).toEqual([]);
  });

  it('makes one record of twenty identical posts at once, and gives each the same answer', async () => {
    const officer = await world.as('officer');
    const before = await countVisibleInteractions(world.db, officer.actor);
    const posted = input(meetingForm(officer, [{ organisation: world.ministry.ref }]));
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => logInteraction(officer, posted)));
    const refs = new Set(outcomes.map((one) => ('ref' in one ? one.ref : '')));
    expect([...refs]).toHaveLength(1);
    expect(outcomes.filter((one) => one.outcome === 'saved')).toHaveLength(1);
    const after = await countVisibleInteractions(world.db, officer.actor);
    expect(after.logged).toBe(before.logged + 1);
    expect(await logInteraction(officer, { ...posted, summary: 'Something else' })).toMatchObject({
      outcome: 'key-reused',
    });
  });

  it('plans what lies in the future, and counts only what was held', async () => {
    const officer = await world.as('officer');
    const before = await countVisibleInteractions(world.db, officer.actor);
    const ref = await logged(
      officer,
      meetingForm(officer, [{ organisation: world.ministry.ref }], { date: '2099-01-01' }),
    );
    expect((await readInteraction(officer, ref)).state).toBe('planned');
    const after = await countVisibleInteractions(world.db, officer.actor);
    expect(after).toEqual({ logged: before.logged + 1, held: before.held });
  });

  it('refuses an account without a team, an administrator, and a partner that is hidden like one that is not there', async () => {
    const officer = await world.as('officer');
    const admin = await world.as('admin');
    const form = meetingForm(admin, [{ organisation: world.ministry.ref }]);
    await expect(logInteraction(admin, input(form))).rejects.toBeInstanceOf(Forbidden);
    const hidden = await world.addPerson(officer, { name: 'Heron', level: 'restricted', positions: [] });
    const outsider = await world.as('outsider');
    const answers = await Promise.all(
      [hidden.ref, '0000000000'].map((person) =>
        logInteraction(outsider, input(meetingForm(outsider, [{ person }]))),
      ),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.outcome).toBe('refused');
  });

  it('keeps a confidential meeting from another region, and a sealed one from the disk', async () => {
    const officer = await world.as('officer');
    const outsider = await world.as('outsider');
    const confidential = await logged(
      officer,
      meetingForm(officer, [{ organisation: world.ministry.ref }], { sensitivity: 'confidential' }),
    );
    await expect(readInteraction(outsider, confidential)).rejects.toBeInstanceOf(NotFound);
    expect((await readInteraction(await world.as('writer'), confidential)).ref).toBe(confidential);
    const sealed = await logged(
      officer,
      meetingForm(officer, [{ organisation: world.ministry.ref }], {
        sensitivity: 'sealed',
        summary: 'The name of the witness',
        followUps: [{ ...blankFollowUp(officer.actor.ref, '2026-12-01'), title: 'Warn the witness' }],
      }),
    );
    await expect(readInteraction(await world.as('colleague'), sealed)).rejects.toBeInstanceOf(NotFound);
    expect((await readInteraction(officer, sealed)).followUps[0]?.title).toBe('Warn the witness');
    for (const table of ['interaction', 'follow_up', 'audit_value'] as const) {
      expect(JSON.stringify(await world.db.selectFrom(table).selectAll().execute())).not.toContain('witness');
    }
  });

  it('leaves what an editor cannot see untouched, and seals the children with their meeting', async () => {
    const officer = await world.as('officer');
    const colleague = await world.as('colleague');
    const hidden = await world.addPerson(officer, {
      name: 'Heron',
      level: 'restricted',
      positions: [{ organisationId: world.league.id, title: 'Member' }],
    });
    const ref = await logged(
      officer,
      meetingForm(officer, [{ person: hidden.ref }, { person: world.minister.ref }], {
        followUps: [{ ...blankFollowUp(officer.actor.ref, '2026-12-01'), title: 'Send the report' }],
      }),
    );
    const seen = await readInteraction(colleague, ref);
    expect(seen.participants.map((one) => one.person_name)).toEqual(['Afi Mensah']);
    const form = await formOfInteraction(colleague, seen, 'another key');
    const first = form.participants[0];
    if (first) first.remove = 'yes';
    form.sensitivity = 'confidential';
    expect(await editInteraction(colleague, ref, input(form))).toEqual({ outcome: 'saved', ref });
    const after = await readInteraction(officer, ref);
    expect(after.participants.map((one) => one.person_name)).toEqual(['Heron']);
    expect(after.followUps[0]?.level).toBe(1);
    const again = await formOfInteraction(officer, after, 'a third key');
    expect(await editInteraction(officer, ref, input({ ...again, sensitivity: 'sealed' }))).toMatchObject({
      outcome: 'saved',
    });
    expect((await readInteraction(officer, ref)).followUps[0]?.title).toBe('Send the report');
    expect(
      await editInteraction(officer, ref, input({ ...again, key: 'another form', sensitivity: 'sealed' })),
    ).toEqual({
      outcome: 'stale',
    });
    expect(await tallyFaults(world.db)).toEqual([]);
  });

  it('leaves the audit chain sound', async () => {
    const officer = await world.as('officer');
    expect(await verifyChain(world.db, officer.keys)).toMatchObject({ sound: true });
  });
});
