import { isDue, type CalendarEntry } from '#app/domain/calendar/entry.ts';
import type { CalendarPage } from '#app/domain/calendar/show-calendar.server.ts';
import { pathTo } from '#app/paths.ts';
import { formatLongDate, formatNumber, formatRelativeDay, type Reading } from '../ui/format.ts';
import { KindMark } from '../ui/kind-mark.tsx';
import { LevelMark } from '../ui/level-mark.tsx';
import { Lateness, Tag } from '../ui/tag.tsx';
import {
  daysWords,
  entryHref,
  eventHref,
  entryTitle,
  hourWords,
  kindWord,
  putOffWords,
  stateWord,
  undatedWords,
} from './entry-words.ts';

type Day = CalendarPage['days'][number];

/** Days that hold something, each with what it holds. `calendar.day`: that day alone, with all that was read of it. */
export function Agenda({ calendar, days }: { calendar: CalendarPage; days: readonly Day[] }) {
  const { reading, query, day: only } = calendar;
  const next = days.find(({ on }) => on >= reading.today)?.on;
  return (
    <div className="agenda">
      {days.map((day) => {
        const more = day.count - day.entries.length;
        return (
          <section key={day.on} id={day.on === next ? 'today' : undefined} aria-labelledby={`day-${day.on}`}>
            {only ? null : (
              <h2 id={`day-${day.on}`}>
                <a href={pathTo.calendar({ ...query, view: 'agenda', day: day.on })}>
                  {formatLongDate(day.on, reading)}
                </a>
                <small> {formatRelativeDay(day.on, reading)}</small>
              </h2>
            )}
            {only ? (
              <h2 id={`day-${day.on}`} className="unseen">
                {formatLongDate(day.on, reading)}
              </h2>
            ) : null}
            <ul className="rows">
              {day.entries.map((entry) => agendaEntry(entry, day.on, reading, only !== null))}
            </ul>
            {more > 0 ? <p className="soft">{moreWords(calendar, day, more)}</p> : null}
          </section>
        );
      })}
    </div>
  );
}

function moreWords({ reading, query, day: only }: CalendarPage, { on, countedAll }: Day, more: number) {
  const number = formatNumber(more, reading);
  const words = countedAll ? `and ${number} more` : `and more than ${number} more`;
  if (only === null) return <a href={pathTo.calendar({ ...query, view: 'agenda', day: on })}>{words}</a>;
  const { country, work_area, team } = query;
  return (
    <>
      {words}: see{' '}
      <a href={pathTo.interactions({ country, work_area, team, from: on, to: on })}>
        the interactions of that day
      </a>
    </>
  );
}

function agendaEntry(entry: CalendarEntry, on: string, reading: Reading, whole: boolean) {
  const href = entryHref(entry);
  const state = stateWord(entry);
  const title = entryTitle(entry);
  const file = whole ? eventHref(entry) : undefined;
  return (
    <li key={`${entry.noun} ${entry.ref}`} className={entry.state === 'cancelled' ? 'cancelled' : undefined}>
      <span className="title">{href ? <a href={href}>{title}</a> : title}</span>{' '}
      <LevelMark level={entry.level} />{' '}
      {state ? <Tag tone={entry.state === 'cancelled' ? 'plain' : 'accent'}>{state}</Tag> : null}{' '}
      {isDue(entry) && on < reading.today ? (
        <Lateness dueOn={entry.putOffFrom ?? on} reading={reading} />
      ) : null}
      <span className="sub">
        <KindMark noun={entry.noun} />
        {[
          kindWord(entry),
          entry.on < on ? '' : hourWords(entry, reading),
          daysWords(entry, on, reading),
          putOffWords(entry, reading),
          entry.place ?? '',
          entry.who ?? '',
        ]
          .filter(Boolean)
          .join(' · ')}
        {file ? (
          <>
            {' · '}
            <a href={file} aria-label={`Add to my calendar: ${title}`}>
              Add to my calendar
            </a>
          </>
        ) : null}
      </span>
    </li>
  );
}

/** What is known by its month or year alone stands on no day. */
export function Undated({ entries, reading }: { entries: readonly CalendarEntry[]; reading: Reading }) {
  if (entries.length === 0) return null;
  return (
    <section className="undated" aria-labelledby="undated">
      <h2 id="undated">Without a day</h2>
      <ul className="rows">
        {entries.map((entry) => (
          <li key={`${entry.noun} ${entry.ref}`}>
            <span className="title">
              {entryHref(entry) ? <a href={entryHref(entry)}>{entryTitle(entry)}</a> : entryTitle(entry)}
            </span>{' '}
            <LevelMark level={entry.level} />
            <span className="sub">
              <KindMark noun={entry.noun} />
              {[kindWord(entry), undatedWords(entry.on, reading), entry.who ?? '']
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
