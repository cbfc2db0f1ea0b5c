import { readInteraction } from '#app/domain/interactions/read-interaction.server.ts';
import { expect, test } from './world.ts';

test.use({ javaScriptEnabled: false });

test('without script the same meeting is logged: names looked up, rows added, errors shown, saved', async ({
  page,
  world,
  signInAs,
}) => {
  await signInAs('officer@demo.example');
  await page.goto('/interactions/new');
  expect(await page.locator('button:not([type="button"])').first().textContent()).toBe('Save interaction');
  await page.getByLabel('Summary').fill('Immunity of the members');
  await page.getByLabel('Participants').fill('moj\nAfi Mensah\nKojo Adjavon\nEsso Tossou, Drafter');
  await page.getByRole('button', { name: 'Find' }).nth(1).click();
  const picked = page.getByRole('list', { name: 'Those who took part' });
  await expect(picked).toContainText('Ministry of Justice');
  await expect(picked).toContainText('Director of legislation');
  const question = page.getByRole('group', { name: 'Who is “Kojo Adjavon”?' });
  const newcomer = page.getByRole('group', { name: 'Who is “Esso Tossou, Drafter”?' });
  await expect(newcomer.getByRole('radio', { name: 'New person' })).toBeChecked();
  await page.getByRole('button', { name: 'Save interaction' }).click();
  await expect(page.getByRole('alert')).toContainText('Say who is meant by each name');
  await question.getByRole('radio', { name: 'Kodjo Adjavon' }).check();
  await expect(picked).toContainText('Esso Tossou');
  await page.getByRole('button', { name: 'Add advice' }).click();
  await expect(page.getByLabel('Advice', { exact: true })).toBeFocused();
  await page.getByLabel('Advice', { exact: true }).fill('Keep immunity after the mandate');
  await page.getByLabel('Provision').selectOption('OPCAT/18');
  for (const title of ['Send comments', 'Ask about the reading']) {
    await page.getByRole('button', { name: 'Add follow-up' }).click();
    await page.getByLabel('Follow-up', { exact: true }).last().fill(title);
  }
  await page.getByRole('button', { name: 'Save interaction' }).click();
  const errors = page.getByRole('alert');
  await expect(errors).toContainText('Choose at least one work area.');
  await expect(page.getByLabel('Summary')).toHaveValue('Immunity of the members');
  await expect(page.getByLabel('Follow-up', { exact: true })).toHaveCount(2);
  await page.getByLabel('Develop legal instruments').first().check();
  await page.getByRole('button', { name: 'Save interaction' }).click();
  await page.waitForURL(/\/interactions\/[0-9a-z]{10}$/);
  const officer = await world.as('officer');
  const whole = await readInteraction(officer, page.url().split('/').at(-1) ?? '');
  expect(whole.participants.map((one) => [one.person_name, one.organisation_name])).toEqual([
    [null, 'Ministry of Justice'],
    ['Afi Mensah', 'Ministry of Justice'],
    ['Esso Tossou', 'Ministry of Justice'],
    ['Kodjo Adjavon', 'Ministry of Justice'],
  ]);
  expect(whole.followUps.map((one) => one.title)).toEqual(['Send comments', 'Ask about the reading']);
  expect(whole.advice[0]?.provision_id).not.toBeNull();
  expect(whole.countries.map((id) => officer.reference.countryById(id).iso3)).toEqual(['TGO']);
});

test('without script countries and colleagues are looked up, and text left there is never passed over', async ({
  page,
  world,
  signInAs,
}) => {
  await signInAs('officer@demo.example');
  await page.goto(`/interactions/new?organisation=${world.ministry.ref}&work_area=tools`);
  await page.getByLabel('Summary').fill('A manual');
  await page.getByRole('button', { name: 'Add follow-up' }).click();
  await page.getByLabel('Follow-up', { exact: true }).fill('Print it in Dakar');
  await page.getByText('Work areas and countries as the meeting').click();
  await page.getByLabel('Where it applies').fill('senegal');
  await page.getByLabel('Countries').fill('bénin');
  await page.getByLabel('Our staff').fill('the');
  await page.getByRole('button', { name: 'Save interaction' }).click();
  await expect(page.getByRole('alert')).toContainText('Choose which “the” you mean.');
  await page.getByRole('checkbox', { name: 'The colleague' }).check();
  await page.getByLabel('Our staff').fill('');
  await page.getByRole('button', { name: 'Save interaction' }).click();
  await page.waitForURL(/\/interactions\/[0-9a-z]{10}$/);
  const officer = await world.as('officer');
  const whole = await readInteraction(officer, page.url().split('/').at(-1) ?? '');
  expect(whole.countries.map((id) => officer.reference.countryById(id).iso3).sort()).toEqual(['BEN', 'TGO']);
  expect(whole.staff).toHaveLength(2);
  expect(whole.followUps[0]?.links.countries).toEqual([officer.reference.findCountry('SEN')?.id]);
});
