import { Flow } from '../flow.tsx';
import { HeatTable } from '../heat-table.tsx';
import { MeterRows } from '../meter-row.tsx';
import { AreaMark } from '../work-area-mark.tsx';
import { AREAS, Sample } from './sample.tsx';

const QUARTERS = ['Q1 25', 'Q2', 'Q3', 'Q4', 'Q1 26', 'Q2', 'Q3', 'Q4'];
const COUNTS = [
  [2, 3, 1, 4, 5, 3, 6, 7],
  [4, 2, 5, 6, 3, 8, 9, 10],
  [0, 1, 0, 2, 1, 0, 0, 1],
  [1, 0, 0, 1, 0, 2, 0, 0],
];

export function SampleFigures() {
  return (
    <>
      <Sample name="heat-table">
        <HeatTable
          caption="Interactions a quarter, by work area"
          rowsLabel="Work area"
          periods={QUARTERS}
          groups={[
            COUNTS.map((counts, index) => ({
              key: AREAS[index]?.code ?? '',
              label: (
                <>
                  <AreaMark mark={AREAS[index]?.mark ?? ''} hue={AREAS[index]?.hue} />
                  {AREAS[index]?.label}
                </>
              ),
              cells: counts.map((count) => ({ count, href: '#heat-table' })),
            })),
          ]}
        />
      </Sample>
      <Sample name="meter-row">
        <MeterRows
          rows={[
            {
              key: 'j',
              label: 'Ministry of Justice',
              href: '#meter-row',
              words: 'today',
              share: 0,
              tone: 'good',
            },
            {
              key: 'c',
              label: 'Judiciary',
              href: '#meter-row-c',
              words: '74 days',
              share: 0.32,
              tone: 'soon',
            },
            {
              key: 'p',
              label: 'Police',
              href: '#meter-row-p',
              words: '231 days · neglected',
              share: 0.93,
              tone: 'late',
            },
          ]}
        />
      </Sample>
      <Sample name="flow">
        <Flow
          label="What came of our advice"
          steps={[
            { key: 'given', count: '9', label: 'Given', href: '#flow' },
            { key: 'acknowledged', count: '8', label: 'Acknowledged', href: '#flow-2', current: true },
            { key: 'partly', count: '5', label: 'Partly adopted', href: '#flow-3' },
            { key: 'adopted', count: '7', label: 'Adopted', href: '#flow-4' },
            { key: 'practice', count: '2', label: 'In practice' },
          ]}
        />
      </Sample>
    </>
  );
}
