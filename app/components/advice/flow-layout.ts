import type { AdviceFlow } from '#app/domain/advice/advice-flow.server.ts';

// Where each part of the picture lies, in the units of its view box.

export const WIDTH = 1000;
const TOP = 58;
const TALL = 96;
const BAR = 12;
const RIGHT = 118;
const ENDS = 214;

export interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Stream {
  path: string;
  width: number;
}

export interface FlowLayout {
  height: number;
  /** For each stage: all that came this far, the part that stands here, and the band that went on. */
  stages: { all: Bar; standing: Bar; onward: string | null }[];
  /** For each way to end that happened: its bar, and the streams into it from the stages. */
  ends: { bar: Bar; streams: Stream[]; code: string }[];
}

type Counts = Pick<AdviceFlow, 'total' | 'stages' | 'ends'>;

/**
 * A funnel that keeps its upper edge: what went on is a band to the next stage, what stands here is the solid part
 * below it, and what ended otherwise leaves below that for the bars at the foot.
 */
export function layFlow({ total, stages, ends }: Counts): FlowLayout {
  const unit = total === 0 ? 0 : TALL / total;
  const tall = (count: number) => (count === 0 ? 0 : Math.max(1.5, count * unit));
  const gap = stages.length > 1 ? (WIDTH - RIGHT) / (stages.length - 1) : 0;
  const happened = ends.filter(({ count }) => count > 0);
  const share = happened.length === 0 ? 0 : WIDTH / happened.length;
  const filled = happened.map(() => 0);
  const streams: Stream[][] = happened.map(() => []);
  const placed = stages.map((stage, place) => {
    const x = place * gap;
    const onwards = stages[place + 1]?.reached ?? 0;
    const standing = { x, y: TOP + tall(onwards), width: BAR, height: tall(stage.standing) };
    let leaving = standing.y + standing.height;
    happened.forEach((end, index) => {
      const count = end.from[place] ?? 0;
      if (count === 0) return;
      const width = tall(count);
      const left = index * share + (filled[index] ?? 0);
      streams[index]?.push(stream(x + BAR, leaving, left, ENDS, width));
      filled[index] = (filled[index] ?? 0) + width;
      leaving += width;
    });
    const all = { x, y: TOP, width: BAR, height: Math.max(leaving - TOP, 1.5) };
    const next = (place + 1) * gap;
    return { all, standing, onward: onwards === 0 ? null : band(x + BAR, next, TOP, tall(onwards)) };
  });
  return {
    height: happened.length === 0 ? TOP + TALL + 12 : ENDS + 52,
    stages: placed,
    ends: happened.map(({ code }, index) => ({
      code,
      bar: { x: index * share, y: ENDS, width: Math.max(filled[index] ?? 0, 1.5), height: 6 },
      streams: streams[index] ?? [],
    })),
  };
}

const r = (value: number): string => String(Math.round(value * 10) / 10);

function band(from: number, to: number, y: number, height: number): string {
  return `M${r(from)} ${r(y)}H${r(to)}V${r(y + height)}H${r(from)}Z`;
}

/** From the side of a stage, bending down into the top of a bar at the foot: the middle of a stroke. */
function stream(x: number, y: number, left: number, top: number, width: number): Stream {
  const [middle, foot, bend] = [y + width / 2, left + width / 2, Math.max(24, (top - y) / 2)];
  return {
    path: `M${r(x)} ${r(middle)}C${r(x + bend)} ${r(middle)} ${r(foot)} ${r(top - bend)} ${r(foot)} ${r(top)}`,
    width: Math.round(width * 10) / 10,
  };
}
