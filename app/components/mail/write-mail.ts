import type { DigestContent, DuePart, MailContent, NoticeContent } from '#app/domain/mail/mail-context.ts';
import { pathTo } from '#app/paths.ts';
import { recordHref } from '../notifications/told-words.ts';
import { formatDate, pluralise, type Reading } from '../ui/format.ts';
import { mailWords, type Counted, type MailWords } from './mail-words.ts';

export interface WrittenMail {
  subject: string;
  text: string;
  language: string;
}

interface Writing {
  words: MailWords;
  reading: Reading;
  /** Without a slash at its end. */
  origin: string;
}

/** Subject and text of a mail in its reader's language. Plain text: what somebody typed is put in as it is. */
export function writeMail(content: MailContent, origin: string): WrittenMail {
  const { words, language } = mailWords(content.reader.language);
  const { zone, today, name } = content.reader;
  const writing = { words, origin, reading: { language, zone, today } };
  const { subject, paragraphs } =
    content.kind === 'notice' ? writeNotice(content, writing) : writeDigest(content, writing);
  const foot = put(words.foot, { url: origin + pathTo.notificationSettings() });
  const text = [put(words.greeting, { name }), ...paragraphs, `-- \n${foot}`].join('\n\n');
  return { subject: oneLine(subject), text: `${text}\n`, language };
}

function writeNotice({ told, record, shown }: NoticeContent, { words, reading, origin }: Writing) {
  const href = recordHref(record);
  const open = put(words.open, { url: origin + href });
  if (!shown) {
    const sentence = told === 'assigned' ? words.assignedUnnamed : words.mentionedUnnamed;
    return { subject: sentence.replace(/\.$/, ''), paragraphs: [sentence, open] };
  }
  const said = told === 'assigned' ? words.assigned : words.mentioned;
  const values = { by: oneLine(shown.by), title: oneLine(shown.words) };
  const due =
    told === 'assigned' && shown.dueOn !== null
      ? [put(words.assigned.due, { date: formatDate(shown.dueOn, reading) })]
      : [];
  return { subject: put(said.subject, values), paragraphs: [put(said.body, values), ...due, open] };
}

function writeDigest(content: DigestContent, writing: Writing) {
  const { digest } = writing.words;
  const { reading, origin } = writing;
  return {
    subject: put(digest.subject, { date: formatDate(reading.today, reading) }),
    paragraphs: [
      ...partOf(content.overdue, digest.overdue, writing),
      ...partOf(content.dueToday, digest.dueToday, writing),
      ...partOf(content.thisWeek, digest.thisWeek, writing),
      put(digest.list, { url: origin + pathTo.followUps() }),
      ...(content.unread > 0
        ? [
            `${pluralise(content.unread, digest.unread, reading)}\n${put(digest.inbox, { url: origin + pathTo.inbox() })}`,
          ]
        : []),
    ],
  };
}

function partOf(part: DuePart, sentences: Counted, { words, reading, origin }: Writing): string[] {
  if (part.count === 0) return [];
  const items = part.named.map(({ ref, title, dueOn }) => {
    const item = put(words.digest.item, { title: oneLine(title), date: formatDate(dueOn, reading) });
    return `* ${item}\n  ${origin}${pathTo.followUp(ref)}`;
  });
  const unnamed = part.count - part.named.length;
  const rest =
    unnamed > 0 && items.length > 0 ? [`* ${pluralise(unnamed, words.digest.unnamed, reading)}`] : [];
  return [[pluralise(part.count, sentences, reading), ...items, ...rest].join('\n')];
}

/** Each {word} once, whatever stands in the values: "$&" and "{by}" in a title are only text. */
function put(sentence: string, values: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** What was typed cannot begin another line, and so no other header. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
