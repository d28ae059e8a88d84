// Whether a name can be typed by these letters of pinyin: whole syllables, initials or both mixed (daye, dys, dayes), from
// any letter of the name on. Every reading of a letter counts.

export interface Speller {
  readings: ReadonlyMap<string, readonly string[]>;
  /** By UTF-16 unit, one bit for each letter a-z that a reading begins with. */
  initials: Uint32Array;
}

export interface Spelling {
  /** Where in the name it begins and ends. */
  start: number;
  end: number;
  /** By whole syllables, no initial and no beginning of a syllable among them. */
  isFull: boolean;
}

const A = 'a'.charCodeAt(0);

/** A speller of a letter and its readings each: `冶ye,重zhong chong`. */
export function makeSpeller(text: string): Speller {
  const readings = new Map<string, readonly string[]>();
  const initials = new Uint32Array(0x10000);
  for (const entry of text.split(',')) {
    const [letter = ''] = entry;
    const known = entry.slice(letter.length).split(' ');
    readings.set(letter, known);
    for (const reading of known)
      initials[letter.charCodeAt(0)] = (initials[letter.charCodeAt(0)] ?? 0) | bitOf(reading, 0);
  }
  return { readings, initials };
}

/** How the name is spelt by what was typed; undefined where it is not. */
export function spellName(name: string, typed: string, speller: Speller): Spelling | undefined {
  for (let start = 0; start < name.length; start += 1) {
    const found = spellFrom(name, start, typed, speller);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The same from this letter on only. */
export function spellFrom(name: string, start: number, typed: string, speller: Speller): Spelling | undefined {
  if (((speller.initials[name.charCodeAt(start)] ?? 0) & bitOf(typed, 0)) === 0) return undefined;
  const found = goOn(name, start, typed, 0, speller);
  return found && { start, ...found };
}

function bitOf(typed: string, at: number): number {
  return 1 << (typed.charCodeAt(at) - A);
}

type Rest = Omit<Spelling, 'start'>;

/** The best way through the rest: the one by whole syllables. */
function goOn(name: string, at: number, typed: string, from: number, speller: Speller): Rest | undefined {
  if (from === typed.length) return { end: at, isFull: true };
  const letter = String.fromCodePoint(name.codePointAt(at) ?? 0);
  let best: Rest | undefined;
  const take = (length: number, isFull: boolean): void => {
    const rest = best?.isFull ? undefined : goOn(name, at + letter.length, typed, from + length, speller);
    if (rest !== undefined && (best === undefined || (isFull && rest.isFull)))
      best = { ...rest, isFull: isFull && rest.isFull };
  };
  for (const reading of (at < name.length ? speller.readings.get(letter) : undefined) ?? []) {
    if (reading[0] !== typed[from]) continue;
    if (typed.startsWith(reading, from)) take(reading.length, true);
    // The typing stops within the syllable.
    else if (reading.startsWith(typed.slice(from))) take(typed.length - from, false);
    if (reading.length > 1) take(1, false);
  }
  return best;
}
