import { meetingForm, logged } from '#tests/world.ts';
import { expect, test } from './world.ts';

test('a draft outlives the closed tab and goes with the save', async ({ page, context, world, signInAs }) => {
  await signInAs('colleague@demo.example');
  await page.goto('/interactions/new');
  await page.getByLabel('Summary').fill('Half a meeting');
  await page.getByRole('button', { name: 'Add follow-up' }).click();
  await page.getByLabel('Follow-up', { exact: true }).fill('Finish this');
  await expect(page.getByText('Draft kept')).toBeVisible();
  await page.getByLabel('Notes').fill('Typed in the last second');
  await page.close();

  const again = await context.newPage();
  await again.goto('/interactions/new');
  const drafts = again.getByRole('region', { name: 'Your drafts' });
  await expect(drafts).toContainText('Half a meeting');
  const [row] = await world.db.selectFrom('draft').selectAll().execute();
  expect(row?.body).not.toContain('Half');
  await drafts.getByRole('link', { name: 'Continue' }).click();
  await expect(again.getByLabel('Summary')).toHaveValue('Half a meeting');
  await expect(again.getByLabel('Notes')).toHaveValue('Typed in the last second');
  await expect(again.getByLabel('Follow-up', { exact: true })).toHaveValue('Finish this');
  await again.getByLabel('Participants').pressSequentially('mensah');
  await again.getByRole('option', { name: 'Afi Mensah' }).click();
  await again.getByLabel('Strengthen capacities').check();
  await again.keyboard.press('Control+Enter');
  await again.waitForURL(/\/interactions\/[0-9a-z]{10}$/);
  expect(await world.db.selectFrom('draft').selectAll().execute()).toEqual([]);
});

test('a save that does not reach the server keeps everything and can be tried again', async ({
  page,
  context,
  world,
  signInAs,
}) => {
  await signInAs('officer@demo.example');
  await page.goto(`/interactions/new?organisation=${world.ministry.ref}&work_area=capacities`);
  await page.getByLabel('Summary').fill('On a bad line');
  await page.route('**/interactions/new.data*', (route) => route.abort());
  await page.getByRole('button', { name: 'Save interaction' }).click();
  await expect(page.getByText('Not saved yet: retry')).toBeVisible();
  await expect(page.getByLabel('Summary')).toHaveValue('On a bad line');
  await page.unroute('**/interactions/new.data*');
  await page.getByRole('button', { name: 'Save interaction' }).click();
  await page.waitForURL(/\/interactions\/[0-9a-z]{10}$/);
  await context.close();
});

test('a form posted after the session has ended goes through the sign-in page', async ({
  page,
  world,
  signInAs,
}) => {
  await signInAs('officer@demo.example');
  await page.goto(`/interactions/new?organisation=${world.ministry.ref}&work_area=capacities`);
  await page.getByLabel('Summary').fill('Written over lunch');
  await world.db.updateTable('session').set({ expires_at: '2020-01-01T00:00:00.000Z' }).execute();
  await page.getByRole('button', { name: 'Save interaction' }).click();
  await expect(page.getByText('What you typed is kept')).toBeVisible();
});

test('two editors of different fields are both kept; of the same field each is asked about', async ({
  page,
  world,
  browser,
  server,
  signInAs,
}) => {
  const ref = await logged(
    await world.as('officer'),
    meetingForm(await world.as('officer'), [{ person: world.minister.ref }]),
  );
  await signInAs('officer@demo.example');
  await page.goto(`/interactions/${ref}/edit`);
  const otherContext = await browser.newContext({ baseURL: server.url });
  const agent = await server.signIn('colleague@demo.example');
  await otherContext.addCookies(
    [...agent.cookies].map(([name, value]) => ({ name, value, url: server.url })),
  );
  const other = await otherContext.newPage();
  await other.goto(`/interactions/${ref}/edit`);
  await other.getByLabel('Notes').fill('Their notes');
  await other.getByLabel('Summary').fill('Their summary');
  await other.getByRole('button', { name: 'Save interaction' }).click();
  await other.waitForURL(new RegExp(`/interactions/${ref}$`));

  await page.getByLabel('Place').fill('Lomé');
  await page.getByLabel('Summary').fill('My summary');
  await page.getByRole('button', { name: 'Save interaction' }).click();
  const question = page.getByRole('group', { name: 'Summary' });
  await expect(question).toContainText('Their summary');
  await expect(question).toContainText('My summary');
  await expect(page.getByRole('group', { name: 'Notes' })).toHaveCount(0);
  await question.getByRole('radio', { name: 'Keep what The colleague saved' }).check();
  await page.getByRole('button', { name: 'Save interaction' }).click();
  await page.waitForURL(new RegExp(`/interactions/${ref}$`));
  const saved = await world.db
    .selectFrom('interaction')
    .select(['summary', 'notes', 'place'])
    .where('ref', '=', ref)
    .executeTakeFirstOrThrow();
  expect(saved).toEqual({ summary: 'Their summary', notes: 'Their notes', place: 'Lomé' });
  await otherContext.close();
});
