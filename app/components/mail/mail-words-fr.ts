import type { MailWords } from './mail-words.ts';

export const FRENCH: MailWords = {
  greeting: 'Bonjour {name},',
  open: 'Pour l’ouvrir : {url}',
  foot: 'Vous choisissez ce qui vous est envoyé, et quand : {url}',
  assigned: {
    subject: 'Une tâche pour vous : {title}',
    body: '{by} vous a confié une tâche : {title}',
    due: 'Elle est à faire pour le {date}.',
  },
  mentioned: {
    subject: '{by} vous a mentionné : {title}',
    body: '{by} vous a mentionné dans la fiche « {title} ».',
  },
  assignedUnnamed: 'Une tâche vous a été confiée.',
  mentionedUnnamed: 'Vous avez été mentionné dans une fiche.',
  digest: {
    subject: 'À faire : {date}',
    overdue: {
      one: '{n} tâche qui vous revient est en retard.',
      other: '{n} tâches qui vous reviennent sont en retard.',
    },
    dueToday: {
      one: '{n} tâche qui vous revient est à faire aujourd’hui.',
      other: '{n} tâches qui vous reviennent sont à faire aujourd’hui.',
    },
    thisWeek: {
      one: '{n} tâche qui vous revient est à faire dans les six jours qui viennent.',
      other: '{n} tâches qui vous reviennent sont à faire dans les six jours qui viennent.',
    },
    item: '{title} (pour le {date})',
    unnamed: { one: '{n} autre n’est pas nommée ici.', other: '{n} autres ne sont pas nommées ici.' },
    unread: {
      one: '{n} ligne de votre boîte de réception n’est pas lue.',
      other: '{n} lignes de votre boîte de réception ne sont pas lues.',
    },
    list: 'Vos tâches : {url}',
    inbox: 'Votre boîte de réception : {url}',
  },
};
