// The marks of a draft by its blocks, and a paragraph's text cut where marks begin and end.
import type { ProofPlace } from '#shared/proof/finding.ts';
import type { ProofReport } from '#shared/proof/proof-report.ts';

/** From the gravest down: what is looked at, what it was held against, then what was found. */
export type MarkTone = 'current' | 'against' | 'error' | 'doubt' | 'unlocated';

export interface DraftMark {
  place: ProofPlace;
  tone: MarkTone;
  /** What is said when the mouse rests on it. */
  message: string;
}

const RANK: readonly MarkTone[] = ['current', 'against', 'error', 'doubt', 'unlocated'];

/** The name of a place in the page. */
export function placeKey(place: ProofPlace): string {
  return place.kind === 'text'
    ? `t${place.block}-${place.start}-${place.end}`
    : `c${place.block}-${place.row}-${place.column}`;
}

export function marksByBlock({ findings, unlocated }: ProofReport): Map<number, DraftMark[]> {
  const marks = [
    ...findings.map(({ where, level, message }): DraftMark => ({ place: where, tone: level, message })),
    ...unlocated.map(
      ({ where }): DraftMark => ({ place: where, tone: 'unlocated', message: '没有可以相比的数，未核对' }),
    ),
  ];
  return Map.groupBy(marks, ({ place }) => place.block);
}

export interface Segment {
  text: string;
  /** null: no mark lies on it. */
  tone: MarkTone | null;
  message: string;
  /** Names of the places that begin here. */
  keys: string;
}

/** The text in pieces, each with the gravest mark on it. */
export function cutMarks(text: string, marks: readonly DraftMark[]): Segment[] {
  const placed = marks.flatMap(({ place, tone, message }) =>
    place.kind === 'text' && place.start < place.end
      ? [{ start: place.start, end: Math.min(place.end, text.length), key: placeKey(place), tone, message }]
      : [],
  );
  const cuts = [...new Set([0, text.length, ...placed.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    const over = placed.filter((mark) => mark.start <= start && mark.end >= end).sort(byRank);
    const keys = over.filter((mark) => mark.start === start).map(({ key }) => key);
    const message = [...new Set(over.map((mark) => mark.message).filter((line) => line !== ''))].join('\n');
    return { text: text.slice(start, end), tone: over[0]?.tone ?? null, message, keys: keys.join(' ') };
  });
}

/** The gravest mark of a cell. */
export function cellMark(marks: readonly DraftMark[], row: number, column: number): DraftMark | undefined {
  return marks
    .filter(({ place }) => place.kind === 'table' && place.row === row && place.column === column)
    .sort(byRank)[0];
}

function byRank(a: { tone: MarkTone }, b: { tone: MarkTone }): number {
  return RANK.indexOf(a.tone) - RANK.indexOf(b.tone);
}
