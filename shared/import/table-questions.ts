// Questions and errors about rows as a whole: headings that no class answers to, figures without a name.
import { categoryPath } from '../domain/categories.ts';
import type { GroupedRow } from './group-rows.ts';
import type { ImportQuestion } from './preview.ts';
import type { Report } from './problem-list.ts';
import type { ChosenClasses } from './read-project.ts';
import type { TableContext } from './read-table.ts';
import type { ReadProject } from './reading.ts';
import { cellAddress } from './sheet.ts';
import { cellText } from './sheet-view.ts';

/** Figures without any words beside them are never dropped silently. */
export function reportUnnamed(rows: readonly GroupedRow[], sheet: string, report: Report): void {
  for (const { kind, words } of rows) {
    if (kind !== 'unnamed') continue;
    const figures = words.row.cells.map((cell) => cellText(cell).trim()).filter((text) => text !== '');
    const row = words.row.row;
    report({
      level: 'error',
      code: 'row-unnamed',
      cell: cellAddress(row, words.row.cells[0]?.column ?? 1),
      raw: figures.join(' '),
      message: `“${sheet}”第 ${row} 行只有数字（${figures.slice(0, 5).join('、')}），没有项目名称，也没有写合计，没有导入。请补上名称，或在导入前删去这一行。`,
      proposal: '',
    });
  }
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
    ...classes.map((category) => ({ value: category.id, label: categoryPath(reference, category.id).join(' › ') })),
  ];
  return [...unknown].map(([heading, members]) => {
    const at = rows.find((row) => row.kind === 'heading' && row.unknownHeading === heading)?.words.row;
    const first = at?.row ?? members[0] ?? 0;
    const message = `“${sheet}”第 ${first} 行的类别“${heading}”不在规划类别中，其下 ${members.length} 个项目暂列“未分类”。请选定它对应的规划类别。`;
    report({
      level: 'warning',
      code: 'category-unknown',
      cell: cellAddress(first, at?.cells[0]?.column ?? 1),
      raw: heading,
      message,
      proposal: '',
    });
    return { id: `category:${heading}`, message, options, assumed: '' };
  });
}
