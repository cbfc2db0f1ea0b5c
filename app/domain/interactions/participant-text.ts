/** Several people without names, as typed: "12 police trainers, 5 women". */
export interface HeadcountText {
  headcount: string;
  women: string;
  name: string;
}

/** Reads a group from a text that begins with a number; undefined for anything else. */
export function readHeadcount(text: string): HeadcountText | undefined {
  const match = /^(\d{1,6})\s+(\D.*)$/s.exec(text.trim());
  if (!match) return undefined;
  const [, headcount = '', rest = ''] = match;
  const women =
    /(?:^|[,;(]|\bof whom\b|\bincluding\b|\bdont\b)\s*(\d{1,6})\s+(?:women|femmes|mujeres)\)?\s*$/i.exec(
      rest,
    );
  const name = (women ? rest.slice(0, women.index) : rest).replace(/[\s,;(]+$/, '');
  return { headcount, women: women?.[1] ?? '', name };
}

/** The parts of a pasted line: "Afi Mensah, Director of legislation, Ministry of Justice", "Afi Mensah (MoJ)". */
export interface LineText {
  name: string;
  title: string;
  organisation: string;
}

export function readLine(line: string): LineText {
  const bracketed = /^(.+?)\s*\(([^()]+)\)\s*$/.exec(line);
  const cells = bracketed ? [bracketed[1] ?? '', bracketed[2] ?? ''] : line.split(/\s*[,;\t|]\s*|\s+[–—]\s+/);
  const parts = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const [name = '', ...rest] = parts;
  // bullets and numbers of a list that was pasted
  const clean = name.replace(/^(?:[-*•·]|\d{1,2}[.)])\s*/, '');
  if (rest.length === 0) return { name: clean, title: '', organisation: '' };
  const organisation = rest.at(-1) ?? '';
  const alone = rest.length === 1 && !bracketed && !soundsLikeOrganisation(organisation);
  if (alone) return { name: clean, title: organisation, organisation: '' };
  return { name: clean, title: rest.slice(0, -1).join(', '), organisation };
}

const ORGANISATION_WORDS =
  /\b(?:ministry|ministère|ministerio|commission|comisión|committee|comité|police|policía|court|cour|tribunal|institute|instituto|association|asociación|office|parliament|senate|assembly|assemblée|asamblea|ombudsman|defensoría|bureau|direction|department|council|conseil|consejo|university|université|universidad|union|centre|center)\b/iu;
const ACRONYM = /^[\p{Lu}\d-]{2,10}$/u;

/** Whether a name is an organisation's rather than somebody's, or a post. A guess, for somebody to confirm. */
export function soundsLikeOrganisation(name: string): boolean {
  return ORGANISATION_WORDS.test(name) || ACRONYM.test(name);
}

/** The lines of a text, without the empty ones. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
