import { ENGLISH } from './mail-words-en.ts';
import { SPANISH } from './mail-words-es.ts';
import { FRENCH } from './mail-words-fr.ts';

/** A sentence for each number that the language tells apart; {n} is the number. */
export type Counted = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Every sentence of a mail, whole. {name}, {by}, {title}, {date} and {url} are put in. */
export interface MailWords {
  greeting: string;
  /** Before the address of the record. */
  open: string;
  foot: string;
  assigned: { subject: string; body: string; due: string };
  mentioned: { subject: string; body: string };
  /** Of what is not open to all colleagues: neither who nor what. */
  assignedUnnamed: string;
  mentionedUnnamed: string;
  digest: {
    subject: string;
    overdue: Counted;
    dueToday: Counted;
    thisWeek: Counted;
    item: string;
    /** Those of a part that are not named. */
    unnamed: Counted;
    unread: Counted;
    list: string;
    inbox: string;
  };
}

const LANGUAGES: Record<string, MailWords> = { en: ENGLISH, fr: FRENCH, es: SPANISH };

/** The words in the reader's language and the language they are in: English where there are no others. */
export function mailWords(language: string): { words: MailWords; language: string } {
  const words = Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language] : undefined;
  return words ? { words, language } : { words: ENGLISH, language: 'en' };
}
