import type { ReactNode } from 'react';
import type { Reading } from '../format.ts';
import type { WorkArea } from '../work-area-mark.tsx';

/** The samples stand still in time. */
export const READING: Reading = { language: 'en', zone: 'Africa/Lome', today: '2026-11-24' };

export const AREAS: readonly WorkArea[] = [
  { code: 'legal', label: 'Develop legal instruments', mark: 'L', hue: 'violet' },
  { code: 'mechanisms', label: 'Advocate for preventive mechanisms', mark: 'M', hue: 'teal' },
  { code: 'capacities', label: 'Strengthen capacities', mark: 'C', hue: 'ochre' },
  { code: 'tools', label: 'Produce practical tools', mark: 'T', hue: 'green' },
];

/** One component with all its states. */
export function Sample({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section id={name}>
      <h2>
        <code>{name}</code>
      </h2>
      <div className="stack">{children}</div>
    </section>
  );
}
