import { blankAdvice } from '#app/domain/interactions/form.ts';
import { makePdf } from '#seeds/demo/documents.ts';
import { logged, meetingForm, type World } from '#tests/world.ts';
import { expect, test } from './world.ts';

/** An open meeting of the officer. */
async function meeting(world: World): Promise<string> {
  const officer = await world.as('officer');
  return logged(officer, meetingForm(officer, [{ organisation: world.ministry.ref }]));
}

const report = {
  name: 'Rapport, été.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(makePdf(['What we saw'])),
};

test('adds a file by keyboard, in place, takes it off and back', async ({ page, signInAs, world }) => {
  const ref = await meeting(world);
  await signInAs('officer@demo.example');
  await page.goto(`/interactions/${ref}`);
  const files = page.locator('#files');
  await files.getByLabel('What it is').focus();
  await page.keyboard.type('From the visit');
  await page.keyboard.press('Tab');
  await expect(files.getByLabel('File', { exact: true })).toBeFocused();
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(report);
  await page.keyboard.press('Tab');
  await expect(files.getByRole('button', { name: 'Add file' })).toBeFocused();
  await page.keyboard.press('Enter');
  const line = files.getByRole('listitem').filter({ hasText: report.name });
  await expect(line).toContainText('From the visit');
  await expect(page.getByText('File added.')).toBeVisible();
  const download = page.waitForEvent('download');
  await line.getByRole('link').click();
  expect((await download).suggestedFilename()).toBe(report.name);
  await line.getByRole('button', { name: `Take off ${report.name}` }).click();
  await expect(line).toHaveCount(0);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(files.getByRole('link', { name: report.name })).toBeVisible();
});

test('says in place why a file is refused, and keeps what was typed', async ({ page, signInAs, world }) => {
  const ref = await meeting(world);
  await signInAs('officer@demo.example');
  await page.goto(`/interactions/${ref}`);
  const files = page.locator('#files');
  await files.getByLabel('What it is').fill('Stays');
  const svg = { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>') };
  await files.getByLabel('File', { exact: true }).setInputFiles(svg);
  await files.getByRole('button', { name: 'Add file' }).click();
  await expect(files.getByRole('alert')).toContainText('not kept here');
  await expect(files.getByLabel('What it is')).toHaveValue('Stays');
  await files.getByLabel('File', { exact: true }).setInputFiles(report);
  await files.getByRole('button', { name: 'Add file' }).click();
  await expect(files.getByRole('link', { name: report.name })).toBeVisible();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('adds a file, and is told when it is too large with the words kept', async ({
    page,
    signInAs,
    world,
  }) => {
    test.slow();
    const ref = await meeting(world);
    await signInAs('officer@demo.example');
    await page.goto(`/interactions/${ref}`);
    await page.getByLabel('What it is').fill('Everything');
    const large = { ...report, buffer: Buffer.alloc(30 * 1024 * 1024, '%PDF-') };
    await page.getByLabel('File', { exact: true }).setInputFiles(large);
    await page.getByRole('button', { name: 'Add file' }).click();
    await expect(page.getByRole('alert').first()).toContainText('larger than 25 MB');
    await expect(page.getByLabel('What it is')).toHaveValue('Everything');
    await page.getByLabel('File', { exact: true }).setInputFiles(report);
    await page.getByRole('button', { name: 'Add file' }).click();
    await page.waitForURL(new RegExp(`/interactions/${ref}#files$`));
    await expect(page.locator('#files').getByRole('listitem')).toContainText('Everything');
  });
});

test('adds the document that shows a step of advice, in place, right after the step', async ({
  page,
  signInAs,
  world,
}) => {
  const officer = await world.as('officer');
  const advised = await logged(
    officer,
    meetingForm(officer, [{ organisation: world.ministry.ref }], {
      advice: [{ ...blankAdvice(), text: 'Publish the list of places' }],
    }),
  );
  const { ref } = await world.db
    .selectFrom('advice')
    .innerJoin('interaction', 'interaction.id', 'advice.interaction_id')
    .select('advice.ref')
    .where('interaction.ref', '=', advised)
    .executeTakeFirstOrThrow();
  await signInAs('officer@demo.example');
  await page.goto(`/advice/${ref}`);
  await page.getByLabel('Status').selectOption('adopted');
  await page.getByRole('radio', { name: 'A document' }).check();
  await page.getByLabel('Document', { exact: true }).fill('Official gazette, page 4');
  await page.getByRole('button', { name: 'Save this step' }).click();
  await expect(page).toHaveURL(/#files-[0-9a-z]{10}$/);
  const files = page.locator(new URL(page.url()).hash);
  await files.getByLabel('File', { exact: true }).setInputFiles(report);
  await files.getByRole('button', { name: 'Add file' }).click();
  await expect(files.getByRole('link', { name: report.name })).toBeVisible();
  await expect(page.getByText('File added.')).toBeVisible();
  await expect(files.getByRole('button', { name: 'Add file' })).toBeHidden();
  await files.getByRole('button', { name: `Take off ${report.name}` }).click();
  await expect(files.getByText('Taken off (1)')).toBeVisible();
});
