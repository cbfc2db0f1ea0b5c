import type { ToldLine } from '#app/domain/notifications/told-line.server.ts';
import type { InboxLine } from '#app/domain/notifications/with-hand-overs.server.ts';
import type { ToldNoun } from '#app/domain/notifications/told-noun.ts';
import { pathTo } from '#app/paths.ts';

const MOVED: Record<ToldNoun, string> = {
  interaction: 'changed a meeting of yours',
  assessment: 'changed an assessment of yours',
  advice: 'said what came of your advice',
  commitment: 'said what became of a commitment of yours',
  follow_up: 'changed a follow-up of yours',
  objective: 'moved an objective of yours',
};

/** What was done, after the name of whoever did it. */
export function toldWords({
  kind,
  record,
  takenBack,
}: Pick<InboxLine, 'kind' | 'record' | 'takenBack'>): string {
  switch (kind) {
    case 'assigned':
      return takenBack ? 'gave you a follow-up, and took it back' : 'gave you a follow-up';
    case 'handed-on':
      return takenBack
        ? 'gave a follow-up of yours to somebody else, and took it back'
        : 'gave a follow-up of yours to somebody else';
    case 'completed':
      return 'completed a follow-up of yours';
    case 'mentioned':
      return record.noun === 'assessment' ? 'mentioned you in an assessment' : 'mentioned you in notes';
    case 'access-granted':
      return 'gave you access';
    case 'moved':
      return MOVED[record.noun];
  }
}

/** The page on which a record is read. */
export function recordHref({
  noun,
  ref,
  homeRef,
}: Pick<ToldLine['record'], 'noun' | 'ref' | 'homeRef'>): string {
  const home = homeRef === null ? undefined : pathTo.interaction(homeRef);
  switch (noun) {
    case 'follow_up':
      return pathTo.followUp(ref);
    case 'objective':
      return pathTo.objective(ref);
    case 'advice':
      return home ? `${home}#advice` : pathTo.advice();
    case 'commitment':
      return home ? `${home}#commitments` : pathTo.commitments();
    default:
      return home ?? pathTo.desk();
  }
}
