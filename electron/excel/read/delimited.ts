// .csv and .tsv: delimiter by counting, quotes as Excel writes them; every field stays the text it is.
import type { CellSink } from './cell-sink.ts';
import type { ReadBudget } from './limits.ts';
import { assertInTime, notAWorkbook, tooLarge } from './read-error.ts';

const QUOTE = 34;
const CR = 13;
const LF = 10;

/** Reads one text table into the sink as the only sheet; returns the format it turned out to be. */
export function readDelimited(text: string, sheetName: string, sink: CellSink, budget: ReadBudget): 'csv' | 'tsv' {
  const declared = /^sep=(.)\r?\n/i.exec(text.slice(0, 16));
  const delimiter = declared?.[1] ?? findDelimiter(text);
  const code = delimiter.charCodeAt(0);
  let pos = declared ? declared[0].length : 0;
  let row = 1;
  let column = 1;
  sink.beginSheet(sheetName, false);
  sink.beginRow(row, false);
  while (pos < text.length) {
    const field = text.charCodeAt(pos) === QUOTE ? quotedField(text, pos, code) : plainField(text, pos, code);
    if (field.text.trim() !== '') sink.cell(column, sink.value('text', field.text));
    pos = field.end;
    const stop = text.charCodeAt(pos);
    pos++;
    if (stop === code) {
      column++;
      continue;
    }
    if (stop === CR && text.charCodeAt(pos) === LF) pos++;
    if (pos >= text.length) break;
    column = 1;
    if (++row > budget.rows) throw tooLarge(`行数超过 ${budget.rows} 行`);
    if ((row & 1023) === 0) {
      assertInTime(budget);
      sink.progress(pos, text.length);
    }
    sink.beginRow(row, false);
  }
  sink.endSheet([], []);
  return delimiter === '\t' ? 'tsv' : 'csv';
}

function plainField(text: string, start: number, delimiter: number): { text: string; end: number } {
  let end = start;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === delimiter || code === LF || code === CR) break;
  }
  return { text: text.slice(start, end), end };
}

/** From the opening quote; `""` is one quote. What follows the closing quote up to the delimiter is kept as it is. */
function quotedField(text: string, start: number, delimiter: number): { text: string; end: number } {
  let content = '';
  let from = start + 1;
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', from)) {
    content += text.slice(from, at);
    if (text.charCodeAt(at + 1) !== QUOTE) {
      const rest = plainField(text, at + 1, delimiter);
      return { text: content + rest.text, end: rest.end };
    }
    content += '"';
    from = at + 2;
  }
  // No closing quote: a lone inch or ditto mark, not the start of a field that swallows the rest of the file.
  return plainField(text, start, delimiter);
}

/** The candidate that splits most of the first lines into the same number of fields; texts hold commas, but no tabs. */
function findDelimiter(text: string): string {
  const lines = sampleLines(text);
  if (lines.filter((line) => line.includes('\t')).length * 2 > lines.length) return '\t';
  let best = ',';
  let bestScore = 0;
  for (const candidate of [',', ';', '|', '，', '\t']) {
    const counts = lines.map((line) => countOutsideQuotes(line, candidate)).filter((count) => count > 0);
    if (counts.length === 0) continue;
    const commonest = Math.max(...counts.map((count) => counts.filter((other) => other === count).length));
    const score =
      commonest * 1000 +
      Math.min(
        999,
        counts.reduce((sum, count) => sum + count, 0),
      );
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/** The first 50 lines, not broken inside quotes. */
function sampleLines(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.slice(0, 65_536).split(/\r\n|\n|\r/)) {
    line = line === '' ? piece : `${line}\n${piece}`;
    if ((line.split('"').length - 1) % 2 === 1 && line.length < 8192) continue;
    if (line.trim() !== '') lines.push(line);
    line = '';
    if (lines.length >= 50) break;
  }
  return lines;
}

function countOutsideQuotes(line: string, delimiter: string): number {
  return line.replace(/"(?:[^"]|"")*"/g, '').split(delimiter).length - 1;
}

/** A text file counts as a table when it has a delimiter or several lines; one line of prose does not. */
export function assertTable(text: string): void {
  if (text.trim() === '') return;
  if (!/[,\t;|，]/.test(text.slice(0, 65_536)) && !/\S\s*[\r\n]+\s*\S/.test(text.slice(0, 65_536))) {
    throw notAWorkbook('内容是一行文字，不是表格');
  }
}
