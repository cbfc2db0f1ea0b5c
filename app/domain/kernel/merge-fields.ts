type Fields = Record<string, string | string[]>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Two people changed one form that both had opened as `base`. A field that only one of them changed is taken from
 * that one; where both changed it to different things, `mine` is kept and the field is named as clashing.
 */
export function mergeFields<T extends object>(
  base: T,
  mine: T,
  theirs: T,
): { merged: T; clashing: (keyof T)[] } {
  const merged = { ...mine };
  const clashing: (keyof T)[] = [];
  for (const field of Object.keys(mine) as (keyof T)[]) {
    if (same(mine[field], base[field])) merged[field] = theirs[field];
    else if (!same(theirs[field], base[field]) && !same(theirs[field], mine[field])) clashing.push(field);
  }
  return { merged, clashing };
}

/** Reads what a form was opened with, as it carried it; `otherwise` where that is not to be read. */
export function readBase<T extends object>(text: string, otherwise: T): T {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return otherwise;
  }
  if (typeof read !== 'object' || read === null) return otherwise;
  const known = read as Fields;
  const fields = Object.entries(otherwise).map(([field, value]) => {
    const found = Object.hasOwn(known, field) ? known[field] : undefined;
    return [field, typeof found === typeof value ? found : value];
  });
  return Object.fromEntries(fields) as T;
}
