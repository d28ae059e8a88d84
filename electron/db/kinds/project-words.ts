// How the log calls the project that a fact belongs to, and what it says of a change of one.
import { keysOf } from '#shared/compare/fact.ts';
import type { Wording } from '#shared/compare/words.ts';
import { columnsOf } from '#shared/domain/fields.ts';
import { yearLabel } from '#shared/domain/outside-years.ts';
import { NAMELESS, type Project, splitCellKey } from '#shared/domain/project.ts';
import { valueText } from '#shared/format/value-text.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { wanText } from '#shared/values/money.ts';
import type { ChangedValue } from '../kernel/kind.ts';
import { factWords } from './fact-words.ts';

/** The project's name; what stands for one that was deleted since. */
export function nameOfProject({ projects }: PlanData, id: string): string {
  const project = projects.find((one) => one.id === id);
  return project ? project.name || NAMELESS : '（已删除的项目）';
}

/** What changed in one project; one entry where it was added or deleted. */
export function projectWords(before: Project | null, after: Project | null, data: PlanData): ChangedValue[] {
  const subject = (after ?? before)?.name || NAMELESS;
  const wording = { subject, column: '项目' };
  if (!before || !after) return factWords(before, after, { ...wording, columns: [] });
  const { position } = after;
  const rows = factWords({ ...before, position }, after, { ...wording, columns: columnsOfBoth(before, after, data) });
  if (before.position === position) return rows;
  return [...rows, { project: subject, column: '次序', before: '原位置', after: '新位置' }];
}

/** The columns of the plan, and whatever else one of the two states: finer sources, other years, single cells. */
function columnsOfBoth(before: Project, after: Project, data: PlanData): Wording<Project>[] {
  const { plan, reference } = data;
  const text =
    (key: string) =>
    (project: Project): string =>
      valueText(project, key, data);
  const own = columnsOf(plan, reference).map(({ key, label }) => ({ key, label, text: text(key) }));
  const known = new Set(own.map(({ key }) => key));
  const sourceNames = new Map(reference.fundSources.map(({ id, name }) => [id, name]));
  const rest = (axis: string, ids: readonly string[], labelOf: (id: string) => string): Wording<Project>[] =>
    ids
      .map((id) => ({ key: `${axis}:${id}`, label: labelOf(id) }))
      .filter(({ key }) => !known.has(key))
      .map((one) => ({ ...one, text: text(one.key) }));
  const cells = keysOf(before.amounts.cells, after.amounts.cells).map((key) => {
    const { year, source } = splitCellKey(key);
    const label = `${yearLabel(year)} ${sourceNames.get(source) ?? source}`;
    return { key: `cell:${key}`, label, text: ({ amounts }: Project) => amountText(amounts.cells[key]) };
  });
  const regionName = (code: string): string => reference.regions.find((one) => one.code === code)?.name ?? code;
  return [
    ...own,
    ...rest('source', keysOf(before.amounts.bySource, after.amounts.bySource), (id) => sourceNames.get(id) ?? id),
    ...rest('year', keysOf(before.amounts.byYear, after.amounts.byYear), yearLabel),
    ...cells,
    { key: 'regionCode', label: '县（市、区）', text: ({ regionCode }) => regionName(regionCode) },
    { key: 'originId', label: '上一规划期的项目', text: ({ originId }) => originId ?? '' },
    { key: 'originWorkbook', label: '上一规划期的工作簿', text: ({ originWorkbook }) => originWorkbook ?? '' },
  ];
}

function amountText(fen: Project['amounts']['cells'][string] | undefined): string {
  return fen === undefined ? '' : wanText(fen);
}
