/** A work area as vocabulary rows give it: term.mark and term.hue are data, and so editable. */
export interface WorkArea {
  code: string;
  label: string;
  mark: string | null;
  hue: string | null;
}

const HUES = new Set(['violet', 'teal', 'ochre', 'green', 'rose', 'blue', 'brick', 'slate']);

/** The classes of a mark, for rows written as plain elements. */
export function areaClass(hue: string | null | undefined): string {
  return `area hue-${hue && HUES.has(hue) ? hue : 'slate'}`;
}

/** The bare letter, beside a text that names the area. */
export function AreaMark({ mark, hue }: { mark: string; hue?: string | null }) {
  return (
    <span className={areaClass(hue)} aria-hidden="true">
      {mark}
    </span>
  );
}

/** Letters that stand alone: each carries its full name. */
export function WorkAreaMarks({ areas }: { areas: readonly WorkArea[] }) {
  return (
    <span className="areas">
      {areas.map((area) => (
        <span
          key={area.code}
          role="img"
          className={areaClass(area.hue)}
          title={area.label}
          aria-label={area.label}
        >
          {area.mark ?? area.label.charAt(0)}
        </span>
      ))}
    </span>
  );
}

/** Letter and name, as a link to the area's page. */
export function WorkAreaLink({ area, href }: { area: WorkArea; href: string }) {
  return (
    <a href={href} className="area-link">
      <AreaMark mark={area.mark ?? area.label.charAt(0)} hue={area.hue} /> {area.label}
    </a>
  );
}
