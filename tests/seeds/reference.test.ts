import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyChain } from '#app/domain/kernel/audit-chain.server.ts';
import { currentReference } from '#app/domain/reference/reference.server.ts';
import type { Db } from '#db/client.ts';
import { loadReference, loadReferenceFiles } from '#seeds/reference.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { seedContext } from './seed-context.ts';

/** A copy of the files, with one of them rewritten. */
function filesWith(name: string, rewrite: (text: string) => string | Buffer): string {
  const directory = mkdtempSync(join(tmpdir(), 'rapport-reference-'));
  cpSync('seeds/reference', directory, { recursive: true });
  writeFileSync(join(directory, name), rewrite(readFileSync(join(directory, name), 'utf8')));
  return directory;
}

const countRows = async (
  db: Db,
  table: 'country' | 'audit_event' | 'organisation' | 'provision' | 'term',
): Promise<number> =>
  (
    await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

describeOnBoth('reference data', (open) => {
  it('holds the counts that its sources give', async () => {
    const db = await open();
    const context = seedContext(db);
    await loadReference(context);
    const parties = await db
      .selectFrom('treaty_status')
      .innerJoin('instrument', 'instrument.id', 'instrument_id')
      .select(['code', (eb) => eb.fn.countAll<number>().as('n')])
      .where('status', '=', 'party')
      .groupBy('code')
      .execute();
    const counted = Object.fromEntries(parties.map(({ code, n }) => [code, n]));
    expect(counted).toMatchObject({ CAT: 175, OPCAT: 96, ECPT: 46, CED: 78, ICCPR: 175 });
    const members = await db.selectFrom('country').select('iso3').where('un_member', '=', 'yes').execute();
    expect(members).toHaveLength(193);
    const reference = await currentReference(db);
    expect(reference.terms('work_area').map((term) => term.mark)).toEqual(['L', 'M', 'C', 'T']);
    expect(reference.term('advice_status', 'lapsed').meaning).toBe('closed');
    expect(reference.term('partner_type', 'STATE-MOJ').parentId).toBe(
      reference.term('partner_type', 'STATE').id,
    );
    expect(reference.term('interaction_kind', 'meeting').labels).toEqual({
      en: 'Meeting',
      fr: 'Réunion',
      es: 'Reunión',
    });
    const bodies = await db
      .selectFrom('organisation')
      .select('acronym')
      .where('international_body_id', 'is not', null)
      .execute();
    expect(bodies.map((body) => body.acronym)).toEqual(
      expect.arrayContaining(['SPT', 'CPT', 'CAT Committee']),
    );
    expect(await verifyChain(db, context.keys)).toMatchObject({ sound: true });
  });

  it('writes nothing the second time', async () => {
    const db = await open();
    await loadReference(seedContext(db));
    const before = await countRows(db, 'audit_event');
    const lines = await loadReference(seedContext(db));
    expect(lines.every((line) => line.endsWith('nothing new'))).toBe(true);
    expect(await countRows(db, 'audit_event')).toBe(before);
  });

  it('names file, line and reason of bad rows, and loads the other files', async () => {
    const db = await open();
    const directory = filesWith('provisions.csv', (text) =>
      text
        .replace('CAT,2,Effective', 'CAT,2,"Two\nlines\nhere",a,b,law,sourced\nCAT,99,Effective')
        .replace('ECPT,1,', 'ECTP,1,')
        .replace('OPCAT,3,', 'OPCAT,1,'),
    );
    const { faults, lines } = await loadReferenceFiles(seedContext(db, { directory }));
    expect(faults).toEqual([
      expect.stringMatching(/^provisions\.csv:30: OPCAT 1 stands on line 28 already$/),
    ]);
    const files = readdirSync('seeds/reference').filter((name) => name.endsWith('.csv'));
    expect(lines).toHaveLength(files.length - 1);
    expect(await countRows(db, 'provision')).toBe(0);
    expect(await countRows(db, 'country')).toBe(200);
    const pointing = filesWith('provisions.csv', (text) => text.replace('ECPT,1,', 'ECTP,1,'));
    await expect(loadReference(seedContext(db, { directory: pointing }))).rejects.toThrow(
      /provisions\.csv:46: the instrument "ECTP" is not in instruments\.csv/,
    );
  });

  it('loads the stages of objectives with their sets and what they say of treaties', async () => {
    const db = await open();
    await loadReference(seedContext(db));
    const reference = await currentReference(db);
    const opcat = reference.term('objective_track', 'opcat');
    expect(reference.stagesOf(opcat.id).map((stage) => stage.code.replace('opcat.', ''))).toEqual(
      'exploring commitment signed bill ratified mechanism_law designated established functioning turned_down set_aside'.split(
        ' ',
      ),
    );
    for (const track of reference.terms('objective_track')) {
      const [first] = reference.stagesOf(track.id);
      expect(first?.meaning, track.code).toBe('open');
      expect(Object.keys(first?.labels ?? {}).sort()).toEqual(['en', 'es', 'fr']);
    }
    expect(reference.stageFacts.length).toBeGreaterThan(20);
    const wrong = filesWith('objective_stages.csv', (text) =>
      text.replace('opcat,opcat.exploring,open', 'opcta,opcat.exploring,open'),
    );
    const { faults } = await loadReferenceFiles(seedContext(db, { directory: wrong }));
    expect(faults).toEqual([
      'objective_stages.csv:2: the track "opcta" is not in objective_tracks.csv',
      'objective_stages.csv:2: the track "opcta" has no positive stage',
    ]);
    const fewer = filesWith('stage_facts.csv', (text) => text.replace('opcat.signed,OPCAT,signed\n', ''));
    const lines = await loadReference(seedContext(db, { directory: fewer }));
    expect(lines.find((line) => line.startsWith('stage_facts.csv'))).toMatch(/1 retired$/);
  });

  it('says what is wrong with an encoding, a quote, a header and a cell', async () => {
    const db = await open();
    const faultsOf = async (rewrite: (text: string) => string | Buffer): Promise<string[]> =>
      (
        await loadReferenceFiles(seedContext(db, { directory: filesWith('countries.csv', rewrite) }))
      ).faults.filter((fault) => fault.startsWith('countries.csv'));
    expect(await faultsOf((text) => Buffer.from(text.slice(0, 2000), 'latin1'))).toEqual([
      expect.stringMatching(/^countries\.csv:2: the file is not UTF-8 text/),
    ]);
    expect(await faultsOf((text) => text.replace('AO,AGO,024,', 'AO,AGO,024,"'))).toEqual([
      'countries.csv:3: a quotation mark of this row is not closed at the end of its cell (noticed on line 193)',
    ]);
    expect(await faultsOf((text) => text.replace('name_fr', 'nom'))).toEqual([
      'countries.csv:1: the column "name_fr" is missing',
      'countries.csv:1: the column "nom" is not known',
    ]);
    expect(
      await faultsOf((text) =>
        text.replace('AF,AFG,004', 'AF,afg,004').replace('AL,ALB,008,', 'AL,ALB,008,,'),
      ),
    ).toEqual(['countries.csv:4: the row has 19 cells where the header has 18']);
    expect(await faultsOf((text) => text.replace('AF,AFG,004', 'AF,afg,004'))).toEqual([
      'countries.csv:2: iso3 "afg" is not an ISO alpha-3 code',
    ]);
    expect(await countRows(db, 'country')).toBe(0);
  });

  it('retires a code that is gone, and brings it back', async () => {
    const db = await open();
    await loadReference(seedContext(db));
    const total = await countRows(db, 'term');
    const directory = filesWith('interaction_vocabulary.csv', (text) =>
      text.replace(/^interaction,informal,.*\n/m, ''),
    );
    await loadReference(seedContext(db, { directory }));
    const without = await currentReference(db);
    expect(without.terms('interaction_kind').map((term) => term.code)).not.toContain('informal');
    expect(without.term('interaction_kind', 'informal').retiredOn).toBe('2026-11-24');
    await loadReference(seedContext(db));
    expect((await currentReference(db)).term('interaction_kind', 'informal').retiredOn).toBeNull();
    expect(await countRows(db, 'term')).toBe(total);
  });
});
