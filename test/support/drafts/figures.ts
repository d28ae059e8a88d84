// Figures of made drafts, added exactly, and the drafts themselves with a note of which of their figures follow from others.
import type { Draft } from '#shared/draft/draft.ts';
import { makeDraft } from './make-draft.ts';

/** A table; `~` before a figure says that nothing else pins it down. */
export interface Pinned {
  rows: readonly (readonly string[])[];
}

/** The exact sum of decimals, without trailing zeros. */
export function add(values: readonly (string | number)[]): string {
  const scaled = values.map((value) => {
    const [, sign = '', whole = '0', fraction = ''] = /^(-*)(\d+)(?:\.(\d+))?$/.exec(String(value)) ?? [];
    return (sign.length % 2 === 1 ? -1n : 1n) * BigInt(`${whole}${fraction.padEnd(6, '0')}`);
  });
  const sum = scaled.reduce((total, value) => total + value, 0n);
  const digits = String(sum < 0n ? -sum : sum).padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  return `${sum < 0n ? '-' : ''}${digits.slice(0, -6)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A share of a whole in percent, with two decimals. */
export function share(part: string, whole: string): string {
  return ((Number(part) / Number(whole)) * 100).toFixed(2);
}

export function row(...cells: (string | number)[]): string[] {
  return cells.map(String);
}

/** The row that sums up others; `labels` columns at the left hold names. */
export function total(rows: readonly (readonly string[])[], name: string, labels = 1): string[] {
  const width = rows[0]?.length ?? 0;
  const sums = Array.from({ length: width - labels }, (_, at) => add(rows.map((cells) => cells[at + labels] || '0')));
  return [name, ...Array.from({ length: labels - 1 }, () => '<'), ...sums];
}

/** A figure that others pin down: where it stands, and its digits. */
export type Plantable =
  | { kind: 'text'; block: number; start: number; end: number }
  | { kind: 'cell'; block: number; row: number; column: number };

export interface PinnedDraft {
  draft: Draft;
  plantable: Plantable[];
}

/** Takes the braces and tildes out of a draft and keeps where they stood. Head rows of tables hold no figures. */
export function pinDraft(parts: readonly (string | Pinned)[]): PinnedDraft {
  const plantable: Plantable[] = [];
  const plain = parts.map((part, block) => {
    if (typeof part === 'string') {
      let shift = 0;
      for (const { index, 1: digits = '' } of part.matchAll(/\{([\d.,]+)\}/g)) {
        const start = index - shift;
        plantable.push({ kind: 'text', block, start, end: start + digits.length });
        shift += 2;
      }
      return part.replaceAll(/\{([\d.,]+)\}/g, '$1');
    }
    const rows = part.rows.map((cells, line) =>
      cells.map((cell, column) => {
        const isFigure =
          /^[\d,]+(?:\.\d+)?%?$/.test(cell) &&
          !/^20\d\d$/.test(cell) &&
          (line > 0 || (cells.length > 2 && /^[\d.]+$/.test(cells[2] ?? '')));
        if (isFigure && column > 0 && !/^0+$/.test(cell)) plantable.push({ kind: 'cell', block, row: line, column });
        return cell.replace(/^~/, '');
      }),
    );
    return { rows };
  });
  return { draft: makeDraft(plain), plantable };
}
