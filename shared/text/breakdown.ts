// A whole divided into its parts — classes, years, sources, places — with what belongs to none of them. That too is money
// of projects: classes and places hold each project once, and what lacks its year or source is read as the tables read it,
// so that what one project states too much never lessens what another lacks, and of the money that the plan counts.
import { categoryTree } from '#shared/domain/categories.ts';
import { BEFORE, LATER, yearLabel } from '#shared/domain/outside-years.ts';
import { planYears, topSources } from '#shared/domain/reference.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { makeDesign } from '#shared/records/table-design.ts';
import { countedMoney } from '#shared/tables/plan-money.ts';
import { UNASSIGNED } from '#shared/tables/plan-sums.ts';
import { OVER } from '#shared/tables/split-amounts.ts';
import { sumOf, tallyOf } from '#shared/tables/tally.ts';
import { ALL_COLUMNS, rowKeyOf } from '#shared/tables/walk.ts';
import { addFen, type Fen, subtractFen, toFen, ZERO } from '#shared/values/money.ts';
import { planFacts } from './facts.ts';
import { amountOf, countOf, planCategories, type Subject } from './subject.ts';
import { widerWord } from './towns.ts';

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

/** Years or sources of a project that come to more than its 总投资 (T01, T02). */
const OVER_LABEL = '多填部分';

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

/**
 * The parts of a whole, in the plan's order (places by money). Parts without anything are kept: years show gaps. All of
 * them together are the whole: what years or sources state beyond it is a part below zero.
 */
export function breakDown(data: PlanData, by: BreakdownBy, whole: Subject = {}): Part[] {
  const parts = subjectsOf(data, by, whole).map(
    ({ label, subject }): Part => ({
      label,
      subject,
      count: countOf(data, subject) ?? null,
      fen: amountOf(data, subject) ?? ZERO,
    }),
  );
  const side = whole.place !== undefined ? undefined : by === '分年' ? 'year' : by === '分来源' ? 'source' : undefined;
  if (side) {
    const held = unnamedMoney(data, side, whole);
    if (side === 'year') {
      parts.unshift(...held(BEFORE, yearLabel(BEFORE)));
      parts.push(...held(LATER, yearLabel(LATER)));
    }
    const count = restCount(data, by, whole, parts);
    const rest = held(UNASSIGNED, REST_LABELS[by])[0]?.fen ?? ZERO;
    if ((count ?? 0) !== 0 || rest !== 0) parts.push({ label: REST_LABELS[by], subject: null, count, fen: rest });
    const over = held(OVER, OVER_LABEL)[0]?.fen ?? ZERO;
    if (over !== 0) parts.push({ label: OVER_LABEL, subject: null, count: null, fen: toFen(-over) });
    return parts;
  }
  const { wider } = planFacts(data);
  if (by === '分地点' && wider.length > 0) {
    const count = wider.reduce((sum, one) => sum + one.count, 0);
    const label = widerWord(wider.map(({ name }) => name));
    parts.push({ label, subject: null, count, fen: addFen(...wider.map(({ total }) => total)) });
  }
  const count = restCount(data, by, whole, parts);
  const fen = subtractFen(amountOf(data, whole) ?? ZERO, addFen(...parts.map((part) => part.fen)));
  const label = by === '分类' && whole.category !== undefined ? '未细分' : REST_LABELS[by];
  return (count ?? 0) === 0 && fen === 0 ? parts : [...parts, { label, subject: null, count, fen }];
}

function restCount(data: PlanData, by: BreakdownBy, whole: Subject, parts: readonly Part[]): number | null {
  if (by === '分来源') return null;
  return (countOf(data, whole) ?? 0) - parts.reduce((sum, part) => sum + (part.count ?? 0), 0);
}

/** Reads what of the whole stands in no year of the plan, or in no source: [] where there is nothing. */
function unnamedMoney(data: PlanData, side: 'year' | 'source', { category, year, source }: Subject) {
  const design = makeDesign({
    title: side,
    rows: [side],
    measures: ['count', 'total'],
    filter: {
      ...(category === undefined ? {} : { categories: [category] }),
      ...(year === undefined ? {} : { years: [String(year)] }),
      ...(source === undefined ? {} : { sources: [source] }),
    },
  });
  const tally = tallyOf(design, countedMoney(data));
  return (key: string, label: string): Part[] => {
    const row = tally.get(rowKeyOf([side], [key]));
    const [count, fen] = [sumOf(row, ALL_COLUMNS, 'count'), toFen(sumOf(row, ALL_COLUMNS, 'total'))];
    return count === 0 && fen === 0 ? [] : [{ label, subject: null, count: side === 'year' ? count : null, fen }];
  };
}

/** Parts that hold anything. */
export function filledParts(parts: readonly Part[]): Part[] {
  return parts.filter(({ count, fen }) => (count ?? 0) !== 0 || fen !== 0);
}
