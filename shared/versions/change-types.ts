// In what two versions of one project differ, in the words of papers on changes (SPECS G4).
import { isSame } from '../compare/fact.ts';
import { sumCells } from '../domain/margins.ts';
import type { Project } from '../domain/project.ts';
import { subtractFen, ZERO } from '../values/money.ts';

export const CHANGE_TYPES = [
  '新增',
  '取消',
  '拆分',
  '合并',
  '调增',
  '调减',
  '内容变更',
  '地点变更',
  '年限变更',
  '资金来源变更',
  '年度资金变更',
  '实施单位变更',
  '类别变更',
  '名称变更',
  '其他变更',
] as const;
export type ChangeType = (typeof CHANGE_TYPES)[number];

type Aspect = Exclude<ChangeType, '新增' | '取消' | '拆分' | '合并' | '调增' | '调减' | '年度资金变更' | '其他变更'>;

const ASPECTS: Readonly<Record<Aspect, (project: Project) => unknown>> = {
  内容变更: ({ content, nature }) => [written(content), written(nature)],
  地点变更: ({ regionCode, town, village }) => [regionCode, written(town), written(village)],
  年限变更: ({ startAt, endAt }) => [startAt, endAt],
  资金来源变更: ({ amounts }) => [amounts.bySource, sumCells(amounts.cells, 'source')],
  实施单位变更: ({ unit, department, implementer }) => [unit, department, implementer],
  类别变更: ({ categoryId }) => categoryId,
  名称变更: ({ name }) => name.trim(),
};
const ALL_ASPECTS = Object.keys(ASPECTS) as Aspect[];

/** What a printed plan binds (SPECS G2): who builds it, notes, people and phones are free. */
const BOUND = ALL_ASPECTS.filter((aspect) => aspect !== '实施单位变更');

function written(text: string | null): string {
  return text?.trim() ?? '';
}

function contentOf({ position: _, id: __, originId: ___, originWorkbook: ____, ...content }: Project): object {
  return content;
}

/** In what two versions of a project differ; [] where only its place in the list is another one. */
export function typesOf(before: Project, after: Project): ChangeType[] {
  if (isSame(contentOf(before), contentOf(after))) return [];
  const types = aspectsOf(before, after, ALL_ASPECTS);
  return types.length === 0 ? ['其他变更'] : types;
}

/** In what they differ of what a printed plan binds; [] where only free fields were touched. */
export function boundTypesOf(before: Project, after: Project): ChangeType[] {
  return before === after ? [] : aspectsOf(before, after, BOUND);
}

function aspectsOf(before: Project, after: Project, aspects: readonly Aspect[]): ChangeType[] {
  const difference = subtractFen(after.amounts.total ?? ZERO, before.amounts.total ?? ZERO);
  const types: ChangeType[] = difference > 0 ? ['调增'] : difference < 0 ? ['调减'] : [];
  for (const aspect of aspects) if (!isSame(ASPECTS[aspect](before), ASPECTS[aspect](after))) types.push(aspect);
  // The same money in other years; with another sum its years go without saying.
  const years = ({ amounts }: Project): unknown => [amounts.byYear, sumCells(amounts.cells, 'year')];
  return types.length === 0 && !isSame(years(before), years(after)) ? ['年度资金变更'] : types;
}
