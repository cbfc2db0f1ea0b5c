export type { NotificationKind, ToldNoun } from '#db/schema/notifications.ts';
