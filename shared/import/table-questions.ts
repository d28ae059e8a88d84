// Questions and errors about rows as a whole: headings that no class answers to, figures without a name.
import { categoryPath } from '../domain/categories.ts';
import { cellAddress, type SheetCell } from '../sheet/sheet.ts';
import { cellText } from '../sheet/sheet-view.ts';
import type { GroupedRow } from './group-rows.ts';
import type { TableKind } from './kinds/sheet-kinds.ts';
import { NEW_CLASS } from './learn-classes.ts';
import { nearestCategory } from './nearest-category.ts';
import type { ImportQuestion } from './preview.ts';
import type { Report } from './problem-list.ts';
import type { ChosenClasses } from './read-project.ts';
import type { TableContext } from './read-table.ts';
import type { ReadColumn, ReadProject } from './reading.ts';

/** Rows with figures that are no projects although they stand among them are named. */
export function reportSetAside(rows: readonly GroupedRow[], sheet: string, report: Report): void {
  for (const { kind, words, label } of rows) {
    if (kind !== 'part' && kind !== 'example') continue;
    const row = words.row.row;
    const why = kind === 'part' ? '是上面一行的其中数，不另作项目，数字留作声明数' : '是填写示例，没有导入';
    report({
      level: 'info',
      code: kind === 'part' ? 'row-part' : 'row-example',
      cell: cellAddress(row, words.row.cells[0]?.column ?? 1),
      raw: label,
      message: `“${sheet}”第 ${row} 行“${label}”${why}。`,
      proposal: '',
    });
  }
}

/** Results that the file did not hold and that were computed: told column by column with the first of them. */
export function reportComputed(
  sheet: string,
  computed: readonly SheetCell[],
  columns: readonly ReadColumn[],
  report: Report,
): void {
  for (const { column, header, letter } of columns) {
    const own = computed.filter((cell) => cell.column === column);
    const [first] = own;
    if (!first) continue;
    const cell = cellAddress(first.row, column);
    const raw = `=${first.formula ?? ''}`;
    const message = `“${sheet}”${letter} 列“${header}”有 ${own.length} 格是公式，文件里没有存结果；已由本程序算出并采用（如 ${cell} ${raw.slice(0, 60)} 得 ${cellText(first)}）。`;
    report({ level: 'info', code: 'formula-computed', cell, raw, message, proposal: cellText(first) });
  }
}

/** Figures without any words beside them are never dropped silently. */
export function reportUnnamed(
  rows: readonly GroupedRow[],
  columns: readonly ReadColumn[],
  sheet: string,
  report: Report,
): void {
  const headed = new Set(columns.filter(({ path }) => path.length > 0).map(({ column }) => column));
  for (const { kind, words } of rows) {
    if (kind !== 'unnamed') continue;
    const figures = words.row.cells.map((cell) => cellText(cell).trim()).filter((text) => text !== '');
    const row = words.row.row;
    report({
      // A figure beside the table is a scratch note more likely than a project.
      level: words.row.cells.some((cell) => headed.has(cell.column)) ? 'error' : 'warning',
      code: 'row-unnamed',
      cell: cellAddress(row, words.row.cells[0]?.column ?? 1),
      raw: figures.join(' '),
      message: `“${sheet}”第 ${row} 行只有数字（${figures.slice(0, 5).join('、')}），没有项目名称，也没有写合计，没有导入。请补上名称，或在导入前删去这一行。`,
      proposal: '',
    });
  }
}

/** A table without projects brings only figures to compare with, or nothing: that is said. */
export function problemOfNoProjects(
  sheet: string,
  kind: TableKind,
  projects: number,
  claims: number,
  report: Report,
): void {
  if (projects > 0) return;
  const kept = `${claims} 行数字留作声明数，供勾稽审核时核对`;
  const message =
    kind === 'summary'
      ? `“${sheet}”是汇总表，没有项目明细；${kept}。`
      : `“${sheet}”有项目表的表头，但没有读到项目${claims > 0 ? `，只有合计；${kept}` : ''}。请检查是不是空白的模板。`;
  const level = kind === 'summary' ? 'info' : 'warning';
  report({ level, code: 'no-projects', cell: '', raw: '', message, proposal: '' });
}

/** One question for each heading that no class answers to. */
export function categoryQuestions(
  sheet: string,
  rows: readonly GroupedRow[],
  projects: readonly ReadProject[],
  { plan, reference }: TableContext,
  chosen: ChosenClasses,
  report: Report,
): ImportQuestion[] {
  const unknown = new Map<string, number[]>();
  for (const project of projects) {
    if (project.unknownHeading === '' || chosen[project.unknownHeading] !== undefined) continue;
    const members = unknown.get(project.unknownHeading);
    if (members) members.push(project.row);
    else unknown.set(project.unknownHeading, [project.row]);
  }
  const classes = reference.categories.filter((category) => category.scheme === plan.scheme);
  const options = [
    { value: '', label: '未分类（以后再定）' },
    { value: NEW_CLASS, label: '作为新类别加入（编号和上级照表上的）' },
    ...classes.map((category) => ({ value: category.id, label: categoryPath(reference, category.id).join(' › ') })),
  ];
  return [...unknown].map(([heading, members]) => {
    const at = rows.find((row) => row.kind === 'heading' && row.unknownHeading === heading)?.words.row;
    const first = at?.row ?? members[0] ?? 0;
    const nearest = nearestCategory(heading, plan, reference);
    const proposal = nearest === undefined ? '' : categoryPath(reference, nearest).join(' › ');
    const message = `“${sheet}”第 ${first} 行的类别“${heading}”不在规划类别中，其下 ${members.length} 个项目暂列“未分类”。请选定它对应的规划类别，或作为新类别加入。`;
    report({
      level: 'warning',
      code: 'category-unknown',
      cell: cellAddress(first, at?.cells[0]?.column ?? 1),
      raw: heading,
      message: proposal === '' ? message : `${message}疑为“${proposal}”。`,
      proposal,
    });
    return {
      id: `category:${heading}`,
      message,
      options,
      assumed: '',
      heading: { text: heading, sheet },
      ...(nearest === undefined ? {} : { proposed: nearest }),
    };
  });
}
