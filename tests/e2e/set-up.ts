import { makeSqliteTemplate } from '#tests/databases.ts';
import { openTestFolder } from '#tests/temporary-folder.ts';

/** Playwright's global set-up: the folder and the migrated file that Vitest's own set-up makes for its tests. */
export default async function setUp(): Promise<() => void> {
  const removeFolder = openTestFolder();
  await makeSqliteTemplate();
  return removeFolder;
}
