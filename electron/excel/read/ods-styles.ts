// What an OpenDocument file says about date formats and hidden sheets, in the automatic styles before its tables.
import type { XmlScanner } from './xml-scanner.ts';
import type { XmlTag } from './xml-tag.ts';

export interface OdsStyles {
  open(name: string, tag: XmlTag, scanner: XmlScanner): void;
  close(name: string, scanner: XmlScanner): void;
  /** The date format code of a cell style, in the words of Excel; '' when it has none. */
  format(cellStyle: string): string;
  isHiddenTable(tableStyle: string): boolean;
}

/** Date elements as the letters of a format code. */
const LETTERS: Record<string, [short: string, long: string]> = {
  year: ['yy', 'yyyy'],
  month: ['m', 'mm'],
  day: ['d', 'dd'],
  hours: ['h', 'hh'],
  minutes: ['mm', 'mm'],
  seconds: ['ss', 'ss'],
  'day-of-week': ['ddd', 'dddd'],
  'am-pm': ['AM/PM', 'AM/PM'],
};

export function createOdsStyles(): OdsStyles {
  const dateCodes = new Map<string, string>();
  const dataStyleOf = new Map<string, string>();
  const hiddenTables = new Set<string>();
  let styleName = '';
  let dateName: string | null = null;
  let code = '';

  return {
    open(name, tag, scanner) {
      if (name === 'style') {
        styleName = tag.attribute('style:name') ?? '';
        const dataStyle = tag.attribute('style:data-style-name');
        if (dataStyle !== undefined) dataStyleOf.set(styleName, dataStyle);
      } else if (name === 'table-properties') {
        if (tag.attribute('table:display') === 'false') hiddenTables.add(styleName);
      } else if (name === 'date-style') {
        dateName = tag.attribute('style:name') ?? '';
        code = '';
      } else if (dateName !== null) {
        const letters = LETTERS[name];
        if (letters) code += letters[tag.attribute('number:style') === 'long' ? 1 : 0];
        scanner.text = '';
        scanner.collecting = name === 'text';
      }
    },
    close(name, scanner) {
      if (dateName === null) return;
      if (name === 'date-style') {
        dateCodes.set(dateName, code);
        dateName = null;
      } else if (name === 'text') {
        code += scanner.text === '' || /^[-/ :.]$/.test(scanner.text) ? scanner.text : `"${scanner.text}"`;
      }
      scanner.collecting = false;
    },
    format: (cellStyle) => dateCodes.get(dataStyleOf.get(cellStyle) ?? '') ?? '',
    isHiddenTable: (tableStyle) => hiddenTables.has(tableStyle),
  };
}
