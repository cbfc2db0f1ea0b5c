import type { InteractionView } from '#app/domain/interactions/show-interaction.server.ts';
import { pathTo } from '#app/paths.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { Notes } from './notes.tsx';

/** More than advice can hold is no passage. */
const MOST = 20_000;

/**
 * The notes, and the way to make advice of a passage: with script by selecting it, without by cutting it down in a box.
 */
export function NotesPanel({ view }: { view: InteractionView }) {
  if (view.notes.trim() === '') {
    return (
      <Panel title="Notes">
        <p className="soft">No notes were written.</p>
      </Panel>
    );
  }
  if (!view.mayEdit || view.archivedAt || view.state !== 'held') {
    return (
      <Panel title="Notes">
        <Notes text={view.notes} />
      </Panel>
    );
  }
  return (
    <Panel title="Notes">
      <div className="passages" data-passages="">
        <Notes text={view.notes} />
        <button
          type="submit"
          form="make-advice"
          className="button main make-advice"
          data-make-advice=""
          hidden
        >
          Make advice of this
        </button>
      </div>
      <details className="fold">
        <summary>Advice from these notes</summary>
        <form id="make-advice" method="post" action={pathTo.newAdvice()}>
          <input type="hidden" name="act" value="start" />
          <input type="hidden" name="interaction" value={view.ref} />
          <TextArea
            name="passage"
            label="Passage"
            hint="Select what was advised, or leave only that here"
            tall
            defaultValue={view.notes.slice(0, MOST)}
            maxLength={MOST}
          />
          <Button type="submit">Make advice of this</Button>
        </form>
      </details>
    </Panel>
  );
}
