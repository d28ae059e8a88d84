// One OpenDocument cell: its typed value from attributes, its text from paragraphs, comments left out.
import type { CellSink } from './cell-sink.ts';
import { createCellWriter } from './cell-writer.ts';
import type { OdsStyles } from './ods-styles.ts';
import { NO_VALUE } from './packet.ts';
import { shownFormat } from './shown-format.ts';
import { type CellStyle, GENERAL } from './xlsx-styles.ts';
import type { XmlScanner } from './xml-scanner.ts';
import type { XmlTag } from './xml-tag.ts';

export interface OdsCell {
  begin(tag: XmlTag, covered: boolean, scanner: XmlScanner): void;
  inside(name: string, tag: XmlTag, scanner: XmlScanner): void;
  leave(name: string, scanner: XmlScanner): void;
  end(scanner: XmlScanner): { value: number; formula: string | undefined };
}

export function createOdsCell(sink: CellSink, styles: OdsStyles): OdsCell {
  const writer = createCellWriter(sink, false);
  let type = '';
  let stored: string | undefined;
  let isError = false;
  let format = '';
  let formula: string | undefined;
  let paragraphs = 0;
  /** Depth inside an annotation, drawing or ruby text, none of which is cell text. */
  let aside = 0;

  return { begin, inside, leave, end };

  function begin(tag: XmlTag, covered: boolean, scanner: XmlScanner): void {
    type = tag.word('office:value-type') ?? '';
    isError = tag.word('calcext:value-type') === 'error';
    stored =
      tag.attribute('office:value') ??
      tag.attribute('office:date-value') ??
      tag.attribute('office:boolean-value') ??
      tag.attribute('office:string-value');
    formula = covered ? undefined : plainFormula(tag.attribute('table:formula'));
    format = type === 'date' ? styles.format(tag.attribute('table:style-name') ?? '') : '';
    paragraphs = 0;
    aside = 0;
    scanner.text = '';
    scanner.collecting = false;
  }

  function inside(name: string, tag: XmlTag, scanner: XmlScanner): void {
    if (aside > 0 || name === 'annotation' || name === 'frame' || name === 'ruby-text' || name === 'shapes') {
      aside++;
      scanner.collecting = false;
      return;
    }
    if (name === 'p' || name === 'h') {
      if (paragraphs++ > 0) scanner.text += '\n';
      scanner.collecting = true;
    } else if (name === 'line-break') scanner.text += '\n';
    else if (name === 'tab') scanner.text += '\t';
    else if (name === 's') scanner.text += ' '.repeat(Math.min(1000, Number(tag.attribute('text:c') ?? 1) || 1));
  }

  function leave(name: string, scanner: XmlScanner): void {
    if (aside > 0) {
      if (--aside === 0) scanner.collecting = name === 'ruby-text';
      return;
    }
    if (name === 'p' || name === 'h') scanner.collecting = false;
  }

  function end(scanner: XmlScanner): { value: number; formula: string | undefined } {
    scanner.collecting = false;
    return { value: cellValue(scanner.text), formula };
  }

  /** The format of a number is told from what it shows; most show what is stored. */
  function numberStyle(shown: string): CellStyle {
    if (stored === undefined || shown === '' || shown === stored) return GENERAL;
    const code = shownFormat(stored, shown);
    return code === '' ? GENERAL : { format: code, kind: 'number' };
  }

  function cellValue(shown: string): number {
    if (isError) return sink.value('error', shown === '' ? '#N/A' : shown);
    switch (type) {
      case '':
        // A formula whose result is the empty text has a paragraph, but no type.
        return formula !== undefined && paragraphs > 0 ? sink.value('text', shown) : NO_VALUE;
      case 'float':
      case 'currency':
        return writer.number(stored ?? shown, numberStyle(shown));
      case 'percentage':
        return writer.number(stored ?? shown, { format: '0.00%', kind: 'number' });
      case 'date':
        return writer.typed('d', stored ?? shown, { format, kind: 'date' });
      case 'boolean':
        return writer.typed('b', stored ?? shown, GENERAL);
      default:
        if (formula !== undefined) return sink.value('text', stored ?? shown);
        return writer.text(type === 'string' ? (stored ?? shown) : shown);
    }
  }
}

/** `of:=SUM([.A1:.A3];1)` as `SUM(A1:A3,1)`. */
function plainFormula(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const body = text.replace(/^(\w+:)?=/, '');
  return body.replace(/"[^"]*"|;|\[([^[\]]*)\]/g, (whole, reference?: string) => {
    if (reference === undefined) return whole === ';' ? ',' : whole;
    return reference
      .replace(/^\./, '')
      .replace(/:\./, ':')
      .replace(/^(\$?)('[^']*'|[^.'$]+)\./, '$2!');
  });
}
