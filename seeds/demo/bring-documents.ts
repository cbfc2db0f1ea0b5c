import { addAttachment } from '#app/domain/attachments/add-attachment.server.ts';
import { receiveFile } from '#app/domain/attachments/file-store.server.ts';
import type { ParentName } from '#app/domain/attachments/find-attachable.server.ts';
import { makeRef } from '#app/domain/kernel/refs.ts';
import { listDocumented } from '#db/queries/demo-facts.ts';
import { contextOf, dayOf, instantOn } from './cast.ts';
import { makeDocx, makeOdt, makePdf } from './documents.ts';
import type { Telling } from './tell-reviews.ts';

interface Document {
  name: string;
  note: string;
  bytes: Uint8Array;
}

const FICTIONAL = 'This document is invented for the demonstration.';

const MINUTES: readonly Document[] = [
  {
    name: 'Note of the meeting.docx',
    note: 'Agreed with those who attended',
    bytes: makeDocx(['Note of the meeting', 'Both sides will read it before it is passed on.', FICTIONAL]),
  },
  {
    name: 'Observations sur le projet de décret.pdf',
    note: '',
    bytes: makePdf(['Observations sur le projet de décret', 'Article 9: accès de nuit.', FICTIONAL]),
  },
  {
    name: 'Programme of the training.odt',
    note: 'As it was handed out',
    bytes: makeOdt(['Programme of the training', 'Day one: the first hours in custody.', FICTIONAL]),
  },
];

const PROOFS: readonly Document[] = [
  {
    name: 'Official gazette, extract.pdf',
    note: 'The pages that matter',
    bytes: makePdf(['Official gazette', 'Decree on the visiting mechanism, articles 1 to 12.', FICTIONAL]),
  },
  {
    name: 'Letter of the ministry.pdf',
    note: 'Received by post',
    bytes: makePdf(['Letter of the ministry', 'The proposal was taken over as it stood.', FICTIONAL]),
  },
  {
    name: 'Circular to all police stations.docx',
    note: '',
    bytes: makeDocx(['Circular to all police stations', 'Families are told within two hours.', FICTIONAL]),
  },
];

/** Documents beside the last meetings in Togo, and beside the steps and moves that a document is said to show. */
export async function bringDocuments({ cast, chance }: Telling): Promise<void> {
  const { meetings, steps, moves } = await listDocumented(cast.seed.db, 'TGO', dayOf(cast, 0));
  const beside = [
    ...meetings.map((row, place) => ({ ...row, kind: 'interaction' as const, document: MINUTES[place % 3] })),
    ...steps.map((row, place) => ({ ...row, kind: 'advice_step' as const, document: PROOFS[place % 3] })),
    ...moves.map((row, place) => ({ ...row, kind: 'objective_move' as const, document: PROOFS[place % 3] })),
  ];
  for (const { kind, ref, level, author_id, document } of beside) {
    if (document) await bring({ cast, chance }, { kind, ref }, { level, author_id }, document);
  }
}

async function bring(
  { cast, chance }: Telling,
  on: ParentName,
  record: { level: number; author_id: number },
  { name, note, bytes }: Document,
): Promise<void> {
  const author = cast.staff.find(({ actor }) => actor.accountId === record.author_id)?.actor;
  if (!author) throw new Error('A record of the demo has no author among its staff.');
  const context = { ...contextOf(cast, author, instantOn(cast, 0)), random: chance.bytes };
  const content = async function* () {
    yield bytes;
  };
  const incoming = await receiveFile(context, content(), record.level === 3);
  const outcome = await addAttachment(context, on, { key: makeRef(chance.bytes), name, note, incoming });
  if (outcome.outcome !== 'saved') throw new Error(`“${name}” was not saved: ${JSON.stringify(outcome)}`);
}
