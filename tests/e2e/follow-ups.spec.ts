import { blankFollowUp } from '#app/domain/interactions/form.ts';
import { completeFollowUp } from '#app/domain/follow-ups/complete-follow-up.server.ts';
import { today } from '#app/domain/kernel/context.ts';
import { addDays } from '#app/domain/kernel/fields.ts';
import { logged, meetingForm, type World } from '#tests/world.ts';
import { expect, test } from './world.ts';

let count = 0;

/** A meeting with one follow-up for the officer, due days from today. Returns the title of the follow-up. */
async function due(world: World, days: number): Promise<{ title: string; ref: string }> {
  const officer = await world.as('officer');
  const title = `Send comments ${(count += 1)}`;
  const followUp = { ...blankFollowUp(officer.actor.ref, addDays(today(officer), days)), title };
  await logged(
    officer,
    meetingForm(officer, [{ organisation: world.ministry.ref }], { followUps: [followUp] }),
  );
  const row = await world.db
    .selectFrom('follow_up')
    .select('ref')
    .where('title', '=', title)
    .executeTakeFirstOrThrow();
  return { title, ref: row.ref };
}

test('completes in place by keyboard, tells what happened, and takes it back', async ({
  page,
  signInAs,
  world,
}) => {
  const { title, ref } = await due(world, -3);
  await due(world, 2);
  await signInAs('officer@demo.example');
  await page.goto('/follow-ups');
  await expect(page.getByRole('heading', { name: /Overdue/ })).toBeVisible();
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  const row = page.locator(`#todo-${ref}`);
  await expect(row).toContainText('3 days late');
  const tick = row.getByRole('button', { name: `Complete: ${title}` });
  await expect(tick).toHaveAttribute('aria-expanded', 'false');
  await tick.focus();
  await page.keyboard.press('Enter');
  await expect(row.getByLabel('What happened?')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(tick).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Sent by post');
  await page.keyboard.press('Enter');
  await expect(row.getByRole('button', { name: `Open again: ${title}` })).toBeFocused();
  await expect(row).toContainText('The officer');
  await expect(row.getByRole('link', { name: 'Log interaction' })).toHaveAttribute(
    'href',
    `/interactions/new?follow_up=${ref}`,
  );
  const saved = await world.db
    .selectFrom('follow_up')
    .select('outcome')
    .where('ref', '=', ref)
    .executeTakeFirst();
  expect(saved?.outcome).toBe('Sent by post');
  await row.getByRole('button', { name: /^Undo/ }).click();
  await expect(row).toContainText('3 days late');
  await expect(tick).toBeFocused();
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
});

test('shows as done what a colleague has completed meanwhile, and says who', async ({
  page,
  signInAs,
  world,
}) => {
  const { title, ref } = await due(world, 0);
  await signInAs('officer@demo.example');
  await page.goto('/follow-ups');
  const row = page.locator(`#todo-${ref}`);
  await row.getByRole('button', { name: `Complete: ${title}` }).click();
  await completeFollowUp(await world.as('colleague'), ref, 'I did');
  await row.getByLabel('What happened?').fill('So did I');
  await row.getByRole('button', { name: 'Complete', exact: true }).click();
  await expect(row).toContainText('The colleague has completed this already.');
  await expect(row.getByRole('button', { name: `Open again: ${title}` })).toBeVisible();
});

test('keeps what was typed when the line is lost', async ({ page, signInAs, world }) => {
  const { title, ref } = await due(world, 1);
  await signInAs('officer@demo.example');
  await page.goto('/follow-ups');
  const row = page.locator(`#todo-${ref}`);
  await row.getByRole('button', { name: `Complete: ${title}` }).click();
  await row.getByLabel('What happened?').fill('Called them');
  await page.route('**/follow-ups.data*', (route) => route.abort());
  await page.keyboard.press('Enter');
  await expect(row).toContainText('Not saved yet');
  await expect(row.getByLabel('What happened?')).toHaveValue('Called them');
  await page.unroute('**/follow-ups.data*');
  await row.getByLabel('What happened?').press('Enter');
  await expect(row.getByRole('button', { name: `Open again: ${title}` })).toBeVisible();
  await expect(row).not.toContainText('Not saved yet');
});

test('keeps what was typed when the session has ended', async ({ page, signInAs, world }) => {
  const { title, ref } = await due(world, 1);
  await signInAs('officer@demo.example');
  await page.goto('/follow-ups');
  const row = page.locator(`#todo-${ref}`);
  await row.getByRole('button', { name: `Complete: ${title}` }).click();
  await row.getByLabel('What happened?').fill('Called them');
  await world.db.updateTable('session').set({ expires_at: '2020-01-01T00:00:00.000Z' }).execute();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sign in to continue' })).toBeVisible();
  await expect(page.getByText('What you typed is kept')).toBeVisible();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('completes by a plain post, and opens again by the toast', async ({ page, signInAs, world }) => {
    const { title, ref } = await due(world, -1);
    await signInAs('officer@demo.example');
    await page.goto('/follow-ups');
    const row = page.locator(`#todo-${ref}`);
    await row.getByRole('button', { name: `Complete: ${title}` }).click();
    await expect(row).toHaveCount(0);
    await page.getByRole('button', { name: /Undo/ }).click();
    await expect(row).toBeVisible();
  });
});
