import { blankFollowUp } from '#app/domain/interactions/form.ts';
import { today } from '#app/domain/kernel/context.ts';
import { addDays } from '#app/domain/kernel/fields.ts';
import { logged, meetingForm, type World } from '#tests/world.ts';
import { expect, test } from './world.ts';

/** A meeting with follow-ups for the officer, due that many days from today. Answers their refs, in order. */
async function work(world: World, tasks: readonly [title: string, days: number][]): Promise<string[]> {
  const officer = await world.as('officer');
  // the rows of other journeys would stand between these
  await world.db.updateTable('follow_up').set({ archived_at: '2026-01-01T00:00:00.000Z' }).execute();
  const followUps = tasks.map(([title, days]) => ({
    ...blankFollowUp(officer.actor.ref, addDays(today(officer), days)),
    title,
  }));
  await logged(officer, meetingForm(officer, [{ organisation: world.ministry.ref }], { followUps }));
  const rows = await world.db
    .selectFrom('follow_up')
    .select(['ref', 'title'])
    .where(
      'title',
      'in',
      tasks.map(([title]) => title),
    )
    .execute();
  return tasks.map(([title]) => rows.find((row) => row.title === title)?.ref ?? '');
}

test('a morning by keyboard alone: move, complete and say what is next, put off, hand on, undo', async ({
  page,
  signInAs,
  world,
}) => {
  const [first = '', second = '', third = ''] = await work(world, [
    ['Call the ministry', -2],
    ['Send the comments', 0],
    ['Read the draft', 30],
  ]);
  await signInAs('officer@demo.example');
  await page.goto('/follow-ups');
  await expect(page.getByRole('heading', { name: 'My work' })).toBeVisible();
  for (const group of [/Overdue/, /Today/, /Later/]) {
    await expect(page.getByRole('heading', { name: group })).toBeVisible();
  }
  await expect(page.getByRole('button', { name: /^Snooze/ }).first()).toHaveAttribute(
    'aria-expanded',
    'false',
  );
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  const row = (ref: string) => page.locator(`#todo-${ref}`);
  const title = (ref: string) => row(ref).locator('[data-row-title]');

  await page.keyboard.press('j');
  await expect(title(first)).toBeFocused();
  await page.keyboard.press('j');
  await expect(title(second)).toBeFocused();
  await page.keyboard.press('k');
  await expect(title(first)).toBeFocused();

  await page.keyboard.press('e');
  await expect(row(first).getByLabel('What happened?')).toBeFocused();
  await page.keyboard.type('They want it in writing: jkesa');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Write to the minister');
  await page.keyboard.press('Enter');
  await expect(row(first).getByRole('button', { name: /^Open again/ })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Write to the minister' })).toBeVisible();
  const next = await world.db
    .selectFrom('follow_up')
    .selectAll()
    .where('title', '=', 'Write to the minister')
    .executeTakeFirstOrThrow();
  expect(next.due_on).toBe(addDays(today(await world.as('officer')), 7));

  await page.keyboard.press('j');
  await expect(title(second)).toBeFocused();
  await page.keyboard.press('s');
  await expect(row(second).getByRole('button', { name: /Until tomorrow/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row(second)).toContainText('Put off until');
  await expect(title(second)).toBeFocused();
  await page.keyboard.press('z');
  await expect(row(second)).not.toContainText('Put off until');
  await expect(row(second)).toContainText('today');

  await title(second).focus();
  await page.keyboard.press('j');
  await expect(title(next.ref)).toBeFocused();
  await page.keyboard.press('j');
  await expect(title(third)).toBeFocused();
  await page.keyboard.press('a');
  const choice = row(third).getByLabel('Who is to do it?');
  await expect(choice).toBeFocused();
  await expect(choice.locator('option')).not.toHaveCount(1);
  await page.keyboard.type('The colleague');
  await page.keyboard.press('Tab');
  await page.keyboard.type('You know the draft');
  await page.keyboard.press('Enter');
  await expect(row(third)).toContainText('Given to The colleague.');
  await page.keyboard.press('z');
  await expect(row(third)).not.toContainText('Given to');

  await row(first)
    .getByRole('button', { name: /^Open again/ })
    .focus();
  await page.keyboard.press('z');
  await expect(row(first)).toContainText('2 days late');
  // the row can say so before the server has
  const gone = () =>
    world.db
      .selectFrom('follow_up')
      .select('archived_at')
      .where('id', '=', next.id)
      .executeTakeFirstOrThrow();
  await expect.poll(async () => (await gone()).archived_at).not.toBeNull();
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
});

test('follows what is done in place at once: counts, and what is to be done next', async ({
  page,
  signInAs,
  world,
}) => {
  const [late = '', soon = '', given = ''] = await work(world, [
    ['Answer the letter', -3],
    ['Ring the prosecutor', 0],
    ['Review the manual', 0],
  ]);
  await signInAs('officer@demo.example');
  await page.goto('/follow-ups');
  const row = (ref: string) => page.locator(`#todo-${ref}`);
  const group = (name: string) => page.getByRole('heading', { name: new RegExp(`^${name}`) });
  const mine = page.getByRole('navigation', { name: 'Whose' }).getByRole('link', { name: /^Mine/ });
  const snoozed = page.getByRole('navigation', { name: 'State' }).getByRole('link', { name: /^Snoozed/ });
  await expect(mine).toHaveText('Mine3');
  await expect(group('Overdue')).toHaveText('Overdue1');
  await expect(group('Today')).toHaveText('Today2');
  await expect(snoozed).toHaveText('Snoozed');

  await row(late)
    .getByRole('button', { name: /^Complete/ })
    .click();
  await row(late).getByLabel('Next follow-up').fill('Read their answer');
  await row(late)
    .getByLabel('Due')
    .fill(addDays(today(await world.as('officer')), 60));
  await row(late).getByLabel('Due').press('Enter');
  await expect(page.getByRole('link', { name: 'Read their answer' })).toBeVisible();
  await expect(group('Later')).toHaveText('Later1');
  await expect(group('Overdue')).toHaveText('Overdue0');
  await expect(mine).toHaveText('Mine2');
  await expect(row(late).getByRole('button', { name: /^Undo/ })).toBeVisible();

  await row(soon)
    .getByRole('button', { name: /^Snooze/ })
    .click();
  await row(soon)
    .getByRole('button', { name: /Until tomorrow/ })
    .click();
  await expect(snoozed).toHaveText('Snoozed1');
  await expect(group('Today')).toHaveText('Today1');
  await expect(mine).toHaveText('Mine1');

  await row(given)
    .getByRole('button', { name: /^Assign/ })
    .click();
  await row(given).getByLabel('Who is to do it?').selectOption({ label: 'The colleague' });
  await row(given).getByRole('button', { name: 'Assign', exact: true }).click();
  await expect(row(given)).toContainText('Given to The colleague.');
  await expect(group('Today')).toHaveText('Today0');
  await expect(mine).toHaveText('Mine');

  await row(soon).getByRole('button', { name: /^Undo/ }).click();
  await expect(snoozed).toHaveText('Snoozed');
  await expect(group('Today')).toHaveText('Today1');
  await row(late).getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByRole('link', { name: 'Read their answer' })).toHaveCount(0);
  await expect(mine).toHaveText('Mine2');
});

test('leaves single keys alone for who has switched them off', async ({ page, signInAs, world }) => {
  await work(world, [['Quiet keys', 1]]);
  await world.db.updateTable('account').set({ shortcuts_off: 1 }).where('name', '=', 'The officer').execute();
  await signInAs('officer@demo.example');
  await page.goto('/follow-ups');
  await page.keyboard.press('j');
  await page.keyboard.press('e');
  await expect(page.getByLabel('What happened?').first()).toBeHidden();
  await expect(page.locator('[data-row-title]:focus')).toHaveCount(0);
  await expect(page.getByText('move, e complete')).toHaveCount(0);
  await world.db.updateTable('account').set({ shortcuts_off: 0 }).execute();
});

test('logs the interaction that fulfils a follow-up, and completes it by saving', async ({
  page,
  signInAs,
  world,
}) => {
  const [ref = ''] = await work(world, [['Meet them again', 0]]);
  await signInAs('officer@demo.example');
  await page.goto('/follow-ups');
  const row = page.locator(`#todo-${ref}`);
  await row.locator('[data-row-title]').focus();
  await page.keyboard.press('e');
  await page.keyboard.type('They agreed to most of it');
  await row.getByRole('button', { name: 'Log the interaction' }).click();
  await expect(page.getByText('Saving this completes the follow-up')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('They agreed to most of it');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Interaction saved.')).toBeVisible();
  await page.goto(`/follow-ups/${ref}`);
  await expect(page.getByText('Logged as')).toBeVisible();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('puts off, hands on and moves dates by plain posts, and takes each back', async ({
    page,
    signInAs,
    world,
  }) => {
    const [ref = ''] = await work(world, [['Plain and simple', 1]]);
    await signInAs('officer@demo.example');
    await page.goto('/follow-ups');
    await page.locator(`#todo-${ref}`).getByText('Snooze').click();
    await page.getByRole('button', { name: /Until next week/ }).click();
    await expect(page.locator('.tag', { hasText: 'Snoozed until' })).toBeVisible();
    await page.getByRole('button', { name: /Undo/ }).click();
    await expect(page.getByText('Due again.')).toBeVisible();
    await page.getByLabel('To', { exact: true }).selectOption({ label: 'The colleague' });
    await page.getByRole('button', { name: 'Assign', exact: true }).click();
    await expect(page.locator('.toast', { hasText: 'Given to The colleague.' })).toBeVisible();
    await page.getByRole('button', { name: /Undo/ }).click();
    await page.goto('/follow-ups');
    await page.getByLabel('Select: Plain and simple').check();
    await page.getByRole('button', { name: 'Move the dates of those selected' }).click();
    await page.getByLabel('Days').fill('7');
    await page.getByRole('button', { name: 'Show what would move' }).click();
    await expect(page.getByText(/This moves 1 follow-up, from/)).toBeVisible();
    await page.getByRole('button', { name: 'Move them' }).click();
    await expect(page.locator('.toast', { hasText: 'Moved: 1.' })).toBeVisible();
    await page.getByRole('button', { name: /Undo/ }).click();
    await expect(page.locator('.toast', { hasText: 'Moved back: 1.' })).toBeVisible();
  });
});
