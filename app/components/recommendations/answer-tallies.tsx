import { RESPONSE_WORDS, type StateResponse } from '#app/domain/recommendations/responses.ts';
import { pathTo } from '#app/paths.ts';
import { formatNumber, type Reading } from '../ui/format.ts';

/** How States answered, each number opening its rows. */
export function AnswerTallies(props: {
  answers: readonly { response: StateResponse; count: number }[];
  /** The words of the address that all of them share. */
  query: Record<string, string>;
  reading: Reading;
}) {
  return (
    <p className="chips">
      {props.answers.map(({ response, count }) => (
        <a key={response} className="chip" href={pathTo.recommendations({ ...props.query, response })}>
          {RESPONSE_WORDS[response]} <strong>{formatNumber(count, props.reading)}</strong>
        </a>
      ))}
    </p>
  );
}
