import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright/test';
import { logged, meetingForm } from '#tests/world.ts';
import { expect, test } from './world.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on the page as it is. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations: found } = await (
      window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }
    ).axe.run();
    return found.map(({ id }) => id);
  });
}

test('a follow-up given to a colleague is in their inbox, and opens by keyboard', async ({
  page,
  signInAs,
  world,
}) => {
  expect(world.teams.africa).toBeGreaterThan(0);
  await signInAs('officer@demo.example');
  await page.goto('/follow-ups/new');
  await page.locator('[name=workAreas]').first().focus();
  await page.keyboard.press('Space');
  // Letters typed on a list choose in it.
  await page.locator('select[name=assignee]').focus();
  await page.keyboard.type('The coll');
  await page.locator('[name=title]').focus();
  await page.keyboard.type('Ask for the draft decree');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Ask for the draft decree' })).toBeVisible();

  await page.context().clearCookies();
  await signInAs('colleague@demo.example');
  await page.goto('/');
  const inbox = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Inbox/ });
  // other journeys of this run may have left some more
  const unread = async () => Number(/\d+/.exec((await inbox.textContent()) ?? '')?.[0] ?? 0);
  const before = await unread();
  expect(before).toBeGreaterThan(0);
  await inbox.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Ask for the draft decree', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Ask for the draft decree' })).toBeVisible();
  expect(await unread()).toBe(before - 1);
  await page.getByRole('button', { name: 'Stop telling me about this' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Tell me about this again' })).toBeVisible();
  await page.goto('/settings/notifications');
  expect(await violations(page)).toEqual([]);
});

test('a mention is picked by keyboard; for somebody without access a reader is offered first', async ({
  page,
  signInAs,
  world,
}) => {
  const officer = await world.as('officer');
  const ref = await logged(
    officer,
    meetingForm(officer, [{ organisation: world.ministry.ref }], { sensitivity: 'restricted' }),
  );
  await signInAs('officer@demo.example');
  await page.goto(`/interactions/${ref}/edit`);
  const notes = page.getByLabel('Notes');
  await notes.focus();
  await page.keyboard.type('Please look at this, @outs');
  await expect(page.getByRole('option', { name: 'The outsider' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(notes).toHaveValue(/^Please look at this, @\[The outsider\]\([0-9a-z]{10}\) $/);
  await page.keyboard.type('thank you');
  await page.keyboard.press('Control+Enter');
  const question = page.getByRole('group', { name: /You mention The outsider, who may not read this/ });
  await expect(question).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Grant access (add as reader)' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.mention')).toHaveText('@The outsider');

  await page.context().clearCookies();
  await signInAs('outsider@demo.example');
  await page.goto('/inbox');
  await expect(page.locator('.inbox li')).toHaveCount(2);
  await expect(page.locator('.inbox')).toContainText('The officer mentioned you in notes');
  await expect(page.locator('.inbox')).toContainText('The officer gave you access');
});
