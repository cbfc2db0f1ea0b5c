import type { ObjectiveGlance } from '#app/domain/objectives/glance-objectives.server.ts';
import type { Reading } from '../ui/format.ts';
import { contradictionWords, findingSource, offerWords } from './finding-words.ts';

/** Where the lists of treaties and mechanisms say something else: a mark with its words. */
export function CheckMark({ one, reading }: { one: ObjectiveGlance; reading: Reading }) {
  const finding = one.check?.contradictions[0];
  if (finding) {
    const words = `${contradictionWords(one.country.name, finding)} ${findingSource(finding, reading)}`;
    return (
      <span className="tag late" title={words}>
        list says otherwise
      </span>
    );
  }
  if (!one.check?.offer) return null;
  const words = `${offerWords(one.country.name, one.check.offer, reading)} ${findingSource(one.check.offer.finding, reading)}`;
  return (
    <span className="tag good" title={words}>
      list is ahead: {one.check.offer.label}
    </span>
  );
}
