// What a font calls itself (table `name`), in all its languages: 宋体 and SimSun are one.

export interface FontNames {
  /** Full names and PostScript names: each names this one font. */
  full: string[];
  /** Names of the family in which this is the upright one of usual weight, or the bold one. */
  regularOf: string[];
  boldOf: string[];
}

const FAMILY = 1;
const STYLE = 2;
const FULL = 4;
const POSTSCRIPT = 6;
/** Those of families with more than four styles. */
const LARGE_FAMILY = 16;
const LARGE_STYLE = 17;

const REGULAR = new Set(['regular', 'normal', 'roman', 'book', '常规', '标准']);
const BOLD = new Set(['bold', '粗体']);

/** Reads the table; what is written in an encoding of old Macs is left out, for it stands there in another one too. */
export function readNames(table: Buffer): FontNames {
  const texts = readRecords(table);
  const of = (id: number): string[] => [...(texts.get(id) ?? [])];
  const styled = (styles: ReadonlySet<string>): string[] =>
    (
      [
        [FAMILY, STYLE],
        [LARGE_FAMILY, LARGE_STYLE],
      ] as const
    ).flatMap(([family, style]) => (of(style).some((name) => styles.has(name.toLowerCase())) ? of(family) : []));
  return { full: [...of(FULL), ...of(POSTSCRIPT)], regularOf: styled(REGULAR), boldOf: styled(BOLD) };
}

function readRecords(table: Buffer): Map<number, Set<string>> {
  const texts = new Map<number, Set<string>>();
  if (table.length < 6) return texts;
  const count = table.readUInt16BE(2);
  const start = table.readUInt16BE(4);
  for (let at = 6; at < 6 + count * 12 && at + 12 <= table.length; at += 12) {
    const isUnicode = table.readUInt16BE(at) === 0 || table.readUInt16BE(at) === 3;
    const id = table.readUInt16BE(at + 6);
    const from = start + table.readUInt16BE(at + 10);
    const bytes = table.subarray(from, from + table.readUInt16BE(at + 8));
    if (!isUnicode || bytes.length === 0 || bytes.length % 2 === 1) continue;
    const text = Buffer.from(bytes).swap16().toString('utf16le').trim();
    const known = texts.get(id);
    if (known) known.add(text);
    else texts.set(id, new Set([text]));
  }
  return texts;
}
