import type { AdviceGlance, PartnerLink } from '#app/domain/advice/glance-advice.server.ts';
import { pathTo } from '#app/paths.ts';
import { fewNames, recordTitle } from '../timeline/record-words.ts';
import { formatShortDate, type Reading, type Tone } from '../ui/format.ts';
import { LevelMark } from '../ui/level-mark.tsx';

/** The tone of a status by what it means; the word itself stands beside. */
const TONES: Record<AdviceGlance['meaning'], Tone | 'accent'> = {
  open: 'accent',
  positive: 'good',
  negative: 'late',
  closed: 'plain',
};

export function adviceTone(meaning: AdviceGlance['meaning']): string {
  return TONES[meaning] === 'plain' ? 'tag' : `tag ${TONES[meaning]}`;
}

/** Where a piece of advice is read whole, with what came of it. */
export function adviceHref({ ref }: { ref: string }): string {
  return pathTo.adviceRecord(ref);
}

export function partnerHref({ kind, ref }: PartnerLink): string {
  return kind === 'person' ? pathTo.person(ref) : pathTo.organisation(ref);
}

/** A few pieces of advice beside a record. */
export function AdviceList(props: {
  advice: readonly AdviceGlance[];
  reading: Reading;
  /** Names to whom it was given, where the page is not of them. */
  recipients?: boolean;
}) {
  return (
    <ul className="timeline">
      {props.advice.map((one) => (
        <li key={one.ref}>
          <time dateTime={one.on}>{formatShortDate(one.on, props.reading)}</time>
          <div>
            <a href={adviceHref(one)}>{recordTitle(one, one.text)}</a> <LevelMark level={one.level} />{' '}
            <span className={adviceTone(one.meaning)}>{one.status}</span>
            <span className="sub">
              {[
                one.instrument?.label ?? one.topic,
                props.recipients ? fewNames(one.recipients.map(({ name }) => name)) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
