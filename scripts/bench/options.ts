import { pageNames, type PageName } from './pages.ts';

export interface BenchOptions {
  /** Interactions in each database, smallest first: growth is the last against the first. */
  sizes: number[];
  pages: PageName[];
  rounds: number;
  /** Seconds for all measured slots of all rounds together. */
  budget: number;
  /** Seconds of load on each address before anything is measured. */
  warmUp: number;
  /** Where databases are kept from run to run, and the result is written. */
  directory: string;
}

/** Reads the words of the command line. Throws an Error with one clear line. */
export function readOptions(words: readonly string[]): BenchOptions {
  const options: BenchOptions = {
    sizes: [10_000, 100_000],
    pages: [...pageNames],
    rounds: 5,
    budget: 180,
    warmUp: 0.6,
    directory: 'var/bench',
  };
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--quick') Object.assign(options, { rounds: 3, budget: 45, warmUp: 0.25 });
    else if (word === '--sizes') options.sizes = readSizes(rest.shift());
    else if (word === '--only') options.pages = readPages(rest.shift());
    else
      throw new Error(
        `Unknown option "${word}". There are --sizes 10000,100000, --quick and --only list,log.`,
      );
  }
  return options;
}

function readSizes(text = ''): number[] {
  const sizes = text.split(',').map(Number);
  if (sizes.some((size) => !Number.isSafeInteger(size) || size < 100)) {
    throw new Error('Say "--sizes 10000,100000", with whole numbers from 100.');
  }
  return sizes.sort((a, b) => a - b);
}

function readPages(text = ''): PageName[] {
  return text.split(',').map((word) => {
    const page = pageNames.find((name) => name === word);
    if (!page) throw new Error(`There is no page "${word}". There are ${pageNames.join(', ')}.`);
    return page;
  });
}
