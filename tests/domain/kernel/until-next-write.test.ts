import { beforeAll, expect, it } from 'vitest';
import { untilNextWrite } from '#app/domain/kernel/until-next-write.server.ts';
import { describeOnBoth } from '../../databases.ts';
import { logged, makeWorld, meetingForm, type World } from '../../world.ts';

describeOnBoth('an answer kept until the next write', (open) => {
  let world: World;
  let asked = 0;
  const ask = async () => (asked += 1);
  beforeAll(async () => {
    world = await makeWorld(await open());
  });

  it('is asked for once, and again after a write by anybody', async () => {
    const officer = await world.as('officer');
    const first = await untilNextWrite(officer, 'how many', ask);
    expect(await untilNextWrite(await world.as('officer'), 'how many', ask)).toBe(first);
    await logged(
      await world.as('outsider'),
      meetingForm(officer, [{ organisation: world.defensoria.ref }], { staff: [] }),
    );
    expect(await untilNextWrite(officer, 'how many', ask)).toBe(first + 1);
  });

  it('is one actor’s own, as their teams are now, and one day’s', async () => {
    const officer = await world.as('officer');
    const first = await untilNextWrite(officer, 'whose', ask);
    const others = [
      await world.as('colleague'),
      { ...officer, actor: { ...officer.actor, teamIds: [world.teams.europe] } },
      await world.as('officer', new Date('2031-01-01T12:00:00Z')),
    ];
    const answers = [];
    for (const other of others) answers.push(await untilNextWrite(other, 'whose', ask));
    expect(answers).toEqual([first + 1, first + 2, first + 3]);
    expect(await untilNextWrite(officer, 'whose else', ask)).toBe(first + 4);
    expect(await untilNextWrite(officer, 'whose', ask)).toBe(first);
  });

  it('is not kept where it could not be given', async () => {
    const officer = await world.as('officer');
    const fail = async () => {
      throw new Error('out of reach');
    };
    await expect(untilNextWrite(officer, 'faulty', fail)).rejects.toThrow('out of reach');
    expect(await untilNextWrite(officer, 'faulty', async () => 'well')).toBe('well');
  });
});
