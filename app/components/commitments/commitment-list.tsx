import type { CommitmentGlance } from '#app/domain/commitments/glance-commitments.server.ts';
import { pathTo } from '#app/paths.ts';
import { recordTitle } from '../timeline/record-words.ts';
import { lateness, type Reading } from '../ui/format.ts';
import { LevelMark } from '../ui/level-mark.tsx';

export const SIDE_WORDS = { theirs: 'Theirs', ours: 'Ours' } as const;

/** Promises beside a record, the longest due first. `sided`: says whose each is. */
export function CommitmentList(props: {
  commitments: readonly CommitmentGlance[];
  reading: Reading;
  sided?: boolean;
  /** Left out where the page is of whoever promised. */
  unnamed?: boolean;
}) {
  return (
    <ul className="timeline">
      {props.commitments.map((one) => (
        <li key={one.ref}>
          {dueWords(one, props.reading)}
          <div>
            {props.sided ? <span className="strong">{SIDE_WORDS[one.side]} · </span> : null}
            <a href={pathTo.commitment(one.ref)}>{recordTitle(one, one.text)}</a>{' '}
            <LevelMark level={one.level} />
            {promisedBy(one) && !props.unnamed ? <span className="sub">{promisedBy(one)}</span> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

export function promisedBy(one: CommitmentGlance): string {
  return one.side === 'ours' ? (one.byUs ?? '') : one.by.map(({ name }) => name).join(', ');
}

/** When it is due and how late; what became of it once that is known. */
function dueWords(one: CommitmentGlance, reading: Reading) {
  if (one.status === 'kept') return <span className="good">Kept</span>;
  if (one.status === 'broken') return <span className="late">Broken</span>;
  if (one.dueOn === null) return <span>No date</span>;
  const { words, tone } = lateness(one.dueOn, reading);
  return (
    <time dateTime={one.dueOn} className={tone === 'plain' ? undefined : tone}>
      {words}
    </time>
  );
}
