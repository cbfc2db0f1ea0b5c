import type { CountryPage as View } from '#app/domain/countries/show-country.server.ts';
import { pathTo } from '#app/paths.ts';
import { AGE_TONES } from '../timeline/contact-days.ts';
import { formatDaysSince, type Reading } from '../ui/format.ts';
import { MeterRows } from '../ui/meter-row.tsx';
import { Panel } from '../ui/panel.tsx';

/** A bar of this many days is full. */
const FULL = 250;

/** How long it is since each kind of partner was met, whom we neglect among them. */
export function SinceLastMet({ country: { iso3, work, reading } }: { country: View }) {
  return (
    <Panel title="Since we last met" note="by kind of partner known here">
      {work.types.length === 0 ? (
        <p className="soft">No partner is known here yet.</p>
      ) : (
        <MeterRows
          rows={work.types.map((type) => ({
            key: type.code,
            label: type.label,
            href: pathTo.organisations({ country: iso3, partner_type: type.code }),
            words: daysWords(type, reading),
            share: (type.days ?? FULL) / FULL,
            tone: AGE_TONES[type.age],
          }))}
        />
      )}
    </Panel>
  );
}

function daysWords({ lastOn, age }: View['work']['types'][number], reading: Reading): string {
  if (lastOn === null) return 'not in two years';
  const days = formatDaysSince(lastOn, reading);
  return age === 'neglected' ? `${days} · neglected` : days;
}
