import { factsOfMachine, type Machine } from './machine.ts';
import { processorTimeOf, startLoader, startServer } from './child-process.ts';
import type { BenchOptions } from './options.ts';
import { leastProcessor, medianRatio, medianSlot, type Slot } from './figures.ts';
import { openStand, type Stand, type Target } from './stand.ts';
import { titles, type PageName } from './pages.ts';

/** `alone` and `eight`: the app at concurrency 1 and 8; `after`: alone, each time right after an interaction was logged; the rest are the floors at concurrency 8. */
const kinds = ['alone', 'after', 'eight', 'bare', 'markup', 'table'] as const;
const ofApp: readonly Kind[] = ['alone', 'after', 'eight'];
type Kind = (typeof kinds)[number];
const floorKinds = ['bare', 'markup', 'table'] as const;
type FloorKind = (typeof floorKinds)[number];

export interface Figures {
  page: PageName;
  title: string;
  size: number;
  path: string;
  bytes: number;
  alone: Slot;
  /** Null for what writes itself. */
  after: Slot | null;
  eight: Slot;
  /** The most resident memory of the server seen during its slots, MB. */
  memory: number;
  floors: Partial<Record<FloorKind, Slot>>;
  /** Answers a second at concurrency 8 against each floor. */
  ofFloor: Partial<Record<FloorKind, number | null>>;
  /** The same by processor time for an answer. */
  ofFloorByProcessor: Partial<Record<FloorKind, number | null>>;
  /** p50 alone against the smallest size. */
  growth: number | null;
  /** The same of what is asked right after a write. */
  growthAfter: number | null;
  /** The same by processor time for an answer at concurrency 8. */
  growthByProcessor: number | null;
}

export interface BenchResult {
  at: string;
  machine: Machine;
  rounds: number;
  secondsASlot: number;
  reader: { email: string; teams: number };
  figures: Figures[];
}

interface Cell {
  page: PageName;
  stand: Stand;
  targets: Partial<Record<Kind, Target>>;
  rounds: Record<Kind, Slot[]>;
  memory: number;
}

/**
 * Measures every page at every size, in rounds: within a round all sides of a page follow upon each other, so that a
 * machine that is busy for a while is so for all of them. Throws where an answer is not the one that was due.
 */
