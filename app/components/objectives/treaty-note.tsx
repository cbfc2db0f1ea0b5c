import type { ObjectiveView } from '#app/domain/objectives/show-objective.server.ts';
import { pathTo } from '#app/paths.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { contradictionWords, findingSource, offerWords } from './finding-words.ts';

/** Where the objective and the lists of treaties and mechanisms disagree; with one act where the lists are ahead. */
export function TreatyNote({ view }: { view: ObjectiveView }) {
  const { check, country, reading } = view;
  if (!check) return null;
  return (
    <>
      {check.contradictions.slice(0, 2).map((finding) => (
        <Notice key={finding.fact} tone="soon">
          <p>
            <strong>Check this.</strong> {contradictionWords(country.name, finding)}{' '}
            <span className="source">{findingSource(finding, reading)}</span>
          </p>
        </Notice>
      ))}
      {check.offer ? (
        <Notice tone="good">
          <form method="post" action={pathTo.objectiveMoves(view.ref)} className="offer">
            <p>
              {offerWords(country.name, check.offer, reading)}{' '}
              <span className="source">{findingSource(check.offer.finding, reading)}</span>
            </p>
            {view.mayChange ? (
              <>
                <input type="hidden" name="key" value={view.key} />
                <input type="hidden" name="from" value={view.stage.code} />
                <input type="hidden" name="stage" value={check.offer.stage} />
                <input type="hidden" name="on" value={offeredDay(view)} />
                <input type="hidden" name="evidence" value="document" />
                <input type="hidden" name="link" value={findingSource(check.offer.finding, reading)} />
                <input type="hidden" name="note" value={offerWords(country.name, check.offer, reading)} />
                <Button type="submit" small>
                  Move to {check.offer.label}
                </Button>
              </>
            ) : null}
          </form>
        </Notice>
      ) : null}
    </>
  );
}

/** The day of the fact where it is known to the day and fits the history; otherwise today. */
function offeredDay({ check, movedOn, reading }: ObjectiveView): string {
  const since = check?.offer?.finding.since ?? '';
  return since.length === 10 && since >= movedOn && since <= reading.today ? since : reading.today;
}
