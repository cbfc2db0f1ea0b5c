import { renderToStaticMarkup } from 'react-dom/server';
import { createElement } from 'react';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Notes } from '#app/components/interactions/record/notes.tsx';
import { editInteraction } from '#app/domain/interactions/edit-interaction.server.ts';
import type { InteractionForm } from '#app/domain/interactions/form.ts';
import { openForEdit } from '#app/domain/interactions/open-for-edit.server.ts';
import { logInteraction } from '#app/domain/interactions/log-interaction.server.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';
import { showInteraction } from '#app/domain/interactions/show-interaction.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import {
  mentionedIn,
  mentionOf,
  withPlainMentions,
  withTypedMentions,
} from '#app/domain/mentions/mention.ts';
import { listInbox } from '#app/domain/notifications/list-inbox.server.ts';
import { expectNothing } from '#tests/audit-watch.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

const amina = { ref: 'a1b2c3d4e5', name: 'Amina Diallo' };
const short = { ref: 'a1b2c3d4e6', name: 'Amina' };

describe('a mention', () => {
  it('is what was typed as a whole name, where it means one colleague', () => {
    const typed = (text: string, ...more: { ref: string; name: string }[]) =>
      withTypedMentions(text, [amina, ...more]);
    expect(typed('Ask @Amina Diallo, and soon.')).toBe('Ask @[Amina Diallo](a1b2c3d4e5), and soon.');
    expect(typed('@amina diallo @Amina Diallo')).toBe(`${mentionOf(amina)} ${mentionOf(amina)}`);
    expect(typed('@Amina Diallo', short)).toBe(mentionOf(amina));
    expect(typed('@Amina went', short)).toBe(`${mentionOf(short)} went`);
    expect(typed('@Amina Diallo', { ...amina, ref: 'a1b2c3d4e7' })).toBe('@Amina Diallo');
    for (const same of [
      '@Amina Diallos',
      'x@Amina Diallo',
      '@ Amina Diallo',
      '@Ministry',
      mentionOf(amina),
    ]) {
      expect(typed(same)).toBe(same);
    }
  });

  it('is found again whatever stands around it, and leaves other text alone', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const clean = (text: string) => text.replace(/[@[\]()]/g, '');
        const text = clean(before) + mentionOf(amina) + clean(after);
        expect(mentionedIn(text)).toEqual([amina.ref]);
        expect(withPlainMentions(text)).toBe(`${clean(before)}@Amina Diallo${clean(after)}`);
        expect(withTypedMentions(text, [])).toBe(text);
      }),
    );
  });

  it('is shown as a mark, its name as text', () => {
    const html = (text: string) => renderToStaticMarkup(createElement(Notes, { text }));
    expect(html(`Ask **${mentionOf(amina)}** now`)).toContain(
      '<strong><span class="mention">@Amina Diallo</span></strong>',
    );
    expect(html('@[<img src=x onerror=alert(1)>](a1b2c3d4e5)')).not.toContain('<img');
    expect(html('@[x](javascript:alert(1))')).not.toMatch(/<a |class="mention"/);
  });
});

describeOnBoth('mentioning colleagues in notes', (open) => {
  let world: World;
  let officer: Context;
  let colleague: Context;
  let outsider: Context;

  beforeAll(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer');
    colleague = await world.as('colleague');
    outsider = await world.as('outsider');
  });

  const form = (rest: Partial<InteractionForm>) =>
    meetingForm(officer, [{ organisation: world.ministry.ref }], rest);
  const log = (rest: Partial<InteractionForm>) => {
    const parsed = parseInteraction(form(rest));
    if (!parsed.ok) throw new Error('not well formed');
    return logInteraction(officer, parsed.input);
  };
  const told = async (who: Context) =>
    (await listInbox(who, '')).lines.map(({ kind, record }) => `${kind} ${record.ref}`);
  const token = ({ actor }: Context) => mentionOf(actor);

  it('tells them once, and after an edit only those who are new', async () => {
    const ref = await logged(officer, form({ notes: `${token(colleague)} and @The manager were there` }));
    const manager = await world.as('manager');
    expect(await told(colleague)).toEqual([`mentioned ${ref}`]);
    expect(await told(manager)).toEqual([`mentioned ${ref}`]);
    expect((await showInteraction(officer, ref)).notes).toContain(token(manager));
    const edit = await openForEdit(officer, ref);
    const parsed = parseInteraction({ ...edit, notes: `${edit.notes} ${token(outsider)}` });
    if (!parsed.ok) throw new Error('not well formed');
    expect(await editInteraction(officer, ref, parsed.input)).toMatchObject({ outcome: 'saved' });
    expect(await told(colleague)).toHaveLength(1);
    expect(await told(outsider)).toEqual([`mentioned ${ref}`]);
  });

  it('asks what to do about somebody who may not read, and never tells them of what they cannot see', async () => {
    const before = await told(outsider);
    const rest = { notes: `Ask ${token(outsider)}`, sensitivity: 'restricted' };
    const parsed = parseInteraction(form(rest));
    if (!parsed.ok) throw new Error('not well formed');
    await expectNothing(world.db, 'refused', () => logInteraction(officer, parsed.input));
    expect(await log(rest)).toMatchObject({
      errors: { [`mentions.${outsider.actor.ref}`]: expect.stringContaining('Grant access') },
    });
    expect(await log({ ...rest, sensitivity: 'confidential' })).toMatchObject({
      errors: { [`mentions.${outsider.actor.ref}`]: expect.stringContaining('only its teams') },
    });
    expect(await log({ ...rest, untold: [outsider.actor.ref] })).toMatchObject({ outcome: 'saved' });
    expect(await told(outsider)).toEqual(before);
    const granted = await log({ ...rest, readers: [outsider.actor.ref] });
    expect(granted).toMatchObject({ outcome: 'saved' });
    expect(await told(outsider)).toHaveLength(before.length + 1);
  });

  it('lets a level rise over those who were mentioned before, without a question', async () => {
    const ref = await logged(officer, form({ notes: `Ask ${token(outsider)}` }));
    const edit = await openForEdit(officer, ref);
    const parsed = parseInteraction({ ...edit, sensitivity: 'restricted' });
    if (!parsed.ok) throw new Error('not well formed');
    expect(await editInteraction(officer, ref, parsed.input)).toMatchObject({ outcome: 'saved' });
    expect(await told(outsider)).not.toContain(`mentioned ${ref}`);
  });
});
