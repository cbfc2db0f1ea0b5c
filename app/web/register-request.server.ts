import type { CommitmentsAsked } from '#app/domain/commitments/list-commitments.server.ts';
import type { FollowUpsAsked } from '#app/domain/follow-ups/list-follow-ups.server.ts';
import type { MoveQuestion } from '#app/domain/follow-ups/preview-move.server.ts';
import { readQuery } from './forms.ts';

// The words of the addresses of the registers.

export function readCommitmentsAsked(request: Request): CommitmentsAsked {
  const filters = ['side', 'status', 'late', 'country', 'work_area', 'organisation', 'person'];
  const query = readQuery(request, { known: [...filters, 'partner', 'after'] });
  return {
    side: query.one('side'),
    status: query.one('status'),
    late: query.one('late'),
    country: query.one('country'),
    workArea: query.one('work_area'),
    organisation: query.one('organisation'),
    person: query.one('person'),
    partner: query.one('partner').trim().slice(0, 200),
    after: query.one('after'),
  };
}

export function readFollowUpsAsked(request: Request): FollowUpsAsked {
  const query = readQuery(request, { known: ['assignee', 'country', 'work_area', 'status', 'after'] });
  return {
    assignee: query.one('assignee'),
    country: query.one('country'),
    workArea: query.one('work_area'),
    status: query.one('status'),
    after: query.one('after'),
  };
}

export function readMoveQuestion(request: Request): MoveQuestion {
  const query = readQuery(request, { lists: ['pick'] });
  return {
    picks: query.many('pick'),
    interaction: query.one('interaction'),
    country: query.one('country'),
    days: query.one('days').trim(),
  };
}
