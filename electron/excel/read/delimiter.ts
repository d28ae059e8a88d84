// Which character separates the fields of a text table: each candidate splits the first lines, the steadiest wins.
import { type FieldScanner, scanField } from './text-field.ts';

export interface Delimiter {
  character: string;
  /** Where the table begins, behind a line `sep=;`. */
  start: number;
  /** Fields that nearly all lines have; 0 where they differ too much to tell. */
  width: number;
  /** All of them: then even an empty field more is one too many. */
  isExact: boolean;
}

const CANDIDATES = ['\t', ',', ';', '|', '，'] as const;
const DECLARED = 20_000;
const SAMPLE = 65_536;
/** So many characters of a text say all that is asked here. */
export const DELIMITER_HEAD = DECLARED + SAMPLE;
const SAMPLE_LINES = 100;
/** Share of lines with the same number of fields from which a longer one is worth a remark. */
const STEADY = 0.8;
const EXACT = 0.9;

/** `text`: the table from its beginning, at least DELIMITER_HEAD characters and one more where it has so many. A first line `sep=…` as Excel understands it decides alone. */
export function findDelimiter(text: string): Delimiter {
  const declared = /^"?sep=(\\t|[^\r\n"])"?[ \t,;|]{0,16384}(?:\r\n|\n|\r|$)/i.exec(text.slice(0, DECLARED));
  const start = declared?.[0].length ?? 0;
  const sample = sampleOf(text, start);
  if (declared?.[1] !== undefined) {
    const character = declared[1] === '\\t' ? '\t' : declared[1];
    return { character, start, ...steadyWidth(sample, character) };
  }
  let best = { character: ',', score: 0 };
  for (const character of CANDIDATES) {
    const score = scoreOf(countFields(sample, character, isInside));
    if (score > best.score) best = { character, score };
  }
  return { character: best.character, start, ...steadyWidth(sample, best.character) };
}

function sampleOf(text: string, start: number): string {
  const sample = text.slice(start, start + SAMPLE);
  if (start + SAMPLE >= text.length) return sample;
  // A line that is cut off would have too few fields.
  const end = Math.max(sample.lastIndexOf('\n'), sample.lastIndexOf('\r'));
  return end > 0 ? sample.slice(0, end + 1) : sample;
}

type PartTest = (text: string, at: number, delimiter: string) => boolean;

/** The number of fields of each line that holds anything; a delimiter that `isPart` of a field does not count. */
function countFields(sample: string, delimiter: string, isPart: PartTest): number[] {
  const scanner: FieldScanner = {
    text: sample,
    delimiter: delimiter.charCodeAt(0),
    end: 0,
    content: '',
    isCut: false,
    isStray: false,
  };
  const counts: number[] = [];
  let fields = 0;
  let isBlank = true;
  for (let at = 0; at < sample.length && counts.length < SAMPLE_LINES; ) {
    scanField(scanner, at);
    if (fields === 0 || !isPart(sample, at - 1, delimiter)) fields++;
    if (scanner.content.trim() !== '') isBlank = false;
    at = scanner.end + 1;
    if (sample.charCodeAt(scanner.end) === scanner.delimiter) continue;
    if (!isBlank) counts.push(fields);
    fields = 0;
    isBlank = true;
    if (sample[scanner.end] === '\r' && sample[at] === '\n') at++;
  }
  return counts;
}

/** A tab beside another delimiter or at the end of a line, a comma between digits: 5304022021\t,甲 and 1,234. */
function isInside(text: string, at: number, delimiter: string): boolean {
  if (delimiter === '\t') return /[,;|，\r\n]/.test(text[at + 1] ?? '\n') || /[,;|，]/.test(text[at - 1] ?? '');
  return delimiter === ',' && /\d/.test(text[at - 1] ?? '') && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5));
}

/** Steady lines of many fields: a share of lines with about the same number, and how often the delimiter is there at all. */
function scoreOf(counts: readonly number[]): number {
  const split = counts.filter((count) => count > 1);
  if (split.length === 0) return 0;
  const common = commonest(split);
  const near = Math.max(1, common / 6);
  const same = split.filter((count) => count === common).length;
  const alike = split.filter((count) => Math.abs(count - common) <= near).length;
  const steadiness = (same + alike) / 2 / split.length;
  return steadiness * steadiness * (split.length / counts.length) * Math.log2(common);
}

function steadyWidth(sample: string, delimiter: string): Pick<Delimiter, 'width' | 'isExact'> {
  const counts = countFields(sample, delimiter, () => false);
  const common = commonest(counts);
  const share = counts.filter((count) => count === common).length / counts.length;
  if (counts.length < 3 || common < 2 || share < STEADY) return { width: 0, isExact: false };
  // The header may have more than lines whose empty ends were cut off.
  const header = counts.find((count) => count >= common) ?? common;
  return { width: header, isExact: header === common && counts.length >= 5 && share >= EXACT };
}

function commonest(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
