/** One line of a pasted list, before anybody has confirmed it. */
export interface PastedRow {
  /** As the report numbers it: "12", "133.4", "(a)"; '' where it has no number. */
  number: string;
  text: string;
  /** ISO code of the State that recommends it, where it stands in brackets at the end; '' otherwise. */
  by: string;
}

const NUMBERED =
  /^\s*(?:para(?:graph)?\.?\s+)?(\(?\d{1,4}(?:[.-]\d{1,4}){0,2}(?:\s?\([a-z]\))?\)?|\(?[a-z]\))[.:)]?\s+(?=\S)/i;
const BULLET = /^\s*[-–—•*·▪]\s+/;

/**
 * Reads a list as it is pasted from a report: one recommendation a line, or numbered ones that run over several lines.
 * `iso3Of` answers the code of a country by its name, or undefined.
 */
export function readPasted(text: string, iso3Of: (name: string) => string | undefined): PastedRow[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const numbered = lines.some((line) => NUMBERED.test(line));
  const rows: { number: string; text: string }[] = [];
  for (const line of lines) {
    const match = NUMBERED.exec(line);
    const last = rows.at(-1);
    if (match) rows.push({ number: match[1] ?? '', text: line.slice(match[0].length).trim() });
    // in a numbered list, a line without a number goes on with the one before it
    else if (numbered && last && !BULLET.test(line)) last.text += ` ${line.trim()}`;
    else rows.push({ number: '', text: line.replace(BULLET, '').trim() });
  }
  return rows.map((row) => ({ number: row.number, ...withState(row.text, iso3Of) }));
}

/** "Ratify the Optional Protocol (Denmark);" is Denmark's; several States in brackets stay in the text. */
function withState(text: string, iso3Of: (name: string) => string | undefined): { text: string; by: string } {
  const match = /\s*\(([^()]{3,80})\)\s*[;.,]?$/.exec(text);
  const by = match ? iso3Of(match[1] ?? '') : undefined;
  if (!match || by === undefined) return { text: text.replace(/\s*;$/, ''), by: '' };
  return { text: text.slice(0, match.index), by };
}
