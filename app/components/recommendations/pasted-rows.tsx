import { RESPONSES, RESPONSE_WORDS } from '#app/domain/recommendations/responses.ts';
import type { RecommendationsStart } from '#app/domain/recommendations/start-recommendations.server.ts';
import { DataTable } from '../ui/data-table.tsx';
import { AreaMark } from '../ui/work-area-mark.tsx';
import type { PastedValues } from './paste-page.tsx';

/** The rows that were read, each to be mended or left out. Plain fields: a list may have a hundred rows. */
export function PastedRows(props: {
  start: RecommendationsStart;
  rows: readonly PastedValues[];
  errors: Record<string, string>;
}) {
  const { start, rows, errors } = props;
  const { byStates } = start.review;
  return (
    <>
      <DataTable
        caption="Recommendations to save"
        columns={[
          { label: 'Save', className: 'pick' },
          { label: 'No.' },
          { label: 'Recommendation' },
          ...(byStates ? [{ label: 'By' }] : []),
          { label: 'Work areas, at least one' },
          { label: 'Answer' },
        ]}
      >
        {rows.map((row, place) => pastedRow(start, row, place, errors))}
      </DataTable>
      {byStates ? (
        <datalist id="states">
          {start.choices.countries.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      ) : null}
    </>
  );
}

function pastedRow(
  start: RecommendationsStart,
  row: PastedValues,
  place: number,
  errors: Record<string, string>,
) {
  const name = (field: string) => `row.${place}.${field}`;
  const says = `${place + 1}`;
  const first = Object.keys(errors)[0];
  const field = (of: string, label: string) => ({
    name: name(of),
    id: name(of),
    'aria-label': `${label} ${says}`,
    autoFocus: first === name(of),
    'aria-invalid': errors[name(of)] ? (true as const) : undefined,
    'aria-describedby': errors[name(of)] ? `${name(of)}-error` : undefined,
  });
  const fault = (of: string) =>
    errors[name(of)] ? (
      <span className="error" id={`${name(of)}-error`}>
        {errors[name(of)]}
      </span>
    ) : null;
  return (
    <tr key={place}>
      <td className="pick">
        <label>
          <input
            type="checkbox"
            name={name('keep')}
            value="yes"
            defaultChecked={!row.isLeft}
            aria-label={`Save row ${says}`}
          />
        </label>{' '}
        <span className="soft" aria-hidden="true">
          {says}
        </span>
      </td>
      <td className="tight">
        <input
          type="text"
          size={6}
          maxLength={30}
          defaultValue={row.number}
          {...field('number', 'Number of row')}
        />
        {fault('number')}
      </td>
      <td className="title">
        <textarea rows={3} defaultValue={row.text} {...field('text', 'Text of row')} />
        {fault('text')}
      </td>
      {start.review.byStates ? (
        <td className="full">
          <input
            type="text"
            list="states"
            maxLength={120}
            defaultValue={row.by}
            autoComplete="off"
            {...field('by', 'State that recommends, row')}
          />
          {fault('by')}
        </td>
      ) : null}
      <td className="full">
        <span
          className="chips"
          role="group"
          id={name('workAreas')}
          tabIndex={-1}
          aria-label={`Work areas of row ${says}`}
          aria-describedby={errors[name('workAreas')] ? `${name('workAreas')}-error` : undefined}
        >
          {start.choices.areas.map((area, index) => (
            <label key={area.value} className="chip" title={area.label}>
              <input
                type="checkbox"
                name={name('workAreas')}
                value={area.value}
                defaultChecked={row.workAreas.includes(area.value)}
                autoFocus={index === 0 && first === name('workAreas')}
                aria-label={area.label}
              />
              <AreaMark mark={area.mark ?? area.label.charAt(0)} hue={area.hue} />
            </label>
          ))}
        </span>
        {fault('workAreas')}
      </td>
      <td className="full">
        <select defaultValue={row.response} {...field('response', 'Answer to row')}>
          {RESPONSES.map((response) => (
            <option key={response} value={response}>
              {RESPONSE_WORDS[response]}
            </option>
          ))}
        </select>
        {fault('response')}
        {fault('responseOn')}
        {fault('instrument')}
      </td>
    </tr>
  );
}
