// The result of a proof with its places named, as the window, the list and the command tell it.
import type { Draft } from '../draft/draft.ts';
import type { ProofFinding, ProofPlace, ProofResult } from './finding.ts';
import { type PlaceWords, placeNamer } from './place-words.ts';

export interface ToldFinding extends ProofFinding {
  place: PlaceWords;
  /** The words of `against`, brief for places in the same table or paragraph. */
  sources: readonly string[];
}

/** A figure that was not held against anything. */
export interface ToldFigure {
  where: ProofPlace;
  raw: string;
  words: string;
}

export interface ProofReport extends Pick<ProofResult, 'tables' | 'figures'> {
  findings: readonly ToldFinding[];
  unlocated: readonly ToldFigure[];
}

export function reportProof(draft: Draft, result: ProofResult): ProofReport {
  const nameOf = placeNamer(draft);
  return {
    tables: result.tables,
    figures: result.figures,
    findings: result.findings.map((finding) => ({
      ...finding,
      expected: asWritten(finding.expected, finding.raw),
      difference: asWritten(finding.difference, finding.raw),
      place: nameOf(finding.where),
      sources: finding.against.map((place) => {
        const { words, brief } = nameOf(place);
        return place.block === finding.where.block ? brief : words;
      }),
    })),
    unlocated: result.unlocated.map((where) => ({ where, raw: textAt(draft, where), words: nameOf(where).words })),
  };
}

/** A value as the figure is written: without a unit where that stands in the head of the column. */
function asWritten(value: string | null, raw: string): string | null {
  const unit = value === null ? undefined : /(?<=\d)[^\d.,]+$/.exec(value)?.[0];
  return value === null || unit === undefined || raw.endsWith(unit) ? value : value.slice(0, -unit.length);
}

/** The characters of a place; of a table those of its cell. */
export function textAt({ blocks }: Draft, place: ProofPlace): string {
  const block = blocks[place.block];
  if (block?.kind === 'paragraph') return place.kind === 'text' ? block.text.slice(place.start, place.end) : '';
  if (place.kind !== 'table') return '';
  return block?.cells.find(({ row, column }) => row === place.row && column === place.column)?.text ?? '';
}
