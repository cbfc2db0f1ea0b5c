import type { MailWords } from './mail-words.ts';

export const SPANISH: MailWords = {
  greeting: 'Hola, {name}:',
  open: 'Ábralo aquí: {url}',
  foot: 'Usted elige qué se le envía y cuándo: {url}',
  assigned: {
    subject: 'Una tarea para usted: {title}',
    body: '{by} le ha asignado una tarea: {title}',
    due: 'Vence el {date}.',
  },
  mentioned: {
    subject: '{by} le ha mencionado: {title}',
    body: '{by} le ha mencionado en la ficha «{title}».',
  },
  assignedUnnamed: 'Se le ha asignado una tarea.',
  mentionedUnnamed: 'Se le ha mencionado en una ficha.',
  digest: {
    subject: 'Lo que vence: {date}',
    overdue: { one: 'Una tarea suya está atrasada.', other: '{n} tareas suyas están atrasadas.' },
    dueToday: { one: 'Una tarea suya vence hoy.', other: '{n} tareas suyas vencen hoy.' },
    thisWeek: {
      one: 'Una tarea suya vence en los próximos seis días.',
      other: '{n} tareas suyas vencen en los próximos seis días.',
    },
    item: '{title} (vence el {date})',
    unnamed: { one: 'Otra no se nombra aquí.', other: 'Otras {n} no se nombran aquí.' },
    unread: {
      one: 'Una línea de su bandeja de entrada está sin leer.',
      other: '{n} líneas de su bandeja de entrada están sin leer.',
    },
    list: 'Sus tareas: {url}',
    inbox: 'Su bandeja de entrada: {url}',
  },
};
