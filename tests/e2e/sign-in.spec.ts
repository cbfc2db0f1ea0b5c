import { createAccount, createTeam } from '#tests/accounts.ts';
import { expect, test } from './server.ts';

const password = 'seven green umbrellas';

test.beforeAll(async ({ server }) => {
  const teamIds = [await createTeam(server.db)];
  await createAccount(server.db, { email: 'officer@example.org', password, teamIds });
});

test('an officer signs in by keyboard and signs out', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveTitle('Sign in · Rapport');
  await page.getByLabel('Email').fill('officer@example.org');
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Amina Officer' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('the keys work where nothing is being typed', async ({ page, signInAs }) => {
  await signInAs('officer@example.org');
  await page.goto('/settings');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Log interaction');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('n?/');
  await expect(page.getByRole('searchbox')).toHaveValue('n?/');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/\/interactions\/new$/);
});
