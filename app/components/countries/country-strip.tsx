import type { CountryPage as View } from '#app/domain/countries/show-country.server.ts';
import { pathTo } from '#app/paths.ts';
import { contactWords } from '../timeline/contact-days.ts';
import { fewNames } from '../timeline/record-words.ts';
import { DefinitionStrip, type Fact } from '../ui/definition-strip.tsx';
import { formatDate } from '../ui/format.ts';
import { FactNote } from './fact-note.tsx';
import { mechanismRule, mechanismWords, reviewWords, treatyWords } from './standing-words.ts';

/** Treaties, mechanism, next review and last contact, each with where it is from. */
export function CountryStrip({ country }: { country: View }) {
  const { cat, opcat } = country;
  return (
    <DefinitionStrip
      facts={[
        treatyFact('CAT', cat, country),
        treatyFact('OPCAT', opcat, country),
        mechanismFact(country),
        reviewFact(country),
        contactFact(country),
      ]}
    />
  );
}

function treatyFact(code: string, standing: View['cat'], { reading }: View): Fact {
  const { words, tone } = treatyWords(standing, reading);
  return {
    term: code,
    value: <a href={pathTo.instrument(code)}>{words}</a>,
    tone,
    note: <FactNote fact={standing.fact} reading={reading} />,
  };
}

function mechanismFact({ mechanism, reading }: View): Fact {
  const { words, tone } = mechanismWords(mechanism.standing, reading);
  const rule = mechanismRule(mechanism.standing, reading);
  return {
    term: 'Preventive mechanism',
    value: words,
    tone,
    note: (
      <>
        {mechanism.name ? <span className="source">{mechanism.name}</span> : null}
        {rule ? <span className="source">{rule}</span> : null}
        {mechanism.designatedOn ? (
          <span className="source">designated {formatDate(mechanism.designatedOn, reading)}</span>
        ) : null}
        {mechanism.fact || mechanism.standing.kind === 'unknown' ? (
          <FactNote fact={mechanism.fact} reading={reading} />
        ) : null}
      </>
    ),
  };
}

function reviewFact({ review, reading }: View): Fact {
  const { words, note } = reviewWords(review, reading);
  return {
    term: 'Next review',
    value: words,
    note: (
      <>
        <span className="source">{note}</span>
        {review.fact ? <FactNote fact={review.fact} reading={reading} /> : null}
      </>
    ),
  };
}

function contactFact({ lastContact: meeting, reading }: View): Fact {
  const { words, tone } = contactWords(meeting?.on ?? null, reading);
  return {
    term: 'Last contact',
    value: meeting ? <a href={pathTo.interaction(meeting.ref)}>{words}</a> : words,
    tone,
    note: meeting
      ? [formatDate(meeting.on, reading), fewNames(meeting.with)].filter(Boolean).join(' · ')
      : 'no meeting within your access',
  };
}
