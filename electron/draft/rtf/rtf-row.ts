// What the control words before the end of an RTF row say of its cells.
import type { RowShape } from '../edge-tables.ts';

type Merge = RowShape['cells'][number]['merge'];

export interface RtfRow {
  /** A control word; false where it is none of a row. */
  take(word: string, number: number | null): boolean;
  readonly shape: RowShape;
}

export function createRtfRow(): RtfRow {
  let cells: { left: number; right: number; merge: Merge }[] = [];
  let isHead = false;
  let left = 0;
  let merge: Merge = 'none';
  return {
    take(word, number) {
      switch (word) {
        case 'trowd':
          cells = [];
          isHead = false;
          left = 0;
          merge = 'none';
          return true;
        case 'trleft':
          left = number ?? 0;
          return true;
        case 'trhdr':
          isHead = number !== 0;
          return true;
        case 'clmrg':
          merge = 'left';
          return true;
        case 'clvmrg':
          merge = 'above';
          return true;
        case 'cellx': {
          const right = number ?? left;
          cells.push({ left, right, merge });
          left = right;
          merge = 'none';
          return true;
        }
        default:
          return false;
      }
    },
    get shape() {
      return { isHead, cells: [...cells] };
    },
  };
}
