// Two projects side by side, part by part: what differs, and one project made of both by choice.

import { wordBoth } from '#shared/compare/words.ts';
import { categoryPath } from '#shared/domain/categories.ts';
import { FIELDS, fieldOf, isAmountField, type ValueFieldId } from '#shared/domain/fields.ts';
import { inTime, yearLabel } from '#shared/domain/outside-years.ts';
import { formatPeriod } from '#shared/domain/periods.ts';
import { type Project, splitCellKey } from '#shared/domain/project.ts';
import type { ReferenceData } from '#shared/domain/reference.ts';
import { wanText } from '#shared/values/money.ts';

/** What is taken from one of the two as a whole: a field, the period, all amounts together. */
export type MergePart = ValueFieldId | 'period' | 'amounts' | 'own';

/** In the order of the field table; all amounts of a project belong together, or they would not add up. */
export const MERGE_PARTS: readonly MergePart[] = FIELDS.flatMap(({ id }): MergePart[] => {
  if (id === 'total') return ['amounts'];
  return isAmountField(id) ? [] : [id];
});

export function mergePartName(part: MergePart): string {
  if (part === 'amounts') return '金额（总投资、来源、年度）';
  if (part === 'name') return '项目名称';
  const { label, group } = fieldOf(part);
  return group && label.length === 1 ? `${group}（${label}）` : label;
}

/** The kept project with the named parts of the other one. */
export function mergeProjects(keep: Project, other: Project, take: readonly MergePart[]): Project {
  const merged: Project = { ...keep };
  for (const part of take) {
    if (part === 'amounts') merged.amounts = other.amounts;
    else if (part === 'own') {
      delete merged.own;
      if (other.own) merged.own = other.own;
    } else if (part === 'period') Object.assign(merged, { startAt: other.startAt, endAt: other.endAt });
    else Object.assign(merged, { [part]: other[part] });
  }
  return merged;
}

export interface PartComparison {
  part: MergePart;
  label: string;
  left: string;
  right: string;
  isSame: boolean;
}

type Names = Pick<ReferenceData, 'categories' | 'fundSources' | 'ownColumns'>;

/** All amounts in one text: total, sources, years, cells. */
function amountsText({ amounts }: Project, { fundSources }: Names): string {
  const sourceName = (id: string): string => fundSources.find((source) => source.id === id)?.name ?? id;
  const parts = [
    amounts.total === null ? '总投资未填' : `总投资 ${wanText(amounts.total)}`,
    ...Object.entries(amounts.bySource).map(([id, fen]) => `${sourceName(id)} ${wanText(fen)}`),
    ...inTime(amounts.byYear).map(([year, fen]) => `${yearLabel(year)} ${wanText(fen)}`),
    ...Object.entries(amounts.cells).map(([key, fen]) => {
      const { year, source } = splitCellKey(key);
      return `${yearLabel(year)}${sourceName(source)} ${wanText(fen)}`;
    }),
  ];
  return parts.join('；');
}

/** All own columns in one text. */
function ownWords({ own = {} }: Project, { ownColumns }: Names): string {
  const nameOf = new Map(ownColumns.map(({ id, name }) => [id, name]));
  return Object.entries(own)
    .map(([id, value]) => `${nameOf.get(id) ?? id}：${value}`)
    .join('；');
}

function partText(project: Project, part: MergePart, names: Names): string {
  if (part === 'amounts') return amountsText(project, names);
  if (part === 'period') return formatPeriod(project.startAt, project.endAt);
  if (part === 'own') return ownWords(project, names);
  if (part === 'categoryId') return categoryPath(names, project.categoryId).join(' › ');
  return String(project[part] ?? '');
}

/** Every part that one of the two has filled, left against right. */
export function compareParts(left: Project, right: Project, names: Names): PartComparison[] {
  const columns = MERGE_PARTS.map((part) => ({
    key: part,
    label: mergePartName(part),
    text: (project: Project): string => partText(project, part, names),
  }));
  return wordBoth(left, right, columns)
    .filter(({ before, after }) => before !== '' || after !== '')
    .map(({ key, label, before, after }) => ({
      part: key,
      label,
      left: before,
      right: after,
      isSame: before === after,
    }));
}
