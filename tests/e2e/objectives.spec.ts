import { today } from '#app/domain/kernel/context.ts';
import { objectiveSet } from '#tests/objectives.ts';
import { logged, meetingForm } from '#tests/world.ts';
import { expect, test } from './world.ts';

test('sets an objective, moves its card with evidence and notes a stance, by keyboard alone', async ({
  page,
  signInAs,
  world,
}) => {
  const officer = await world.as('officer');
  const summary = 'The minister signs the instrument';
  await logged(
    officer,
    meetingForm(officer, [{ organisation: world.ministry.ref }], {
      summary,
      countries: ['TGO'],
      countriesChosen: 'yes',
    }),
  );
  await signInAs('officer@demo.example');
  await page.goto('/objectives/new?country=TGO&track=opcat');
  await expect(page.getByLabel('Set of stages')).toBeVisible();
  await page.getByLabel('Objective', { exact: true }).focus();
  await page.keyboard.type('Togo ratifies by keyboard');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Adv');
  await page.keyboard.press('Enter');
  await page.getByLabel('Objective', { exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Togo ratifies by keyboard' })).toBeVisible();
  const ref = /objectives\/(\w{10})/.exec(page.url())?.[1] ?? '';

  await page.goto('/objectives');
  const grip = page.getByRole('button', { name: 'Move Togo ratifies by keyboard' });
  await grip.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Picked up. It stands at Exploring/)).toBeAttached();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText(/^Signed, 0 objectives/)).toBeAttached();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Move to Signed' })).toBeVisible();
  await expect(page.getByLabel('Since')).toBeFocused();
  await expect(page.getByLabel('Since')).toHaveValue(today(officer));
  await page.getByRole('radio', { name: 'Staff judgement' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'An interaction' })).toBeChecked();
  await expect(page.locator('select[name=interaction] option', { hasText: summary })).toBeAttached();
  await page.locator('select[name=interaction]').focus();
  await page.keyboard.press('ArrowDown');
  await page.getByLabel('Note').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('.board-result')).toContainText('Moved to Signed.');
  await expect(page.locator('[id="stage-opcat.signed"]')).toContainText('Togo ratifies by keyboard');
  await expect(grip).toBeFocused();

  await page.goto(`/objectives/${ref}/stances`);
  await page.getByLabel('Partner').focus();
  await page.keyboard.type('Ministry');
  await expect(page.getByRole('option', { name: /^Ministry of Justice/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Strongly for' }).focus();
  await page.keyboard.press('Space');
  await page.getByLabel('Seen on').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /Ministry of Justice.*Strongly for/ })).toBeVisible();
  await expect(page.locator('#moves')).toContainText(summary);
});

test('asks in the dialog until the move is made, keeping what was typed; tells what a colleague did; is undone', async ({
  page,
  signInAs,
  world,
}) => {
  const officer = await world.as('officer');
  const title = 'Benin makes a law on safeguards';
  const ref = await objectiveSet(officer, { title, country: 'BEN', stage: 'custody_safeguards.mapped' });
  await signInAs('officer@demo.example');
  await page.goto('/objectives?track=custody_safeguards');
  const grip = page.getByRole('button', { name: `Move ${title}` });
  const dialog = page.getByRole('dialog', { name: 'Move to Reform agreed' });
  const move = async () => {
    await grip.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeVisible();
    await dialog.getByLabel('Note').fill('The ministry said so');
    await dialog.getByLabel('Since').press('Enter');
  };
  await move();
  await expect(dialog.locator('#evidence-error')).toHaveText(/^Say what shows it/);
  await expect(dialog.getByRole('radio', { name: 'Staff judgement' })).toBeFocused();
  await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(dialog.getByLabel('Note')).toHaveValue('The ministry said so');
  await expect(page.locator('[id="stage-custody_safeguards.mapped"]')).toContainText(title);
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(grip).toBeFocused();
  await expect(page.locator('.board-result')).toContainText('Moved to Reform agreed.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.board-result')).toContainText('Back at Practice studied.');
  await world.db
    .updateTable('objective')
    .set({ archived_at: new Date().toISOString() })
    .where('ref', '=', ref)
    .execute();
  await move();
  await page.getByRole('radio', { name: 'Staff judgement' }).check();
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('archived');
  await expect(dialog.getByLabel('Note')).toHaveValue('The ministry said so');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.locator('[id="stage-custody_safeguards.mapped"]')).toContainText(title);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a card is moved by its small form', async ({ page, signInAs, world }) => {
    const officer = await world.as('officer');
    await objectiveSet(officer, { title: 'Benin trains its police', country: 'BEN', stage: 'training.need' });
    await signInAs('officer@demo.example');
    await page.goto('/objectives?track=training');
    const card = page.locator('.card', { hasText: 'Benin trains its police' });
    await card.getByText('Move Benin').click();
    await card.getByRole('combobox', { name: 'New stage' }).selectOption({ label: 'Piloted' });
    await card.getByRole('button', { name: 'Move' }).click();
    await expect(page.getByRole('alert')).toContainText('Say what shows it');
    await expect(page.getByLabel('To', { exact: true })).toHaveValue('training.piloted');
    await page.goBack();
    await card.getByText('Move Benin').click();
    await card.getByRole('combobox', { name: 'New stage' }).selectOption({ label: 'Piloted' });
    await card.getByRole('combobox', { name: 'What shows' }).selectOption({ label: 'Staff judgement' });
    await card.getByRole('button', { name: 'Move' }).click();
    await expect(page.locator('[id="stage-training.piloted"]')).toContainText('Benin trains its police');
    await page.getByRole('button', { name: /Undo/ }).click();
    await expect(page.locator('[id="stage-training.need"]')).toContainText('Benin trains its police');
  });
});
