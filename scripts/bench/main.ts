import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOptions } from './options.ts';
import { aimsOf, tableOf } from './report.ts';
import { runBench } from './run-bench.ts';

try {
  const options = readOptions(process.argv.slice(2));
  const result = await runBench(options, (line) => console.log(line));
  const path = join(options.directory, 'result.json');
  writeFileSync(path, `${JSON.stringify(result, undefined, 2)}\n`);
  console.log(`\n${tableOf(result)}\n\n${aimsOf(result).join('\n')}\n\nWritten to ${path}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
