// styles.xml: only which number format each cell style has.
import { builtInFormat, type FormatKind, formatKind } from './number-format.ts';
import type { XmlHandler } from './xml-scanner.ts';

export interface CellStyle {
  /** '' for General. */
  format: string;
  kind: FormatKind;
}

export type CellStyles = readonly CellStyle[];

export const NO_STYLES: CellStyles = [];
export const GENERAL: CellStyle = { format: '', kind: 'number' };

export function createStylesHandler(): XmlHandler & { finish(): CellStyles } {
  const custom = new Map<number, string>();
  const formatIds: number[] = [];
  let inCellFormats = false;

  return {
    open(name, tag) {
      if (name === 'numFmt') custom.set(Number(tag.word('numFmtId')), tag.attribute('formatCode') ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) formatIds.push(Number(tag.word('numFmtId') ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
    finish: () => formatIds.map((id) => cellStyle(custom.get(id) ?? builtInFormat(id))),
  };
}

export function cellStyle(code: string): CellStyle {
  return code === '' || code.toLowerCase() === 'general' ? GENERAL : { format: code, kind: formatKind(code) };
}
