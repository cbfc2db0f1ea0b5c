import { beforeAll, expect, it } from 'vitest';
import { archiveAdvice } from '#app/domain/advice/archive-advice.server.ts';
import { editAdvice } from '#app/domain/advice/edit-advice.server.ts';
import { formOfAdvice } from '#app/domain/advice/form-of-advice.server.ts';
import { giveAdvice } from '#app/domain/advice/give-advice.server.ts';
import { moveAdvice } from '#app/domain/advice/move-advice.server.ts';
import { createFollowUp } from '#app/domain/follow-ups/create-follow-up.server.ts';
import { completeFollowUp } from '#app/domain/follow-ups/complete-follow-up.server.ts';
import { startFollowUp } from '#app/domain/follow-ups/start-follow-up.server.ts';
import { archiveInteraction } from '#app/domain/interactions/archive-interaction.server.ts';
import { blankFollowUp } from '#app/domain/interactions/form.ts';
import { logInteraction } from '#app/domain/interactions/log-interaction.server.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';
import { today, type Context } from '#app/domain/kernel/context.ts';
import { muteRecord } from '#app/domain/notifications/mute-record.server.ts';
import { archiveObjective } from '#app/domain/objectives/archive-objective.server.ts';
import { moveObjective } from '#app/domain/objectives/move-objective.server.ts';
import { observeStance } from '#app/domain/objectives/observe-stance.server.ts';
import { findVisibleAdviceRecord } from '#db/queries/advice-record.ts';
import { adviceForm, stepForm } from '#tests/advice.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { moveForm, objectiveSet, stanceForm } from '#tests/objectives.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

const NONE = '7777777777';

/** What is done with the ref of something hidden comes to the same as with one that there is not, and records nothing. */
describeOnBoth('an act that names something hidden', (open) => {
  let world: World;
  let officer: Context;
  let outsider: Context;
  const hidden = { meeting: '', objective: '', advice: '', followUp: '', person: '' };
  const own = { objective: '', advice: '' };
  const ministry = () => [`organisation:${world.ministry.ref}`];

  const given = async (context: Context, rest: Parameters<typeof adviceForm>[1]) => {
    const answer = await giveAdvice(context, adviceForm(context, { recipients: ministry(), ...rest }));
    if (answer.outcome !== 'saved') throw new Error(JSON.stringify(answer));
    return answer.ref;
  };

  beforeAll(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer');
    outsider = await world.as('outsider');
    const partners = [{ organisation: world.ministry.ref }];
    hidden.meeting = await logged(
      officer,
      meetingForm(officer, partners, {
        sensitivity: 'restricted',
        followUps: [{ ...blankFollowUp(officer.actor.ref, today(officer)), title: 'Write to the heron' }],
      }),
    );
    hidden.objective = await objectiveSet(officer, { sensitivity: 'restricted' });
    const internal = await logged(officer, meetingForm(officer, partners));
    hidden.advice = await given(officer, { interaction: internal, objective: hidden.objective });
    const task = await world.db.selectFrom('follow_up').select('ref').executeTakeFirstOrThrow();
    hidden.followUp = task.ref;
    const levels = { level: 'restricted', owningTeamId: world.teams.africa } as const;
    hidden.person = (await world.addPerson(officer, { name: 'Hidden Heron', ...levels, positions: [] })).ref;
    own.objective = await objectiveSet(outsider);
    own.advice = await given(outsider, {});
  });

  const acts: Record<string, [noun: keyof typeof hidden, act: (ref: string) => Promise<unknown>][]> = {
    advice: [
      [
        'meeting',
        (interaction) => giveAdvice(outsider, adviceForm(outsider, { recipients: ministry(), interaction })),
      ],
      [
        'objective',
        (objective) => giveAdvice(outsider, adviceForm(outsider, { recipients: ministry(), objective })),
      ],
      ['person', (ref) => giveAdvice(outsider, adviceForm(outsider, { recipients: [`person:${ref}`] }))],
      ['advice', (ref) => archiveAdvice(outsider, ref)],
      [
        'meeting',
        async (meeting) => {
          const step = { status: 'acknowledged', evidence: 'interaction', meeting };
          return moveAdvice(outsider, own.advice, await stepForm(outsider, own.advice, step));
        },
      ],
      [
        'objective',
        async (objective) => {
          const advice = await findVisibleAdviceRecord(world.db, outsider.actor, own.advice);
          if (!advice) throw new Error('It is not seen.');
          const { form } = await formOfAdvice(outsider, advice);
          return editAdvice(outsider, own.advice, { ...form, objective });
        },
      ],
      ['advice', (ref) => muteRecord(outsider, 'advice', ref)],
    ],
    tasks: [
      ['meeting', (ref) => startFollowUp(outsider, ref)],
      ['objective', (ref) => startFollowUp(outsider, '', ref)],
      ['meeting', async (interaction) => createFollowUp(outsider, { ...(await blankTask()), interaction })],
      ['objective', async (objective) => createFollowUp(outsider, { ...(await blankTask()), objective })],
      ['followUp', (ref) => completeFollowUp(outsider, ref, 'Done')],
      ['followUp', (ref) => muteRecord(outsider, 'follow_up', ref)],
    ],
    objectives: [
      ['objective', (ref) => archiveObjective(outsider, ref)],
      [
        'meeting',
        (interaction) => {
          const move = moveForm(outsider, { interaction });
          return moveObjective(outsider, own.objective, { ...move, evidence: 'interaction' });
        },
      ],
      ['person', (ref) => observeStance(outsider, own.objective, stanceForm(outsider, `person:${ref}`))],
      [
        'meeting',
        (interaction) =>
          observeStance(outsider, own.objective, stanceForm(outsider, ministry()[0] ?? '', { interaction })),
      ],
      ['objective', (ref) => muteRecord(outsider, 'objective', ref)],
    ],
    interactions: [
      ['meeting', (ref) => archiveInteraction(outsider, ref)],
      ['meeting', (partOf) => log({ partOf })],
      ['objective', (ref) => log({ objectives: [ref] })],
      ['person', (person) => log({}, [{ person }])],
    ],
  };

  const blankTask = async () => ({ ...(await startFollowUp(outsider, '')).form, title: 'Call' });
  const log = async (
    rest: Parameters<typeof meetingForm>[2],
    partners: Parameters<typeof meetingForm>[1] = [{ organisation: world.ministry.ref }],
  ) => {
    const parsed = parseInteraction(meetingForm(outsider, partners, rest));
    return parsed.ok ? logInteraction(outsider, parsed.input) : parsed.errors;
  };

  async function cameTo(act: (ref: string) => Promise<unknown>, ref: string): Promise<string> {
    const events = () => world.db.selectFrom('audit_event').select('id').execute();
    const before = (await events()).length;
    const answer = await act(ref).then(
      (value) => JSON.stringify(value),
      (error: Error) => `${error.name}: ${error.message}`,
    );
    expect((await events()).length, answer).toBe(before);
    return answer.replaceAll(ref, 'REF');
  }

  it.each(Object.keys(acts))('comes to the same among %s as naming nothing', async (group) => {
    for (const [index, [noun, act]] of (acts[group] ?? []).entries()) {
      const answer = await cameTo(act, hidden[noun]);
      expect(`${index} ${noun}: ${answer}`).toBe(`${index} ${noun}: ${await cameTo(act, NONE)}`);
      expect(answer).not.toMatch(/heron|"saved"/i);
    }
  });
});
