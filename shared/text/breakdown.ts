// A whole divided into its parts — classes, years, sources, places — with what belongs to none of them. That too is money
// of projects: classes and places hold each project once, and what lacks its year or source is read as the tables read it,
// so that what one project states too much never lessens what another lacks.
import { categoryTree } from '#shared/domain/categories.ts';
import { planYears, topSources } from '#shared/domain/reference.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { makeDesign } from '#shared/records/table-design.ts';
import { UNASSIGNED } from '#shared/tables/plan-sums.ts';
import { sumOf, tallyOf } from '#shared/tables/tally.ts';
import { ALL_COLUMNS, rowKeyOf } from '#shared/tables/walk.ts';
import { addFen, type Fen, subtractFen, toFen, ZERO } from '#shared/values/money.ts';
import { planFacts } from './facts.ts';
import { amountOf, countOf, planCategories, type Subject } from './subject.ts';

export const BREAKDOWNS = ['分类', '分年', '分来源', '分地点'] as const;
export type BreakdownBy = (typeof BREAKDOWNS)[number];

export interface Part {
  label: string;
  /** Null for what belongs to none of the parts. */
  subject: Subject | null;
  /** Null where projects are not counted that way: one project has several sources. */
  count: number | null;
  fen: Fen;
}

const REST_LABELS: Readonly<Record<BreakdownBy, string>> = {
  分类: '未分类',
  分年: '未明确年度',
  分来源: '未明确来源',
  分地点: '未明确地点',
};

function subjectsOf(data: PlanData, by: BreakdownBy, whole: Subject): { label: string; subject: Subject }[] {
  switch (by) {
    case '分类': {
      const nodes =
        whole.category === undefined
          ? categoryTree(data.reference, data.plan.scheme)
          : (planCategories(data).find(({ category }) => category.id === whole.category)?.children ?? []);
      return nodes.map(({ category }) => ({ label: category.name, subject: { ...whole, category: category.id } }));
    }
    case '分年':
      return planYears(data.plan).map((year) => ({ label: `${year}年`, subject: { ...whole, year } }));
    case '分来源':
      return topSources(data.reference).map(({ id, name }) => ({ label: name, subject: { ...whole, source: id } }));
    case '分地点':
      return planFacts(data).places.map(({ name }) => ({ label: name, subject: { ...whole, place: name } }));
  }
}

/** The parts of a whole, in the plan's order (places by money). Parts without anything are kept: years show gaps. */
export function breakDown(data: PlanData, by: BreakdownBy, whole: Subject = {}): Part[] {
  const parts = subjectsOf(data, by, whole).map(
    ({ label, subject }): Part => ({
      label,
      subject,
      count: countOf(data, subject) ?? null,
      fen: amountOf(data, subject) ?? ZERO,
    }),
  );
  const count =
    by === '分来源' ? null : (countOf(data, whole) ?? 0) - parts.reduce((sum, part) => sum + (part.count ?? 0), 0);
  const side = whole.place !== undefined ? undefined : by === '分年' ? 'year' : by === '分来源' ? 'source' : undefined;
  const fen = side
    ? openMoney(data, side, whole)
    : subtractFen(amountOf(data, whole) ?? ZERO, addFen(...parts.map((part) => part.fen)));
  const label = by === '分类' && whole.category !== undefined ? '未细分' : REST_LABELS[by];
  return (count ?? 0) === 0 && fen === 0 ? parts : [...parts, { label, subject: null, count, fen }];
}

/** Money of the whole that has no year, or no source. */
function openMoney(data: PlanData, side: 'year' | 'source', { category, year, source }: Subject): Fen {
  const design = makeDesign({
    title: side,
    rows: [side],
    measures: ['total'],
    filter: {
      ...(category === undefined ? {} : { categories: [category] }),
      ...(year === undefined ? {} : { years: [String(year)] }),
      ...(source === undefined ? {} : { sources: [source] }),
    },
  });
  return toFen(sumOf(tallyOf(design, data).get(rowKeyOf([side], [UNASSIGNED])), ALL_COLUMNS, 'total'));
}

/** Parts that hold anything. */
export function filledParts(parts: readonly Part[]): Part[] {
  return parts.filter(({ count, fen }) => (count ?? 0) !== 0 || fen !== 0);
}
