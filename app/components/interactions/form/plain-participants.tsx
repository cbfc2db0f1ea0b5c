import { useForm } from './form-context.ts';
import { FindButton, ParticipantChips } from './participant-chips.tsx';

/** Participants where no script runs: names one a line, and a button that finds out who is meant. */
export function PlainParticipants() {
  const { view, focus } = useForm();
  return (
    <div className={view.errors.participants ? 'picked invalid' : 'picked'}>
      <ParticipantChips />
      <textarea
        id="participants"
        name="participants.query"
        rows={1}
        autoComplete="off"
        autoFocus={focus === 'participants'}
        aria-required
        aria-invalid={view.errors.participants ? true : undefined}
        aria-describedby={view.errors.participants ? 'participants-error' : undefined}
        placeholder="Name, organisation or acronym, or paste a list"
      />
      <FindButton list="participants" />
    </div>
  );
}
