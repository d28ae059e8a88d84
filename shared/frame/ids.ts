// Ids of new things of the frame: short, free, and never made of words that may change.

/** `${prefix}${n}` with the first free number behind all that were given. */
export function freeId(prefix: string, taken: ReadonlySet<string>): string {
  let last = 0;
  for (const id of taken) {
    if (!id.startsWith(prefix)) continue;
    const number = Number(id.slice(prefix.length));
    if (Number.isSafeInteger(number) && number > last) last = number;
  }
  return `${prefix}${last + 1}`;
}

/** The code of a place that has none: that of its parent and its name, as the places of new workbooks have. */
export function placeCode(parent: string, name: string, taken: ReadonlySet<string>): string {
  const code = `${parent}/${name}`;
  return taken.has(code) ? freeId(`${code}-`, taken) : code;
}
