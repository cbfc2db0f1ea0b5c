import type { LineMatch } from '#app/domain/partners/suggestion.ts';
import type { NewParticipant } from '#app/domain/interactions/change-form.ts';
import { placeNewcomers } from '#app/domain/interactions/place-newcomers.ts';
import { useHydrated } from '../../ui/use-hydrated.ts';
import { useForm } from './form-context.ts';

/** Lines that may mean several partners, or somebody new: one question each. */
export function LineMatches({
  open,
  onAnswered,
}: {
  open: readonly LineMatch[];
  onAnswered: (line: string) => void;
}) {
  const { form, change } = useForm();
  const hydrated = useHydrated();
  function answer(match: LineMatch, participant: NewParticipant | undefined) {
    const rows = participant ? placeNewcomers(form, [participant]) : [];
    if (rows.length > 0) change({ type: 'add-participants', participants: rows });
    onAnswered(match.line);
  }
  return (
    <>
      {open.map((match, index) => (
        <fieldset key={match.line} className="group candidates">
          <legend>Who is “{match.line}”?</legend>
          <input type="hidden" name={`match.${index}.line`} value={match.line} />
          {[...match.choices, ...otherChoices(match)].map((choice, place) => (
            <label key={choice.token} className="choice">
              <input
                type="radio"
                name={`match.${index}.choice`}
                value={choice.token}
                defaultChecked={!hydrated && place === 0 && match.choices.length === 0}
                onChange={() => answer(match, choice.participant)}
              />
              <span>
                {choice.name} <small className="soft">{choice.detail}</small>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </>
  );
}

interface OpenChoice {
  token: string;
  name: string;
  detail: string;
  participant: NewParticipant | undefined;
}

function otherChoices(match: LineMatch): OpenChoice[] {
  const what = match.fresh.kind === 'new-organisation' ? 'New organisation' : 'New person';
  return [
    {
      token: 'fresh',
      name: match.fresh.name,
      detail: what,
      // to be added although there is a similar name: that is what was asked
      participant: { ...match.fresh, confirmed: match.choices.length > 0 ? 'yes' : '' },
    },
    { token: 'none', name: 'Leave out', detail: '', participant: undefined },
  ];
}
