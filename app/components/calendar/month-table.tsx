import type { CalendarEntry } from '#app/domain/calendar/entry.ts';
import type { CalendarPage } from '#app/domain/calendar/show-calendar.server.ts';
import { pathTo } from '#app/paths.ts';
import {
  formatDate,
  formatMonth,
  formatNumber,
  formatWeekday,
  pluralise,
  type Reading,
} from '../ui/format.ts';
import { KindMark } from '../ui/kind-mark.tsx';
import { LevelMark } from '../ui/level-mark.tsx';
import { daysWords, entryHref, entryTitle, hourWords, isLate, kindWord, putOffWords } from './entry-words.ts';

type Day = CalendarPage['days'][number];

/** A month of weeks. On a phone a day is its number and how many there are; the agenda stands below. */
export function MonthTable({ calendar }: { calendar: CalendarPage }) {
  const { weeks, days, month, reading, query } = calendar;
  const byDay = new Map(days.map((day) => [day.on, day]));
  return (
    <table className="month keep">
      <caption className="unseen">{formatMonth(month, reading)}</caption>
      <thead>
        <tr>
          {(weeks[0] ?? []).map((on) => (
            <th key={on} scope="col" abbr={formatWeekday(on, reading, 'long')}>
              {formatWeekday(on, reading)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((on) => {
              const day = byDay.get(on);
              return day ? (
                dayCell(day, reading, pathTo.calendar({ ...query, view: 'agenda', day: on }))
              ) : (
                <td key={on} className="outside" />
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function dayCell(day: Day, reading: Reading, href: string) {
  const isToday = day.on === reading.today;
  const more = day.count - day.entries.length;
  const spoken = pluralise(day.count, { one: '{n} entry', other: '{n} entries' }, reading);
  return (
    <td key={day.on} aria-current={isToday ? 'date' : undefined}>
      <a className="day" href={href}>
        <span aria-hidden="true">{formatNumber(Number(day.on.slice(8)), reading)}</span>
        <span className="unseen">
          {formatDate(day.on, reading)}, {spoken}
        </span>
        {isToday ? <span className="today">Today</span> : null}
        {day.count > 0 ? (
          <span className="count" aria-hidden="true">
            {countWords(day, reading)}
          </span>
        ) : null}
      </a>
      {day.entries.length > 0 ? (
        <ul>{day.entries.map((entry) => cellEntry(entry, day.on, reading))}</ul>
      ) : null}
      {more > 0 ? (
        <a className="more" href={href}>
          {day.countedAll
            ? `and ${formatNumber(more, reading)} more`
            : `and more than ${formatNumber(more, reading)} more`}
        </a>
      ) : null}
    </td>
  );
}

const countWords = ({ count, countedAll }: Day, reading: Reading) =>
  countedAll ? formatNumber(count, reading) : `${formatNumber(count, reading)}+`;

function cellEntry(entry: CalendarEntry, on: string, reading: Reading) {
  const href = entryHref(entry);
  const late = isLate(entry, reading);
  const words = (
    <>
      <small className={late ? 'late' : undefined}>
        <KindMark noun={entry.noun} />
        {kindWord(entry)}
        {entry.on < on ? `, ${daysWords(entry, on, reading)}` : null}
        {entry.time && entry.on === on ? ` ${hourWords(entry, reading)}` : null}
        {entry.putOffFrom === null ? null : `, ${putOffWords(entry, reading)}`}
        {late ? ', late' : null}
      </small>
      <span className="title">{entryTitle(entry)}</span>
      <LevelMark level={entry.level} />
    </>
  );
  const className = entry.state === 'cancelled' ? 'cancelled' : undefined;
  return (
    <li key={`${entry.noun} ${entry.ref}`} className={className}>
      {href ? <a href={href}>{words}</a> : <span>{words}</span>}
      {entry.state === 'cancelled' ? <small>Cancelled</small> : null}
    </li>
  );
}
