import { accounts } from './0001-accounts.ts';
import { reference } from './0002-reference.ts';
import { partners } from './0003-partners.ts';
import { interactions } from './0004-interactions.ts';
import { promises } from './0005-advice-commitments-follow-ups.ts';
import { audit } from './0006-audit.ts';
import { countryTallies } from './0007-country-tallies.ts';
import { objectives } from './0008-objectives.ts';
import { reviews } from './0009-reviews.ts';
import { attachments } from './0010-attachments.ts';
import { outcomes } from './0011-outcomes.ts';
import { calendarFeeds } from './0012-calendar-feeds.ts';
import { notifications } from './0013-notifications.ts';
import { countsOfAll } from './0014-counts-of-all.ts';
import type { Migration } from './ddl.ts';

/** Every migration in the order it runs. Append only: a migration that has run anywhere is never edited. */
export const migrations: readonly Migration[] = [
  accounts,
  reference,
  partners,
  interactions,
  promises,
  audit,
  countryTallies,
  objectives,
  reviews,
  attachments,
  outcomes,
  calendarFeeds,
  notifications,
  countsOfAll,
];
