import { commit } from '#app/domain/kernel/commit.server.ts';
import { raiseReferenceRevision } from '#db/queries/reference.ts';
import { bodies } from './load/bodies.ts';
import { countries } from './load/countries.ts';
import { mechanisms, treatyStatus, uprCalendar } from './load/country-facts.ts';
import { BadFile } from './load/csv-rows.ts';
import { deadlineKinds, deadlineRules } from './load/deadlines.ts';
import { instruments, provisions } from './load/instruments.ts';
import { objectiveStages, objectiveTracks, stageFacts, stances } from './load/objective-stages.ts';
import type { LoadableFile, Outcome } from './load/reference-file.ts';
import { interactionVocabulary, partnerTypes, workAreas } from './load/vocabularies.ts';
import type { SeedContext } from './seed-context.ts';

/** In this order: a file may point at rows of those before it. */
const files: readonly LoadableFile[] = [
  countries,
  instruments,
  provisions,
  treatyStatus,
  mechanisms,
  partnerTypes,
  workAreas,
  interactionVocabulary,
  objectiveTracks,
  objectiveStages,
  stances,
  stageFacts,
  bodies,
  uprCalendar,
  deadlineKinds,
  deadlineRules,
];

const MOST_FAULTS_SHOWN = 40;

export interface ReferenceReport {
  /** A line for each file that was loaded: what changed. */
  lines: string[];
  /** `file:line: reason` for every bad row; nothing of such a file was loaded. */
  faults: string[];
}

/** Loads every file, each in a transaction of its own. A second run without changes writes nothing. */
export async function loadReferenceFiles(context: SeedContext): Promise<ReferenceReport> {
  const report: ReferenceReport = { lines: [], faults: [] };
  for (const [index, file] of files.entries()) {
    try {
      report.lines.push(await loadFile(context, file));
    } catch (error) {
      if (!(error instanceof BadFile)) throw error;
      report.faults.push(...error.faults.slice(0, MOST_FAULTS_SHOWN));
      const unseen = error.faults.length - MOST_FAULTS_SHOWN;
      if (unseen > 0) report.faults.push(`${file.name}: and ${unseen} more`);
    }
    context.progress(index + 1, files.length);
  }
  return report;
}

/** As `loadReferenceFiles`; throws what was wrong once the sound files are in. */
export async function loadReference(context: SeedContext): Promise<string[]> {
  const { lines, faults } = await loadReferenceFiles(context);
  if (faults.length === 0) return lines;
  throw new Error([...lines, 'These files were not loaded, for the reasons given:', ...faults].join('\n'));
}

/** Thrown to leave a transaction that found nothing to write. */
class NothingNew extends Error {}

async function loadFile(context: SeedContext, file: LoadableFile): Promise<string> {
  const rows = file.read(context.directory);
  const nobody = {
    db: context.db,
    now: context.now,
    random: context.random,
    keys: context.keys,
    actor: { accountId: null },
  };
  try {
    const outcome = await commit(nobody, async (work) => {
      const { added, changed, retired = 0 } = await file.store(work, rows);
      if (added + changed + retired === 0) throw new NothingNew();
      await raiseReferenceRevision(work.trx);
      work.record({
        action: 'reference.loaded',
        noun: 'reference',
        id: null,
        ref: null,
        changes: {
          file: [null, file.name],
          added: [null, added],
          changed: [null, changed],
          retired: [null, retired],
        },
      });
      return { added, changed, retired };
    });
    return `${file.name}: ${rows.length} rows, ${inWords(outcome)}`;
  } catch (error) {
    if (error instanceof NothingNew) return `${file.name}: ${rows.length} rows, nothing new`;
    throw error;
  }
}

function inWords({ added, changed, retired = 0 }: Outcome): string {
  return [`${added} added`, changed > 0 && `${changed} changed`, retired > 0 && `${retired} retired`]
    .filter(Boolean)
    .join(', ');
}
