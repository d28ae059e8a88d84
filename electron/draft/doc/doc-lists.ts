// Numbers that Word 97–2003 computes before paragraphs ([MS-DOC] 2.9.131 to 2.9.150): levels of lists, and how they count.
import { numberWords } from '../docx/number-words.ts';

interface ListLevel {
  start: number;
  format: string;
  /** Characters below 9 stand for the number of that level. */
  pattern: string;
  /** All numbers in it are written as 1, 2, 3. */
  isLegal: boolean;
  /** Goes on where a higher level counts. */
  goesOn: boolean;
}

interface ListUse {
  list: number;
  /** Levels that begin at another number, or look otherwise, from the first paragraph of this use on. */
  levels: Map<number, { start: number | null; level: ListLevel | null }>;
}

/** [MS-OSHARED] 2.2.1.3 as numberWords calls them, by their number; what is missing is written in digits. */
const FORMATS: Record<number, string> = {
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  16: 'japaneseLegal',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};

const LEVELS = 9;

/** `lists`, the levels behind it, `uses`: as the file has them. Gives the number of the next paragraph of a use. */
export function createDocLists(lists: Buffer, levels: Buffer, uses: Buffer): (use: number, level: number) => string {
  const defined = readLists(lists, levels);
  const used = readUses(uses);
  const counted = new Map<number, number[]>();
  const begun = new Set<string>();
  return (use, at) => {
    const found = used[use - 1];
    const levelsOf = found && defined.get(found.list);
    if (found === undefined || levelsOf === undefined) return '';
    const levelAt = (i: number) => found.levels.get(i)?.level ?? levelsOf[Math.min(i, levelsOf.length - 1)];
    const level = levelAt(at);
    if (level === undefined) return '';
    const numbers = counted.get(found.list) ?? [];
    counted.set(found.list, numbers);
    const anew = startOfUse(found, use, at);
    for (let i = 0; i < at; i++) numbers[i] ??= levelAt(i)?.start ?? 1;
    numbers[at] = anew ?? (numbers[at] === undefined ? level.start : (numbers[at] as number) + 1);
    for (let i = at + 1; i < LEVELS; i++) if (!levelAt(i)?.goesOn) delete numbers[i];
    if (level.format === 'bullet') return '';
    let words = '';
    for (const sign of level.pattern) {
      const i = sign.charCodeAt(0);
      const format = level.isLegal ? 'decimal' : (levelAt(i)?.format ?? 'decimal');
      words += i < LEVELS ? numberWords(numbers[i] ?? 1, format) : sign;
    }
    return words;
  };

  function startOfUse(found: ListUse, use: number, at: number): number | undefined {
    const start = found.levels.get(at)?.start ?? null;
    if (start === null || begun.has(`${use},${at}`)) return undefined;
    begun.add(`${use},${at}`);
    return start;
  }
}

function readLists(lists: Buffer, levels: Buffer): Map<number, ListLevel[]> {
  const defined = new Map<number, ListLevel[]>();
  if (lists.length < 2) return defined;
  const count = lists.readUInt16LE(0);
  let at = 0;
  for (let i = 0; i < count && 2 + (i + 1) * 28 <= lists.length; i++) {
    const entry = 2 + i * 28;
    const isSimple = ((lists[entry + 26] as number) & 1) !== 0;
    const own: ListLevel[] = [];
    for (let n = 0; n < (isSimple ? 1 : LEVELS); n++) {
      const found = readLevel(levels, at);
      if (found === null) return defined;
      own.push(found.level);
      at = found.end;
    }
    defined.set(lists.readInt32LE(entry), own);
  }
  return defined;
}

function readLevel(bytes: Buffer, at: number): { level: ListLevel; end: number } | null {
  if (at + 30 > bytes.length) return null;
  const flags = bytes[at + 5] as number;
  const text = at + 28 + (bytes[at + 24] as number) + (bytes[at + 25] as number);
  if (text + 2 > bytes.length) return null;
  const end = text + 2 + bytes.readUInt16LE(text) * 2;
  if (end > bytes.length) return null;
  return {
    level: {
      start: bytes.readInt32LE(at),
      format: FORMATS[bytes[at + 4] as number] ?? 'decimal',
      pattern: bytes.toString('utf16le', text + 2, end),
      isLegal: (flags & 4) !== 0,
      goesOn: (flags & 8) !== 0,
    },
    end,
  };
}

function readUses(uses: Buffer): ListUse[] {
  if (uses.length < 4) return [];
  const count = Math.min(uses.readUInt32LE(0), Math.floor((uses.length - 4) / 16));
  const found: ListUse[] = [];
  let at = 4 + count * 16;
  for (let i = 0; i < count; i++) {
    const use: ListUse = { list: uses.readInt32LE(4 + i * 16), levels: new Map() };
    found.push(use);
    const changed = uses[4 + i * 16 + 12] as number;
    // Four bytes of no meaning, then the levels that this use changes.
    at += 4;
    for (let n = 0; n < changed && at + 8 <= uses.length; n++) {
      const start = uses.readInt32LE(at);
      const flags = uses.readUInt32LE(at + 4);
      at += 8;
      const own = (flags & 0x20) === 0 ? null : readLevel(uses, at);
      if (own !== null) at = own.end;
      const hasStart = (flags & 0x10) !== 0;
      use.levels.set(flags & 0xf, { start: hasStart ? (own?.level.start ?? start) : null, level: own?.level ?? null });
    }
  }
  return found;
}
