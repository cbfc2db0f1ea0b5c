import { levelName, type Level } from '#db/levels.ts';
import {
  findVisibleDuePlace,
  listCommitments,
  type CommitmentFilter,
  type CommitmentRow,
} from '#db/queries/commitment-list.ts';
import { listOrganisationsByRef } from '#db/queries/partners.ts';
import type { CommitmentStatus, Side } from '#db/schema/promises.ts';
import { partnerLink, type PartnerLink } from '../advice/glance-advice.server.ts';
import { clip } from '../kernel/clip.ts';
import type { Context } from '../kernel/context.ts';
import { BadRequest } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import {
  activeWords,
  countryChoices,
  countryNamed,
  oneOfWords,
  termChoices,
  termNamed,
} from '../reference/filters.server.ts';
import { readingOf } from '../reference/labels.server.ts';

/** A promise in a list. The words of a sealed one are not here: reading them is recorded. */
export interface CommitmentGlance {
  ref: string;
  interaction: string | null;
  /** '' where the record is sealed. */
  text: string;
  level: Level;
  side: Side;
  status: CommitmentStatus;
  madeOn: string;
  dueOn: string | null;
  closedOn: string | null;
  by: PartnerLink[];
  /** Our colleague who promised. */
  byUs: string | null;
}

export function glanceCommitments(rows: readonly CommitmentRow[]): CommitmentGlance[] {
  return rows.map((row) => {
    const level = levelName(row.level);
    const sealed = level === 'sealed';
    return {
      ref: row.ref,
      interaction: row.interaction_ref,
      text: sealed ? '' : clip(row.body),
      level,
      side: row.side,
      status: row.status,
      madeOn: row.made_on,
      dueOn: row.due_on,
      closedOn: row.closed_on,
      by: sealed ? [] : partnerLink(row),
      byUs: sealed ? null : row.account_name,
    };
  });
}

/** Words of the address; '' for what is not asked. */
export interface CommitmentQuestion {
  side: string;
  status: string;
  country: string;
  workArea: string;
  organisation: string;
  /** The ref of the last promise of the page before. */
  after: string;
}

const SIDES = ['theirs', 'ours'] as const;
const STATUSES = ['open', 'kept', 'broken'] as const;
const PAGE = 50;

/** The register of promises: the open ones of both sides unless asked otherwise, the longest due first. */
export async function listCommitmentRegister(context: Context, question: CommitmentQuestion) {
  const { db, actor } = context;
  const side = oneOfWords(SIDES, question.side);
  const status = oneOfWords(STATUSES, question.status) ?? 'open';
  const country = countryNamed(context, question.country);
  const workArea = termNamed(context, 'work_area', question.workArea);
  const [organisation] =
    question.organisation === '' ? [] : await listOrganisationsByRef(db, [question.organisation]);
  if (question.organisation !== '' && !organisation) throw new BadRequest('There is no such organisation.');
  const filter: CommitmentFilter = {
    side,
    status,
    countryId: country?.id,
    workAreaId: workArea?.id,
    organisationId: organisation?.id,
  };
  const after = question.after === '' ? undefined : await placeOf(context, question.after);
  const rows = await listCommitments(db, actor, filter, { after, limit: PAGE + 1 });
  const shown = rows.slice(0, PAGE);
  return {
    commitments: glanceCommitments(shown),
    next: rows.length > PAGE ? (shown.at(-1)?.ref ?? null) : null,
    turned: after !== undefined,
    side: side ?? null,
    status,
    active: [
      ...activeWords(context, { country, work_area: workArea }),
      ...(organisation ? [{ name: 'organisation', value: organisation.ref, label: organisation.name }] : []),
    ],
    choices: { countries: countryChoices(context), workAreas: termChoices(context, 'work_area') },
    reading: readingOf(context),
  };
}

async function placeOf({ db, actor }: Context, ref: string) {
  const place = isRef(ref) ? await findVisibleDuePlace(db, actor, ref) : undefined;
  if (!place) throw new BadRequest('This is no place in a list.');
  return place;
}
