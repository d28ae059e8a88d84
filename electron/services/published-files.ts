// Reads files of published tables (印发的表): each one table as JSON, or spreadsheets with one or more 汇总表.
import { basename } from 'node:path';
import { readTextFile } from '#electron/files/read-text.ts';
import { parsePublished } from '#shared/checks/parse-published.ts';
import { tableOfClaims } from '#shared/checks/published-claims.ts';
import type { PublishedTable } from '#shared/domain/published-table.ts';
import { readWorkbookNow, tableContext } from '#shared/import/read-workbook.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { AppError } from '#shared/values/app-error.ts';
import { readBooks } from './import/read-books.ts';

/** A printed table has hundreds of figures, not millions. */
const LARGEST_FILE = 16 * 1024 * 1024;

/**
 * The tables of the files in order. Spreadsheets are read as an import reads them, with the words of the plan. Throws
 * `file-missing`, `cannot-read`, `too-large` or `unsupported-file`.
 */
export async function readPublishedFiles(paths: readonly string[], data: PlanData): Promise<PublishedTable[]> {
  const tables: PublishedTable[] = [];
  for (const path of paths) tables.push(...(await readPublishedFile(path, data)));
  return tables;
}

async function readPublishedFile(path: string, data: PlanData): Promise<PublishedTable[]> {
  const name = basename(path);
  const text = readTextFile(path, { most: LARGEST_FILE, tooLarge: '太大，不像一张印发的表，没有读取' });
  if (/^[\ufeff\s]*[[{]/.test(text)) return [parsePublished(parseJson(text, name), name)];
  if (/\.json$/i.test(name))
    throw new AppError('unsupported-file', `“${name}”不是 JSON 文件，不能作为印发的表来核对。`);
  return readSheets(path, name, data);
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new AppError('unsupported-file', `“${name}”不是 JSON 文件，不能作为印发的表来核对。`);
  }
}

/** The 汇总表 of a spreadsheet; lists of projects in it are no printed tables and are passed over. */
async function readSheets(path: string, name: string, data: PlanData): Promise<PublishedTable[]> {
  const [book] = await readBooks([path], new AbortController().signal, () => undefined);
  if (!book?.data) throw new AppError('unsupported-file', `“${name}”不能作为印发的表来核对：${book?.fault ?? ''}`);
  const { tables } = readWorkbookNow(book.data, tableContext(data.plan, data.reference));
  const printed = tables.flatMap(({ reading }): PublishedTable[] => {
    if (reading.kind !== 'summary') return [];
    const claims = reading.claims.map((claim, index) => ({ ...claim, id: String(index), file: name, batchId: null }));
    const table = tableOfClaims(claims, data.reference);
    return table ? [{ ...table, title: reading.title }] : [];
  });
  if (printed.length === 0) {
    throw new AppError(
      'unsupported-file',
      `“${name}”里没有找到可以核对的汇总表。应有“项目类别、项目个数、总投资”“年份、资金来源”“县（市、区）”等表头和合计行。`,
    );
  }
  return printed;
}
