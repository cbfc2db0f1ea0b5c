import { useEffect, useRef, type FormEvent, type KeyboardEvent } from 'react';
import type { FormView } from '#app/domain/interactions/form-view.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { SaveBar } from '../../ui/field-group.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { AdviceRows } from './advice-rows.tsx';
import { CommitmentRows } from './commitment-rows.tsx';
import { Conflicts, SavedBefore } from './conflict-notice.tsx';
import { DraftNote } from './draft-note.tsx';
import { DraftOffers } from './draft-offers.tsx';
import { FirstFields, SummaryField, WorkAreasField } from './first-fields.tsx';
import { FollowUpRows } from './follow-up-rows.tsx';
import { FormContext } from './form-context.ts';
import { Fulfils } from './fulfils.tsx';
import { OptionalFields } from './optional-fields.tsx';
import { ParticipantsField } from './participants-field.tsx';
import { PartnerPanel } from './partner-panel.tsx';
import { SensitivityPanel } from './sensitivity-panel.tsx';
import { useInteractionForm } from './use-interaction-form.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { usePositionsOfDay } from './use-positions-of-day.ts';

export interface SaveState {
  /** Why the last save did not reach the server; '' where it did, or where none was tried. */
  unsaved: '' | 'unreachable' | 'refused';
  busy: boolean;
}

/** The page that logs or edits an interaction. `post`: sends the fields and brings the answer as a new `view`. */
export function InteractionFormPage(props: {
  title: string;
  view: FormView;
  /** '' on a new one, or the ref of the interaction being edited. */
  subject: string;
  save: SaveState;
  post: (fields: FormData) => void;
}) {
  const { view, subject, save } = props;
  const element = useRef<HTMLFormElement>(null);
  const { form, change, focus } = useInteractionForm(view, view.choices, element);
  const draft = useKeptDraft(form, subject, save.busy);
  const { language, zone, today } = view.choices;
  const reading = { language, zone, today };
  usePositionsOfDay(form, change);
  useAnswer(view, change);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    if (!save.busy) props.post(new FormData(event.currentTarget, submitter));
  }

  return (
    <FormContext.Provider value={{ form, change, view, focus, reading, subject }}>
      <PageHeader title={props.title} meta={<DraftNote draft={draft} reading={reading} />} />
      <DraftOffers drafts={view.drafts} reading={reading} />
      <form ref={element} method="post" noValidate onSubmit={submit} onKeyDown={keepEnterFromSaving}>
        {/* Enter in a field without script presses the first button of the form: it must be this one. */}
        <button className="unseen" tabIndex={-1} aria-hidden="true" name="intent" value="save">
          Save interaction
        </button>
        <input type="hidden" name="key" value={form.key} />
        <input type="hidden" name="version" value={form.version} />
        {view.base ? <input type="hidden" name="base" value={view.base} /> : null}
        <ErrorSummary errors={Object.entries(view.errors).map(([field, message]) => ({ field, message }))} />
        <SavedBefore />
        <Fulfils />
        <Conflicts />
        <div className="form">
          <div>
            <FirstFields />
            <ParticipantsField />
            <WorkAreasField />
            <SummaryField />
            <AdviceRows />
            <CommitmentRows />
            <FollowUpRows />
            <OptionalFields />
          </div>
          <aside>
            <SensitivityPanel />
            <PartnerPanel />
          </aside>
        </div>
        <SaveBar note={saveWords(save)}>
          <Button
            type="submit"
            look="main"
            name="intent"
            value="save"
            shortcut="Ctrl ↵"
            data-save=""
            aria-disabled={save.busy || undefined}
          >
            Save interaction
          </Button>
          {subject === '' ? (
            <Button
              type="submit"
              name="intent"
              value="save-and-new"
              data-save-and-new=""
              aria-disabled={save.busy || undefined}
            >
              Save and log another
            </Button>
          ) : null}
        </SaveBar>
      </form>
    </FormContext.Provider>
  );
}

function saveWords({ unsaved, busy }: SaveState): string {
  if (busy) return 'Saving…';
  if (unsaved === 'unreachable')
    return 'Not saved yet: retry. What you typed is still here; the server could not be reached.';
  if (unsaved === 'refused')
    return 'Not saved yet. The record can no longer be changed; what you typed is still here.';
  return 'Nothing is sent to anyone outside.';
}

/** A long form is saved by its button or by Ctrl+Enter, not by an Enter too many. */
function keepEnterFromSaving(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
  if (event.target instanceof HTMLInputElement) event.preventDefault();
}

/** After a save that was not taken: what the server changed in the form, and the first field to mend. */
function useAnswer(view: FormView, change: ReturnType<typeof useInteractionForm>['change']) {
  const first = useRef(view);
  useEffect(() => {
    if (view === first.current) return;
    change({ type: 'replace', form: view.form });
    const field = document.getElementById(view.conflictBy ? 'conflicts' : view.focus);
    // groups of checkboxes take the focus themselves, pickers in the field that is typed in
    (field ?? document.getElementById('errors'))?.focus();
    // a new answer is what this waits for
  }, [view]);
}
