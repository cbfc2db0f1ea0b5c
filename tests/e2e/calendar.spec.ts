import { today } from '#app/domain/kernel/context.ts';
import { addDays } from '#app/domain/kernel/fields.ts';
import { logged, meetingForm, type World } from '#tests/world.ts';
import { expect, test } from './world.ts';

/** A planned meeting on the 12th of the next month. */
async function planNextMonth(world: World, summary: string) {
  const officer = await world.as('officer');
  const month = addDays(`${today(officer).slice(0, 7)}-28`, 7).slice(0, 7);
  const date = `${month}-12`;
  const form = meetingForm(officer, [{ organisation: world.ministry.ref }], { date, time: '10:00', summary });
  return { date, ref: await logged(officer, form) };
}

test('from a month to a feed that is revoked, by keyboard', async ({ page, signInAs, world, server }) => {
  const { date, ref } = await planNextMonth(world, 'Budget line of the mechanism');
  await signInAs('officer@demo.example');
  await page.goto('/');
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await expect(page).toHaveURL(/\/calendar$/);
  await page.getByRole('link', { name: 'Next month' }).focus();
  await page.keyboard.press('Enter');
  const table = page.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveCount(7);
  await expect(table.getByRole('link', { name: /Meeting 10:00.*Budget line/ })).toBeVisible();
  await page.getByRole('link', { name: 'Agenda' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/view=agenda/);
  const entry = page.getByRole('link', { name: 'Budget line of the mechanism' });
  await entry.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/interactions/${ref}$`));
  await page.goto(`/calendar?day=${date}`);
  await page.keyboard.press('t');
  await expect(page).toHaveURL(new RegExp(`day=${today(await world.as('officer'))}`));

  await page.getByRole('link', { name: 'Subscribe' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Whose calendar').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const address = page.getByRole('textbox', { name: /Copy it now/ });
  await expect(address).toBeFocused();
  const path = new URL(await address.inputValue()).pathname;
  const feed = await server.anonymous().get(path);
  expect(feed.status).toBe(200);
  expect(feed.text).toContain('SUMMARY:Meeting: Budget line of the mechanism');
  await page.goto('/settings/feeds');
  await expect(page.getByRole('textbox', { name: /Copy it now/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Revoke: Mine' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('That address answers nothing from now on.')).toBeVisible();
  expect((await server.anonymous().get(path)).status).toBe(404);
});

test('moves a meeting, takes it back, and cancels it, from its page and by keyboard', async ({
  page,
  signInAs,
  world,
}) => {
  const { date, ref } = await planNextMonth(world, 'Reading of the draft');
  await signInAs('officer@demo.example');
  await page.goto(`/interactions/${ref}`);
  await page.getByText('Move it to another day or hour').focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Day').fill(addDays(date, 1));
  await page.getByLabel('Day').press('Enter');
  await expect(page.getByText('Moved.').first()).toBeVisible();
  await page.getByRole('button', { name: /^Undo/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Move it to another day or hour').click();
  await expect(page.getByLabel('Day')).toHaveValue(date);
  await page.getByText('Cancel it').focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Why').fill('A strike');
  await page.getByLabel('Why').press('Enter');
  await expect(page.getByText('This was cancelled: A strike')).toBeVisible();
  await page.getByRole('button', { name: 'Plan it again' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Planned again.').first()).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });

  test('shows how many a day holds, and the agenda below', async ({ page, signInAs, world }) => {
    const { date } = await planNextMonth(world, 'A day on a phone');
    await signInAs('officer@demo.example');
    await page.goto(`/calendar?month=${date.slice(0, 7)}`);
    await expect(page.getByRole('table').getByText('A day on a phone')).toBeHidden();
    await expect(page.getByRole('table').locator('.count').first()).toBeVisible();
    await expect(page.locator('.below-month').getByRole('link', { name: 'A day on a phone' })).toBeVisible();
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
  });
});
