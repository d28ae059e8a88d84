// The lists that numbering.xml describes: patterns of levels (abstractNum), and lists that use one (num).
import { attribute, tagsOf, type XmlTag } from '#electron/excel/write/patch/xml.ts';
import { isOn, numberOf, wordOf } from './word-values.ts';

export interface ListLevel {
  start: number;
  /** w:numFmt. */
  format: string;
  /** '第%1章', '%1.%2': what stands around the numbers of this level and those above. */
  text: string;
  /** All its numbers as 1, 2, 3, whatever their levels say. */
  isPlain: boolean;
  /** How many levels from the top begin this one anew; null: all above it. */
  restart: number | null;
  /** The style whose paragraphs have this level; '' for none. */
  style: string;
}

export interface WordList {
  /** Lists made of the same pattern go on counting. */
  pattern: string;
  levels: Map<number, ListLevel>;
  /** Where this list itself begins anew. */
  starts: Map<number, number>;
}

interface Pattern {
  levels: Map<number, ListLevel>;
  /** A name that others borrow the levels by, and the name by which this one borrows. */
  lends: string;
  borrows: string;
}

interface Num {
  pattern: string;
  levels: Map<number, ListLevel>;
  starts: Map<number, number>;
}

/** By w:numId. */
export function readLists(xml: string): Map<string, WordList> {
  const patterns = new Map<string, Pattern>();
  const nums = new Map<string, Num>();
  let pattern: Pattern | null = null;
  let num: Num | null = null;
  let overridden = 0;
  let level: ListLevel | null = null;
  for (const tag of tagsOf(xml)) {
    if (tag.kind === 'close') {
      if (tag.name === 'abstractNum') pattern = null;
      else if (tag.name === 'num') num = null;
      else if (tag.name === 'lvl') level = null;
      continue;
    }
    if (tag.name === 'abstractNum') {
      pattern = { levels: new Map(), lends: '', borrows: '' };
      patterns.set(idOf(tag, 'abstractNumId'), pattern);
    } else if (tag.name === 'num') {
      num = { pattern: '', levels: new Map(), starts: new Map() };
      nums.set(idOf(tag, 'numId'), num);
    } else if (tag.name === 'lvlOverride') overridden = Number(idOf(tag, 'ilvl'));
    else if (tag.name === 'lvl') {
      level = { start: 0, format: 'decimal', text: '', isPlain: false, restart: null, style: '' };
      (num ?? pattern)?.levels.set(Number(idOf(tag, 'ilvl')), level);
    } else if (level) readLevel(level, tag);
    else if (num && tag.name === 'abstractNumId') num.pattern = wordOf(tag);
    else if (num && tag.name === 'startOverride') num.starts.set(overridden, numberOf(tag) ?? 1);
    else if (pattern && tag.name === 'styleLink') pattern.lends = wordOf(tag);
    else if (pattern && tag.name === 'numStyleLink') pattern.borrows = wordOf(tag);
  }
  return new Map(
    [...nums].map(([id, own]) => {
      const used = lenderOf(patterns, own.pattern);
      const levels = new Map([...(patterns.get(used)?.levels ?? []), ...own.levels]);
      return [id, { pattern: used, levels, starts: own.starts }];
    }),
  );
}

function lenderOf(patterns: ReadonlyMap<string, Pattern>, id: string): string {
  const name = patterns.get(id)?.borrows ?? '';
  if (name === '') return id;
  for (const [other, { lends }] of patterns) if (lends === name) return other;
  return id;
}

function readLevel(level: ListLevel, tag: XmlTag): void {
  if (tag.name === 'start') level.start = numberOf(tag) ?? 0;
  else if (tag.name === 'numFmt') level.format = wordOf(tag);
  else if (tag.name === 'lvlText') level.text = attribute(tag.rest, 'val') ?? '';
  else if (tag.name === 'isLgl') level.isPlain = isOn(tag);
  else if (tag.name === 'lvlRestart') level.restart = numberOf(tag);
  else if (tag.name === 'pStyle') level.style = wordOf(tag);
}

function idOf(tag: XmlTag, name: string): string {
  return (attribute(tag.rest, name) ?? '').trim();
}
