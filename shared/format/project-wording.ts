// The columns in which several versions of one project are told: those of the plan, and whatever else one of them states:
// finer sources, other years, single cells.
import { keysOf } from '../compare/fact.ts';
import type { Wording } from '../compare/words.ts';
import { columnsOf } from '../domain/fields.ts';
import { yearLabel } from '../domain/outside-years.ts';
import { ownKey } from '../domain/own-columns.ts';
import { type Project, splitCellKey } from '../domain/project.ts';
import type { PlanData } from '../records/plan-data.ts';
import { wanText } from '../values/money.ts';
import { valueText } from './value-text.ts';

/** A wording of each value that one of the versions states. */
export function projectWording(
  versions: readonly Project[],
  data: Pick<PlanData, 'plan' | 'reference'>,
): Wording<Project>[] {
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
  const amounts = versions.map((version) => version.amounts);
  const cells = keysOf(...amounts.map((one) => one.cells)).map((key) => {
    const { year, source } = splitCellKey(key);
    const label = `${yearLabel(year)} ${sourceNames.get(source) ?? source}`;
    const cellText = (project: Project): string => {
      const fen = project.amounts.cells[key];
      return fen === undefined ? '' : wanText(fen);
    };
    return { key: `cell:${key}`, label, text: cellText };
  });
  const regionName = (code: string): string => reference.regions.find((one) => one.code === code)?.name ?? code;
  return [
    ...own,
    ...rest('source', keysOf(...amounts.map(({ bySource }) => bySource)), (id) => sourceNames.get(id) ?? id),
    ...rest('year', keysOf(...amounts.map(({ byYear }) => byYear)), yearLabel),
    ...cells,
    // Values of an own column that the plan has no longer, or not yet.
    ...keysOf(...versions.map((version) => version.own ?? {}))
      .map((id) => ({ key: ownKey(id), label: id, text: text(ownKey(id)) }))
      .filter(({ key }) => !known.has(key)),
    { key: 'regionCode', label: '县（市、区）', text: ({ regionCode }) => regionName(regionCode) },
    { key: 'originId', label: '上一规划期的项目', text: ({ originId }) => originId ?? '' },
    { key: 'originWorkbook', label: '上一规划期的工作簿', text: ({ originWorkbook }) => originWorkbook ?? '' },
  ];
}
