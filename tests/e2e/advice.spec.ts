import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright/test';
import { addDays } from '#app/domain/kernel/fields.ts';
import { today } from '#app/domain/kernel/context.ts';
import { logged, meetingForm } from '#tests/world.ts';
import { expect, test } from './world.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

test('from a passage of the notes to what came of it, and back, by keyboard alone', async ({
  page,
  signInAs,
  world,
}) => {
  const officer = await world.as('officer');
  const ref = await logged(
    officer,
    meetingForm(officer, [{ organisation: world.ministry.ref }], {
      date: addDays(today(officer), -20),
      notes: 'They asked about costs.\n\nVisits must be possible at night. We had tea.',
    }),
  );
  await logged(
    officer,
    meetingForm(officer, [{ organisation: world.ministry.ref }], {
      date: addDays(today(officer), -2),
      summary: 'The order was shown to us',
    }),
  );
  await signInAs('officer@demo.example');
  await page.goto(`/interactions/${ref}`);
  await select(page, 'Visits must be possible at night.');
  const offered = page.locator('[data-make-advice]');
  await expect(offered).toBeVisible();
  await page.keyboard.press('m');
  await expect(page.getByLabel('Advice', { exact: true })).toHaveValue('Visits must be possible at night.');
  await expect(page.getByRole('list', { name: 'Picked' })).toContainText('Ministry of Justice');
  await page.getByLabel('Advice', { exact: true }).press('Control+Enter');
  await page.waitForURL(/\/advice\/[0-9a-z]{10}$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Visits must be possible at night.');

  await page.getByLabel('Status').focus();
  await page.getByLabel('Status').selectOption('adopted');
  await page.getByLabel('What changed').focus();
  await page.keyboard.type('The order allows visits at any hour.');
  await page.getByRole('radio', { name: 'A meeting, call or letter of ours' }).press('Space');
  const meeting = page.getByLabel('Meeting', { exact: true });
  const shown = await meeting
    .locator('option', { hasText: 'The order was shown to us' })
    .getAttribute('value');
  await meeting.selectOption(shown);
  await page.getByLabel('Our contribution').selectOption('plausible');
  await page.getByLabel('What changed').press('Control+Enter');
  const chain = page.locator('#chain');
  await expect(chain).toContainText('The order allows visits at any hour.');
  await expect(chain.getByRole('link', { name: 'The order was shown to us' })).toBeVisible();
  await expect(chain).toContainText('Plausible');

  await page.getByLabel('Status').selectOption('rejected');
  await page.getByRole('radio', { name: 'The judgement of our staff' }).check();
  const why = page.getByLabel('Why it was turned back');
  await expect(why).toBeVisible();
  await page.getByLabel('What changed').press('Control+Enter');
  await expect(why).toBeFocused();
  await page.keyboard.type('The court struck the order down.');
  await page.keyboard.press('Control+Enter');
  await expect(chain).toContainText('The court struck the order down.');
  await expect(page.locator('.bar .tag').first()).toHaveText('Rejected');
  for (const address of [page.url().split('#')[0] ?? '', '/advice', '/advice/new']) {
    await page.goto(address);
    await page.evaluate(axe);
    const faults = await page.evaluate(async () => {
      const found = await (
        window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }
      ).axe.run();
      return found.violations.map(({ id }) => id);
    });
    expect(faults, address).toEqual([]);
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('makes advice of the notes, and keeps what was typed where it is refused', async ({
    page,
    signInAs,
    world,
  }) => {
    const officer = await world.as('officer');
    const ref = await logged(
      officer,
      meetingForm(officer, [{ organisation: world.ministry.ref }], { notes: 'A register in every cell.' }),
    );
    await signInAs('officer@demo.example');
    await page.goto(`/interactions/${ref}`);
    await page.getByText('Advice from these notes').click();
    await page.getByLabel('Passage').fill('A register');
    await page.getByRole('button', { name: 'Make advice of this' }).last().click();
    await page.getByLabel('Advice', { exact: true }).fill('');
    await page.getByRole('button', { name: 'Save advice' }).last().click();
    await expect(page.getByRole('alert')).toContainText('Write what was advised.');
    await page.getByLabel('Advice', { exact: true }).fill('A register in every place');
    await page.getByRole('button', { name: 'Save advice' }).last().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('A register in every place');
  });
});

/** As caret browsing selects: no mouse, and nothing else on the page has the focus. */
async function select(page: Page, words: string): Promise<void> {
  await page.evaluate((text) => {
    const walker = document.createTreeWalker(
      document.querySelector('[data-passages]') ?? document,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(text) ?? -1;
      if (at < 0) continue;
      document.getSelection()?.setBaseAndExtent(node, at, node, at + text.length);
    }
  }, words);
}
