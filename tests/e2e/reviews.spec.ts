import type { Page } from 'playwright/test';
import { blankAdvice } from '#app/domain/interactions/form.ts';
import { logged, meetingForm } from '#tests/world.ts';
import { expect, test } from './world.ts';

// under load the browser gives up a transition between two pages, and says so as if it were a fault of the page
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const LIST = `12. Designate the national preventive mechanism
13. Bring the definition of torture into line
    with article 1
14. Publish the report of the delegation`;

/** Tabs to what has this role and name, as a person without a mouse does. */
async function tabTo(
  page: Page,
  role: 'button' | 'link' | 'combobox' | 'textbox' | 'checkbox',
  name: string | RegExp,
) {
  const target = page.getByRole(role, { name }).first();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return target;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Not reached by Tab: ${role} ${String(name)}`);
}

async function pressOn(page: Page, role: 'button' | 'link', name: string | RegExp) {
  await tabTo(page, role, name);
  await page.keyboard.press('Enter');
}

/** From the list of reviews to a recommendation that advice pushes, by keyboard alone. */
async function walk(page: Page) {
  await page.goto('/reviews');
  await pressOn(page, 'link', 'Add review');
  await expect(page.getByLabel('State under review')).toBeFocused();
  await page.keyboard.type('Togo');
  await tabTo(page, 'combobox', 'Body');
  await page.keyboard.type('CAT');
  await tabTo(page, 'textbox', 'Begins');
  await page.keyboard.type('2027-07-12');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'CAT Committee: Togo' })).toBeVisible();

  await pressOn(page, 'link', 'Plan deadlines');
  await expect(page.getByText('Counted from 12 Jul 2027')).toBeVisible();
  await pressOn(page, 'button', 'Set these deadlines');
  await expect(
    page
      .getByRole('status')
      .or(page.getByText(/deadlines set/))
      .first(),
  ).toBeVisible();
  const report = page.getByRole('listitem').filter({ hasText: 'Alternative report' });
  await expect(report).toContainText('7 Jun 2027');
  await pressOn(page, 'button', 'Mark as done: Alternative report');
  await expect(report).toContainText('Done');

  await pressOn(page, 'link', 'Add recommendations');
  await expect(page.getByLabel('Recommendations', { exact: true })).toBeFocused();
  await page.keyboard.insertText(LIST);
  await tabTo(page, 'checkbox', /Advocate for preventive mechanisms/);
  await page.keyboard.press('Space');
  await pressOn(page, 'button', 'Read the list');
  await expect(page.getByText('3 rows were read')).toBeVisible();
  await expect(page.getByLabel('Text of row 2')).toHaveValue(
    'Bring the definition of torture into line with article 1',
  );
  await pressOn(page, 'button', 'Save these recommendations');
  await expect(page.getByText('3 recorded')).toBeVisible();

  await pressOn(page, 'link', 'Designate the national preventive mechanism');
  await tabTo(page, 'combobox', 'Link a record of ours');
  await page.keyboard.press('ArrowDown');
  await pressOn(page, 'button', 'Link it');
  await expect(page.getByRole('heading', { name: /What of ours pushes it/ })).toContainText('1 record');
  await expect(page.getByRole('link', { name: 'Give the mechanism a budget line of its own' })).toBeVisible();
}

test.beforeEach(async ({ world, signInAs }) => {
  const officer = await world.as('officer');
  const advice = { ...blankAdvice(), text: 'Give the mechanism a budget line of its own', topic: 'npm_law' };
  await logged(
    officer,
    meetingForm(officer, [{ organisation: world.ministry.ref }], {
      countries: ['TGO'],
      countriesChosen: 'yes',
      advice: [advice],
    }),
  );
  await signInAs('officer@demo.example');
});

test('plans a review back, records what came of it, and links what pushes it, by keyboard alone', async ({
  page,
}) => {
  await walk(page);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('does the same by plain posts', async ({ page }) => {
    await page.goto('/reviews/new');
    await page.getByLabel('State under review').selectOption('PER');
    await page.getByLabel('Body').selectOption('CAT-C');
    await page.getByLabel('Begins').pressSequentially('31 February 2027');
    await expect(page.getByLabel('Begins')).toHaveValue('31 February 2027');
    await page.getByRole('button', { name: 'Save review' }).click();
    await expect(page.getByRole('alert')).toContainText('This is no date');
    await expect(page.getByLabel('Begins')).toHaveValue('2027-02-31');
    await page.getByLabel('Begins').fill('Feb 2027');
    await page.getByRole('button', { name: 'Save review' }).click();
    await page.getByRole('link', { name: 'Plan deadlines' }).click();
    await expect(page.getByText('the first day on which it may begin')).toBeVisible();
    await page.setViewportSize({ width: 360, height: 800 });
    const tick = await page.locator('td.pick input').first().boundingBox();
    const words = await page.locator('td.title').first().boundingBox();
    expect((tick?.x ?? 0) + (tick?.width ?? 0)).toBeLessThanOrEqual(words?.x ?? 0);
    await page.getByRole('button', { name: 'Set these deadlines' }).click();
    await page.getByRole('link', { name: 'Add recommendations' }).click();
    await page.getByLabel('Recommendations', { exact: true }).fill('Left out\nOne thing\nAnother thing');
    await page.getByRole('button', { name: 'Read the list' }).click();
    await page.getByLabel('Save row 1').uncheck();
    await page.getByRole('button', { name: 'Save these recommendations' }).click();
    const faults = page.getByRole('alert').getByRole('listitem');
    await expect(faults).toHaveText([
      'Row 2: Choose at least one work area.',
      'Row 3: Choose at least one work area.',
    ]);
    await expect(page.getByLabel('Text of row 3')).toHaveValue('Another thing');
    await expect(page.getByLabel('Save row 1')).not.toBeChecked();
    await expect(page.getByRole('group', { name: 'Work areas of row 2' }).locator(':focus')).toHaveCount(1);
    for (const row of [2, 3]) {
      await page
        .getByRole('group', { name: `Work areas of row ${row}` })
        .getByLabel('Strengthen capacities')
        .check();
    }
    await page.getByRole('button', { name: 'Save these recommendations' }).click();
    await expect(page.getByText('2 recorded')).toBeVisible();
  });
});
