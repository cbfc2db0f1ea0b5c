import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { FilesPanel } from '#app/components/attachments/files-panel.tsx';
import { NotesPanel } from '#app/components/interactions/record/notes-panel.tsx';
import { Notes } from '#app/components/interactions/record/notes.tsx';
import {
  AdvicePanel,
  CommitmentsPanel,
  FollowUpsPanel,
} from '#app/components/interactions/record/record-consequences.tsx';
import { CancelledNote, PlanPanel } from '#app/components/interactions/record/plan-forms.tsx';
import { RecordFacts, RecordHeader } from '#app/components/interactions/record/record-header.tsx';
import { RecordHistory } from '#app/components/interactions/record/record-history.tsx';
import { RecordParts } from '#app/components/interactions/record/record-parts.tsx';
import { RecordParticipants } from '#app/components/interactions/record/record-participants.tsx';
import { MuteButton } from '#app/components/notifications/mute-button.tsx';
import { LevelMark } from '#app/components/ui/level-mark.tsx';
import { Panel } from '#app/components/ui/panel.tsx';
import { showInteraction } from '#app/domain/interactions/show-interaction.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { page, usePage } from '#app/web/respond.ts';
import { titled } from '#app/web/title.ts';

/** What is sealed stays out of the browser's list of pages that were open. */
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(data?.page.level === 'sealed' ? 'Sealed record' : data?.page.summary);

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await showInteraction(context, args.params.ref ?? ''));
}

export default function Interaction() {
  const view = usePage<typeof loader>();
  return (
    <>
      <RecordHeader view={view} />
      <CancelledNote view={view} />
      <div className="grid">
        <div className="c8 stack">
          <NotesPanel view={view} />
          {view.assessment ? (
            <Panel
              title="Assessment"
              note={view.assessment.author}
              act={<LevelMark level={view.assessment.level} always />}
            >
              <Notes text={view.assessment.text} />
            </Panel>
          ) : null}
          <AdvicePanel view={view} />
          <CommitmentsPanel view={view} />
          <FollowUpsPanel view={view} />
          <FilesPanel view={view.files} reading={view.reading} />
          <RecordParts view={view} />
        </div>
        <div className="c4 stack">
          <PlanPanel view={view} />
          <Panel title="The facts">
            <RecordFacts view={view} />
            <MuteButton noun="interaction" recordRef={view.ref} muted={view.muted} />
          </Panel>
          <RecordParticipants view={view} />
        </div>
        <div className="c12">
          <RecordHistory view={view} />
        </div>
      </div>
    </>
  );
}
