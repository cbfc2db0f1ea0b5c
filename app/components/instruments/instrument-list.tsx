import type { listInstrumentPage } from '#app/domain/instruments/list-instruments.server.ts';
import { pathTo } from '#app/paths.ts';
import { DataTable } from '../ui/data-table.tsx';
import { formatDate, formatNumber } from '../ui/format.ts';
import { PageHeader } from '../ui/page-header.tsx';

type List = Awaited<ReturnType<typeof listInstrumentPage>>;

const TREATY_COLUMNS = [
  { label: 'Treaty' },
  { label: 'Adopted' },
  { label: 'In force' },
  { label: 'States bound', className: 'num' as const },
];
const OTHER_COLUMNS = [{ label: 'Instrument' }, { label: 'By' }, { label: 'Adopted' }];

export function InstrumentList({ list: { treaties, others, reading } }: { list: List }) {
  return (
    <>
      <PageHeader
        title="Instruments"
        meta="Treaties, guidelines and principles that the work revolves around"
      />
      <section className="region">
        <h2>Treaties</h2>
        <DataTable caption="Treaties" columns={TREATY_COLUMNS}>
          {treaties.map((one) => (
            <tr key={one.code}>
              <td className="title">
                <a href={pathTo.instrument(one.code)}>{one.label}</a>
                <span className="sub">{one.title}</span>
              </td>
              <td className="date" data-label="Adopted">
                {formatDate(one.adoptedOn, reading)}
              </td>
              <td className="date" data-label="In force">
                {formatDate(one.inForceOn, reading)}
              </td>
              <td className="num" data-label="States bound">
                {one.bound === null ? (
                  <span className="soft">unknown</span>
                ) : (
                  formatNumber(one.bound, reading)
                )}
              </td>
            </tr>
          ))}
        </DataTable>
      </section>
      <section className="region">
        <h2>Guidelines and principles</h2>
        <DataTable caption="Guidelines and principles" columns={OTHER_COLUMNS}>
          {others.map((one) => (
            <tr key={one.code}>
              <td className="title">
                <a href={pathTo.instrument(one.code)}>{one.label}</a>
                <span className="sub">{one.title}</span>
              </td>
              <td className="full">{one.body}</td>
              <td className="date" data-label="Adopted">
                {formatDate(one.adoptedOn, reading)}
              </td>
            </tr>
          ))}
        </DataTable>
      </section>
    </>
  );
}
