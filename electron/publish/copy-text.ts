// Rows in the text format of COPY: a tab between values, \N for nothing.
import type { PublishRow, PublishValue } from './rows.ts';

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function valueText(value: PublishValue | undefined): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value === 'number') return String(value);
  // A text of PostgreSQL cannot hold the character 0; it is no character that anybody reads.
  return value.replaceAll('\u0000', '').replace(/[\\\t\n\r]/g, (char) => ESCAPES[char] ?? char);
}

/** Lines of some thousand rows at a time. `fixed` holds values that all rows have. */
export function* copyText(rows: Iterable<PublishRow>, columns: readonly string[], fixed: PublishRow): Iterable<string> {
  let lines: string[] = [];
  for (const row of rows) {
    lines.push(columns.map((name) => valueText(name in fixed ? fixed[name] : row[name])).join('\t'));
    if (lines.length === 2000) {
      yield `${lines.join('\n')}\n`;
      lines = [];
    }
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
}
