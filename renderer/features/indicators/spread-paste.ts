// A block copied from a spreadsheet, laid over the cells of the grid from the one it is pasted into.
import type { MethodInput } from '#shared/contract/methods.ts';

export type ValueEdit = MethodInput<'indicators.set'>['changes'][number];

export interface Spread {
  edits: ValueEdit[];
  /** Cells of the block that lie beyond the last row or year. */
  beyond: number;
}

/** The rows and cells of a copied block; a line break at its end is none. */
export function readBlock(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()));
}

/** Which cells a block fills, from the cell at `row` and `column` on. */
export function spreadBlock(
  block: readonly (readonly string[])[],
  { ids, years }: { ids: readonly string[]; years: readonly number[] },
  at: { row: number; column: number },
): Spread {
  let beyond = 0;
  const edits = block.flatMap((cells, down) =>
    cells.flatMap((text, right): ValueEdit[] => {
      const indicatorId = ids[at.row + down];
      const year = years[at.column + right];
      if (indicatorId !== undefined && year !== undefined) return [{ indicatorId, year, text }];
      if (text !== '') beyond += 1;
      return [];
    }),
  );
  return { edits, beyond };
}
