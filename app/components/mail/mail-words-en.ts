import type { MailWords } from './mail-words.ts';

export const ENGLISH: MailWords = {
  greeting: 'Hello {name},',
  open: 'Open it here: {url}',
  foot: 'You choose what is mailed to you, and when: {url}',
  assigned: {
    subject: 'A follow-up for you: {title}',
    body: '{by} gave you a follow-up: {title}',
    due: 'It is due on {date}.',
  },
  mentioned: {
    subject: '{by} mentioned you: {title}',
    body: '{by} mentioned you in the record “{title}”.',
  },
  assignedUnnamed: 'A follow-up was assigned to you.',
  mentionedUnnamed: 'You were mentioned in a record.',
  digest: {
    subject: 'What is due: {date}',
    overdue: { one: 'One follow-up of yours is overdue.', other: '{n} follow-ups of yours are overdue.' },
    dueToday: {
      one: 'One follow-up of yours is due today.',
      other: '{n} follow-ups of yours are due today.',
    },
    thisWeek: {
      one: 'One follow-up of yours is due in the next six days.',
      other: '{n} follow-ups of yours are due in the next six days.',
    },
    item: '{title} (due on {date})',
    unnamed: { one: 'One more is not named here.', other: '{n} more are not named here.' },
    unread: { one: 'One line in your inbox is unread.', other: '{n} lines in your inbox are unread.' },
    list: 'Your follow-ups: {url}',
    inbox: 'Your inbox: {url}',
  },
};
