import { Panel } from '#app/components/ui/panel.tsx';
import type { InteractionView } from '#app/domain/interactions/show-interaction.server.ts';
import { pathTo } from '#app/paths.ts';

type Participant = InteractionView['participants'][number];

/** Who took part, by organisation, with titles as they were that day. */
export function RecordParticipants({ view }: { view: InteractionView }) {
  const groups = new Map<string, Participant[]>();
  for (const one of view.participants) {
    const key = one.organisation?.ref ?? '';
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return (
    <Panel title="Participants" note="titles as they were that day">
      <ul className="entries attended">
        {[...groups.values()].map((group) => (
          <li key={group[0]?.ref}>
            {group[0]?.organisation ? (
              <a className="strong" href={pathTo.organisation(group[0].organisation.ref)}>
                {group[0].organisation.name}
              </a>
            ) : null}
            {group.map((one) => (
              <p key={one.ref}>{participantInWords(one)}</p>
            ))}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function participantInWords(one: Participant) {
  if (one.group) {
    const label = one.group.label ?? 'people';
    return one.group.women === null
      ? `${one.group.headcount} ${label}`
      : `${one.group.headcount} ${label}, ${one.group.women} of them women`;
  }
  if (!one.person) return null;
  return (
    <>
      <a href={pathTo.person(one.person.ref)}>{one.person.name}</a>
      {one.isCodeName ? <span className="soft"> (code name)</span> : null}
      {one.atRisk ? <span className="tag late">At risk</span> : null}
      {one.title ? <span className="sub">{one.title}</span> : null}
    </>
  );
}
