// What of the chosen files does not come into the list, for the page after an import and for the command line.
import { NAMELESS } from '../domain/project.ts';
import type { ImportPreview, RowPreview } from './preview.ts';

export interface LeftOut {
  /** Rows in conflict, with their reasons. */
  conflicts: RowPreview[];
  /** Rows that the user left out. */
  skipped: number;
  /** Rows with figures that are no projects: 其中数, examples, figures without a name. */
  setAside: number;
  /** Columns with words in their header that no field takes; their cells stay in 查看来源. */
  columns: { sheet: string; column: string; header: string }[];
  /** Sheets without projects whose figures are kept to be compared. */
  summaries: string[];
  /** Sheets that were not read, e.g. hidden ones, files in which nothing was found, projects that a list no longer has. */
  told: string[];
}

const SET_ASIDE = new Set(['row-part', 'row-example', 'row-unnamed']);
/** Told as they are: sheets that were not read, and projects of the list that a sheet sent again no longer has. */
const TOLD = new Set(['hidden-sheet', 'no-table', 'sheet-missing', 'project-gone']);
/** Named one by one; the rest are counted. */
const MOST_NAMED = 5;

export function findLeftOut({ tables, rows, problems, unreadable }: Omit<ImportPreview, 'previewId'>): LeftOut {
  const lists = tables.filter(({ kind }) => kind === 'projects');
  return {
    conflicts: rows.filter(({ action }) => action === 'conflict'),
    skipped: rows.filter(({ action }) => action === 'skip').length,
    setAside: problems.filter(({ code }) => SET_ASIDE.has(code)).length,
    columns: lists.flatMap(({ sheet, columns }) =>
      columns
        .filter(({ field, header, samples }) => field === null && header !== '' && samples.length > 0)
        .map(({ column, header }) => ({ sheet, column, header })),
    ),
    summaries: tables.filter(({ kind }) => kind === 'summary').map(({ sheet }) => sheet),
    told: [
      ...problems.filter(({ code }) => TOLD.has(code)).map(({ message }) => message),
      ...unreadable.map(({ file, message }) => (message.includes(file) ? message : `${file}：${message}`)),
    ],
  };
}

/** The same in sentences, one a kind, without what is told already; none where everything came in. */
export function leftOutSentences(left: LeftOut, tables: ImportPreview['tables']): string[] {
  const { conflicts, skipped, setAside, columns, summaries } = left;
  const several = tables.length > 1;
  const sentences: string[] = [];
  if (conflicts.length > 0) {
    sentences.push(`冲突 ${conflicts.length} 行，没有导入：`);
    for (const { table, row, name, reason } of conflicts.slice(0, MOST_NAMED))
      sentences.push(
        `${several ? `“${tables[table]?.sheet ?? ''}”` : ''}第 ${row} 行“${name || NAMELESS}”：${reason}。`,
      );
    if (conflicts.length > MOST_NAMED) sentences.push(`……还有 ${conflicts.length - MOST_NAMED} 行。`);
  }
  if (skipped > 0) sentences.push(`去掉了勾选的 ${skipped} 行，没有导入。`);
  if (setAside > 0) sentences.push(`${setAside} 行不是项目（其中数、填写示例或没有名称的数字），没有作为项目导入。`);
  if (columns.length > 0) {
    const named = columns
      .slice(0, MOST_NAMED)
      .map(({ sheet, column, header }) => `${several ? `${sheet} ` : ''}${column}列“${header}”`);
    const more = columns.length > MOST_NAMED ? '等' : '';
    sentences.push(`${columns.length} 列没有对应的栏目，只保留在“查看来源”中：${named.join('、')}${more}。`);
  }
  if (summaries.length > 0)
    sentences.push(`${summaries.map((sheet) => `“${sheet}”`).join('、')}不含项目，数字留作核对。`);
  return sentences;
}