export async function runBench(options: BenchOptions, say: (line: string) => void): Promise<BenchResult> {
  const machine = factsOfMachine();
  const closing: (() => Promise<void>)[] = [];
  try {
    const stands: Stand[] = [];
    for (const size of options.sizes) {
      const stand = await openStand(options.directory, size, options.pages, say);
      closing.push(stand.stop);
      stands.push(stand);
    }
    const floor = await startServer(
      ['--import', 'tsx', 'scripts/bench/floor-server.ts', stands[stands.length - 1]?.databasePath ?? ''],
      {},
    );
    closing.push(floor.stop);
    const loader = startLoader();
    closing.push(loader.stop);

    const cells: Cell[] = [];
    for (const page of options.pages)
      for (const stand of stands) cells.push(await cellOf(page, stand, floor.url));
    const slots = cells.reduce((sum, { targets }) => sum + Object.keys(targets).length, 0);
    const seconds = Math.min(2, options.budget / (slots * options.rounds));

    say(`Warming up, then ${options.rounds} rounds of ${slots} slots of ${seconds.toFixed(2)} s.`);
    const before = await Promise.all(stands.map((stand) => stand.interactions()));
    let logged = 0;
    const put = async (cell: Cell, kind: Kind, length: number) => {
      const target = cell.targets[kind];
      if (!target) return undefined;
      const { pid } = ofApp.includes(kind) ? cell.stand.server : floor;
      const used = processorTimeOf(pid);
      const slot = await loader.put({
        ...target,
        connections: kind === 'alone' || kind === 'after' ? 1 : 8,
        seconds: length,
      });
      if (used !== null && kind !== 'after')
        slot.processor = ((processorTimeOf(pid) ?? used) - used) / slot.answers;
      cell.memory = Math.max(cell.memory, cell.stand.memory());
      if (cell.page === 'log' || kind === 'after') logged += slot.answers;
      return slot;
    };
    for (const cell of cells) for (const kind of kinds) await put(cell, kind, options.warmUp);
    for (const cell of cells) cell.memory = 0;
    for (let round = 0; round < options.rounds; round += 1) {
      for (const cell of cells) {
        for (const kind of kinds) {
          const slot = await put(cell, kind, seconds);
          if (slot) cell.rounds[kind].push(slot);
        }
      }
      say(`Round ${round + 1} of ${options.rounds} is done.`);
    }
    const after = await Promise.all(stands.map((stand) => stand.interactions()));
    checkLogged(sum(after) - sum(before), logged);
    const { email = '', teams = 0 } = stands[0]?.reader ?? {};
    return {
      at: new Date().toISOString(),
      machine,
      rounds: options.rounds,
      secondsASlot: seconds,
      reader: { email, teams },
      figures: cells.map((cell) => figuresOf(cell, cells)),
    };
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Every answer must stand for a record; the last of a slot may be saved without its answer being waited for. */
function checkLogged(made: number, answered: number): void {
  if (made < answered) throw new Error(`${answered} interactions were answered as saved, but ${made} were.`);
}

async function cellOf(page: PageName, stand: Stand, floorUrl: string): Promise<Cell> {
  const target = stand.requests.get(page);
  if (!target) throw new Error(`Nothing is known of how to ask for ${page}.`);
  const targets: Cell['targets'] = { alone: target, eight: target };
  if (page !== 'log') targets.after = { ...target, before: stand.write };
  const body = stand.bodies.get(page);
  if (body !== undefined) {
    const name = `${page}-${stand.size}`;
    const answer = await fetch(new URL(`/${name}`, floorUrl), { method: 'PUT', body });
    const floor = (await answer.json()) as { markup: number };
    // Other bytes would mean that React was given other elements than the page has.
    const off = Math.abs(floor.markup / Buffer.byteLength(body) - 1);
    if (off > 0.02)
      throw new Error(`React's own render of ${page} is ${(off * 100).toFixed(1)} % off its size.`);
    for (const kind of floorKinds)
      targets[kind] = { url: floorUrl, path: `/${kind}/${name}`, headers: {}, status: 200 };
  }
  const rounds = { alone: [], after: [], eight: [], bare: [], markup: [], table: [] };
  return { page, stand, targets, rounds, memory: 0 };
}

function quotient(above: number | null, below: number | null): number | null {
  return above === null || below === null ? null : above / below;
}

function figuresOf(cell: Cell, cells: readonly Cell[]): Figures {
  const { page, stand, rounds } = cell;
  const smallest = cells.find((one) => one.page === page);
  const p50s = (slots: readonly Slot[]) => slots.map((slot) => slot.p50);
  const rates = (slots: readonly Slot[]) => slots.map((slot) => slot.rate);
  const growthOf = (kind: Kind) =>
    smallest && smallest !== cell ? medianRatio(p50s(rounds[kind]), p50s(smallest.rounds[kind])) : null;
  const floors: Figures['floors'] = {};
  const ofFloor: Figures['ofFloor'] = {};
  const ofFloorByProcessor: Figures['ofFloor'] = {};
  for (const kind of floorKinds) {
    if (rounds[kind].length === 0) continue;
    floors[kind] = medianSlot(rounds[kind]);
    ofFloor[kind] = medianRatio(rates(rounds.eight), rates(rounds[kind]));
    ofFloorByProcessor[kind] = quotient(leastProcessor(rounds[kind]), leastProcessor(rounds.eight));
  }
  return {
    page,
    title: titles[page],
    size: stand.size,
    path: stand.requests.get(page)?.path ?? '',
    bytes: Buffer.byteLength(stand.bodies.get(page) ?? ''),
    alone: medianSlot(rounds.alone),
    after: rounds.after.length > 0 ? medianSlot(rounds.after) : null,
    eight: medianSlot(rounds.eight),
    memory: cell.memory,
    floors,
    ofFloor,
    ofFloorByProcessor,
    growthByProcessor:
      smallest && smallest !== cell
        ? quotient(leastProcessor(rounds.eight), leastProcessor(smallest.rounds.eight))
        : null,
    growth: growthOf('alone'),
    growthAfter: growthOf('after'),
  };
}
