import { Button, LinkButton } from '#app/components/ui/button.tsx';
import { FactList } from '#app/components/ui/definition-strip.tsx';
import { formatDate, formatInstant, formatList, formatShortDate } from '#app/components/ui/format.ts';
import { LevelMark } from '#app/components/ui/level-mark.tsx';
import { PageHeader } from '#app/components/ui/page-header.tsx';
import { WorkAreaLink } from '#app/components/ui/work-area-mark.tsx';
import type { InteractionView } from '#app/domain/interactions/show-interaction.server.ts';
import { pathTo } from '#app/paths.ts';

const STATE_WORDS = { planned: 'Planned', held: 'Held', cancelled: 'Cancelled' };
const QUOTED = {
  on_record: 'On record',
  chatham_house: 'Chatham House Rule: what was said, not who said it',
  not_for_use: 'Not for use',
};

/** Title, level and state, and what can be done. */
export function RecordHeader({ view }: { view: InteractionView }) {
  return (
    <PageHeader
      crumbs={[{ label: 'Interactions', href: pathTo.interactions() }]}
      title={view.summary}
      marks={
        <>
          <LevelMark level={view.level} />
          {view.state === 'held' ? null : <span className="tag soon">{STATE_WORDS[view.state]}</span>}
          {view.archivedAt ? <span className="tag late">Archived</span> : null}
        </>
      }
      meta={waitingInWords(view)}
      acts={view.mayEdit ? <Acts view={view} /> : view.mayLog ? <FollowOnLink view={view} /> : null}
    />
  );
}

/** Why a planned meeting cannot be marked as held yet. */
function waitingInWords({ state, mayEdit, mayHold, archivedAt, on, reading }: InteractionView) {
  if (state !== 'planned' || !mayEdit || mayHold || archivedAt) return null;
  return `It can be marked as held from ${formatShortDate(on, reading)}.`;
}

function Acts({ view }: { view: InteractionView }) {
  if (view.archivedAt) {
    return (
      <form method="post" action={pathTo.interactionArchival(view.ref)}>
        <Button type="submit" name="act" value="restore" look="main">
          Restore
        </Button>
      </form>
    );
  }
  return (
    <>
      {view.mayHold ? (
        <form method="post" action={pathTo.interactionHeld(view.ref)}>
          <Button type="submit" look="main">
            Mark as held
          </Button>
        </form>
      ) : null}
      <LinkButton href={pathTo.editInteraction(view.ref)}>Edit</LinkButton>
      {view.mayLog ? <FollowOnLink view={view} /> : null}
      <form method="post" action={pathTo.interactionArchival(view.ref)}>
        <Button type="submit" name="act" value="archive">
          Archive
        </Button>
      </form>
    </>
  );
}

/** The next interaction with the same partner, about the same things. */
function FollowOnLink({ view }: { view: InteractionView }) {
  const partner = view.participants.find((one) => one.organisation)?.organisation;
  const [person] = view.participants.filter((one) => one.person && !one.organisation);
  const start = {
    organisation: partner?.ref,
    person: partner ? undefined : person?.person?.ref,
    country: view.countries.length === 1 ? view.countries[0]?.iso3 : undefined,
    work_area: view.areas[0]?.code,
    instrument: view.instruments[0]?.code,
  };
  return <LinkButton href={pathTo.newInteraction(start)}>Log what came next</LinkButton>;
}

/** The facts of the meeting. */
export function RecordFacts({ view }: { view: InteractionView }) {
  const { reading } = view;
  const day = formatDate(view.on, reading);
  // what is more closely held leaves no trace in calendars that others keep
  const inCalendars =
    view.state === 'planned' && !view.archivedAt && ['internal', 'confidential'].includes(view.level);
  const facts = [
    { term: 'Kind', value: view.kind },
    {
      term: 'Date',
      value: (
        <span className="inline">
          {view.until ? `${day} to ${formatDate(view.until, reading)}` : day}
          {inCalendars ? <a href={pathTo.interactionEvent(view.ref)}>Add to my calendar</a> : null}
        </span>
      ),
    },
    { term: 'Time', value: view.time && `${view.time} (${view.zone ?? ''})` },
    {
      term: 'Part of',
      value: view.partOf && (
        <a href={pathTo.interaction(view.partOf.ref)}>
          {[view.partOf.kind, view.partOf.summary].filter(Boolean).join(': ')}
        </a>
      ),
    },
    { term: 'Place', value: view.place },
    {
      term: 'Countries',
      value: view.countries.length > 0 && (
        <span className="inline">
          {view.countries.map((country) => (
            <a key={country.iso3} href={pathTo.country(country.iso3)}>
              {country.name}
            </a>
          ))}
        </span>
      ),
    },
    {
      term: 'Work areas',
      value: (
        <span className="inline">
          {view.areas.map((area) => (
            <WorkAreaLink key={area.code} area={area} href={pathTo.workArea(area.code)} />
          ))}
        </span>
      ),
    },
    {
      term: 'Instruments',
      value: view.instruments.length > 0 && (
        <span className="inline">
          {view.instruments.map((one) => (
            <a key={one.code} href={pathTo.instrument(one.code)} title={one.title}>
              {one.spoken}
            </a>
          ))}
        </span>
      ),
    },
    {
      term: 'Objectives',
      value: view.objectives.length > 0 && (
        <span className="inline">
          {view.objectives.map((one) => (
            <a key={one.ref} href={pathTo.objective(one.ref)}>
              {one.title}
            </a>
          ))}
        </span>
      ),
    },
    { term: 'Our staff', value: view.staff.join(', ') },
    { term: 'May be quoted', value: QUOTED[view.attribution] },
    { term: 'Who can see this', value: readersInWords(view) },
    { term: 'Logged', value: `${view.author}, ${view.team}, ${formatInstant(view.loggedAt, reading)}` },
  ];
  return <FactList facts={facts.filter((fact) => fact.value).map(({ term, value }) => ({ term, value }))} />;
}

function readersInWords(view: InteractionView): string {
  if (view.level === 'internal') return 'All colleagues';
  const people = new Set([view.author, ...view.staff]);
  if (view.level === 'confidential') return formatList([...view.readingTeams, ...people], view.reading);
  return formatList([...new Set([...people, ...view.readers])], view.reading);
}
