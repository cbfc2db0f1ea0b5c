import type { Page } from 'playwright/test';
import { readInteraction } from '#app/domain/interactions/read-interaction.server.ts';
import type { Db } from '#db/client.ts';
import { expect, test } from './world.ts';

/** Presses keys as hands do, and counts those that type nothing. */
class Hands {
  presses = 0;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(key: string, times = 1): Promise<void> {
    for (let n = 0; n < times; n += 1) {
      await this.page.keyboard.press(key);
      this.presses += 1;
    }
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Letters pressed in a list type nothing: each counts. */
  async choose(letters: string): Promise<void> {
    await this.page.keyboard.type(letters);
    this.presses += letters.length;
  }

  /** Tab until the field or button of that name has the focus. */
  async tabTo(name: string): Promise<void> {
    for (let n = 0; n < 30; n += 1) {
      await this.press('Tab');
      const focused = await this.page.evaluate(() => {
        const field = document.activeElement;
        const labels =
          field instanceof HTMLInputElement ||
          field instanceof HTMLTextAreaElement ||
          field instanceof HTMLSelectElement
            ? field.labels
            : null;
        // without the letter of a work area and the keys of a button, which are for the eye only
        const copy = (labels?.[0] ?? field)?.cloneNode(true) as Element | undefined;
        copy?.querySelectorAll('[aria-hidden]').forEach((mark) => mark.remove());
        return copy?.textContent?.trim() ?? '';
      });
      if (focused === name) return;
    }
    throw new Error(`No Tab leads to “${name}”.`);
  }

  /** Picks the first suggestion for what is typed. */
  async pick(text: string, shown: string): Promise<void> {
    await this.type(text);
    await expect(this.page.getByRole('option', { name: shown }).first()).toBeVisible();
    await this.press('Enter');
    await expect(
      this.page.getByRole('list', { name: 'Those who took part' }).filter({ hasText: shown }),
    ).toBeVisible();
  }
}

const savedRef = async (page: Page): Promise<string> => {
  await page.waitForURL(/\/interactions\/[0-9a-z]{10}$/);
  return page.url().split('/').at(-1) ?? '';
};

test('an officer logs a meeting with a ministry by keyboard alone, in at most 40 key actions', async ({
  page,
  world,
  signInAs,
}) => {
  await signInAs('officer@demo.example');
  await page.goto('/');
  const hands = new Hands(page);
  await hands.press('n');
  await expect(page.getByLabel('Participants')).toBeFocused();
  await hands.pick('moj', 'Ministry of Justice');
  await hands.pick('mensah', 'Afi Mensah');
  await hands.pick('adjav', 'Kodjo Adjavon');
  await hands.type('Komi Agbeko');
  await expect(page.getByRole('option', { name: 'New person “Komi Agbeko”' })).toBeVisible();
  await hands.press('Enter');
  await expect(page.getByLabel('Name of the new person')).toHaveValue('Komi Agbeko');
  await hands.tabTo('Develop legal instruments');
  await hands.press('Space');
  await hands.tabTo('Advocate for preventive mechanisms');
  await hands.press('Space');
  await hands.tabTo('Summary');
  await hands.type('NPM draft law: seat, budget and immunity of members');
  await hands.tabTo('Add advice');
  await hands.press('Enter');
  await expect(page.getByLabel('Advice', { exact: true })).toBeFocused();
  await hands.type('Keep immunity for words and acts of office after the mandate ends');
  await hands.tabTo('Instrument');
  await hands.choose('op');
  await hands.tabTo('Add follow-up');
  await hands.press('Enter');
  await expect(page.getByLabel('Follow-up', { exact: true })).toBeFocused();
  await hands.type('Send comments on art. 12 to 15');
  await hands.tabTo('Add follow-up');
  await hands.press('Enter');
  await expect(page.getByLabel('Follow-up', { exact: true }).nth(1)).toBeFocused();
  await hands.type('Ask about the second reading');
  await hands.press('Control+Enter');
  const ref = await savedRef(page);
  const whole = await readInteraction(await world.as('officer'), ref);
  const { reference } = await world.as('officer');
  expect(whole.participants.map((one) => one.person_name ?? one.organisation_name)).toEqual([
    'Ministry of Justice',
    'Afi Mensah',
    'Kodjo Adjavon',
    'Komi Agbeko',
  ]);
  expect(whole.participants[3]?.organisation_name).toBe('Ministry of Justice');
  expect(whole.countries.map((id) => reference.countryById(id).iso3)).toEqual(['TGO']);
  expect(whole.advice.map((one) => one.text)).toEqual([
    'Keep immunity for words and acts of office after the mandate ends',
  ]);
  expect(whole.instruments.map((id) => reference.instrumentById(id).code)).toEqual(['OPCAT']);
  expect(whole.followUps.map((one) => one.title)).toEqual([
    'Send comments on art. 12 to 15',
    'Ask about the second reading',
  ]);
  console.log(`      key actions: ${hands.presses}`);
  expect(hands.presses).toBeLessThanOrEqual(40);
});

test('ten names pasted, one a line, become ten participants or questions', async ({
  page,
  world,
  signInAs,
}) => {
  const officer = await world.as('officer');
  const positions = [{ organisationId: world.league.id, title: 'Delegate', fromOn: '2020-01-01' }];
  for (const name of ['Ama Kpeglo', 'Yao Dossa', 'Sena Agbo', 'Sena Agbo'])
    await world.addPerson(officer, { name, positions });
  await signInAs('officer@demo.example');
  await page.goto('/interactions/new');
  const lines = [
    'Ama Kpeglo',
    'YAO DOSSA',
    'Sena Agbo',
    'Afi Mensah',
    'Kodjo Adjavón',
    'MoJ',
    'Akou Lawson',
    'Mawuli Tetteh, Judge, Court of Lomé',
    '12 police trainers, 5 women',
    'Kofi Ablavi',
  ];
  const field = page.getByLabel('Participants');
  await expect(field).toHaveRole('combobox');
  await field.evaluate((input, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, lines.join('\n'));
  const picked = page.getByRole('list', { name: 'Those who took part' });
  await expect(picked.getByRole('listitem')).toHaveCount(9);
  await expect(picked).toContainText('Kodjo Adjavon');
  await expect(picked).toContainText('12 police trainers');
  await page.getByRole('group', { name: 'Who is “Sena Agbo”?' }).getByRole('radio').first().click();
  await expect(picked.getByRole('listitem')).toHaveCount(10);
});

test('a likely duplicate is pointed out, and can be used instead', async ({ page, world, signInAs }) => {
  const officer = await world.as('officer');
  const positions = [{ organisationId: world.league.id, title: 'Deputy', fromOn: '2020-01-01' }];
  await world.addPerson(officer, { name: 'Essivi Atayi', positions });
  await signInAs('officer@demo.example');
  await page.goto('/interactions/new');
  await page.getByLabel('Participants').pressSequentially('Essi Atayi');
  await page.getByRole('option', { name: 'New person “Essi Atayi”' }).click();
  await expect(page.getByText('Similar: Essivi Atayi')).toBeVisible();
  await page.getByRole('button', { name: 'Use this one: Essivi Atayi' }).click();
  await expect(page.getByRole('list', { name: 'Those who took part' })).toContainText('Deputy');
  await expect(page.getByLabel('Name of the new person')).toHaveCount(0);
});

test('whoever types before the script has come stays in the field', async ({ page, world, signInAs }) => {
  await signInAs('officer@demo.example');
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/assets/entry.client-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`/interactions/new?organisation=${world.ministry.ref}&work_area=capacities`, {
    waitUntil: 'commit',
  });
  const summary = page.getByLabel('Summary');
  await summary.click();
  await page.keyboard.type('Typed early');
  release();
  await expect(page.getByRole('combobox', { name: 'Participants' })).toBeVisible();
  await expect(summary).toBeFocused();
  await page.keyboard.type(', and late');
  await expect(summary).toHaveValue('Typed early, and late');
});

test('the same form sent twice makes one record', async ({ page, world, signInAs }) => {
  await signInAs('officer@demo.example');
  await page.goto(`/interactions/new?organisation=${world.ministry.ref}&work_area=capacities`);
  await page.getByLabel('Summary').fill('Sent twice');
  const before = await countOf(world);
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  await savedRef(page);
  expect(await countOf(world)).toBe(before + 1);
});

const countOf = async (world: { db: Db }) =>
  (
    await world.db
      .selectFrom('interaction')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;
