// The standard paragraphs of 建设任务 and 投资概算及资金筹措. The wording is the workbench's own; figures, lists, trend
// words and numbers of tables are fields, so that they follow the data.
import { categoryTree } from '#shared/domain/categories.ts';
import type { Project } from '#shared/domain/project.ts';
import { type Category, isUpperPlan, officesWord } from '#shared/domain/reference.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { lineageReader } from '#shared/tables/lineage.ts';
import { countedMoney } from '#shared/tables/plan-money.ts';
import { planSums } from '#shared/tables/plan-sums.ts';
import { type BreakdownBy, breakDown, filledParts } from './breakdown.ts';
import { planFacts } from './facts.ts';
import { moneyWord, openSourcesMoney, outsideWords } from './plan-money-words.ts';
import { chartOf, type PlanParts, planParts } from './plan-parts.ts';
import { categoryWord } from './subject.ts';
import { fieldText } from './template.ts';
import { widerWord } from './towns.ts';

const FIRST_PLACES = 5;

/** （见图4-1、表4）; '' where the plan has neither. */
function see(charts: readonly ({ id: string } | undefined)[], tables: readonly ({ id: string } | undefined)[]): string {
  const references = [
    ...charts.flatMap((chart) => (chart ? [fieldText('图', chart.id)] : [])),
    ...tables.flatMap((table) => (table ? [fieldText('表', table.id)] : [])),
  ];
  return references.length === 0 ? '' : `（见${references.join('、')}）`;
}

/** What the plan and its projects are called in running text: 衔接 for the long name, else the name (常态化帮扶). */
function planWord({ plan }: PlanData): string {
  return plan.name.endsWith('衔接') ? '衔接' : plan.name;
}

/** Where a plan has nothing to count or divide, no counts, shares and lists are told: they would be '共0个（见表4）：。'. */
const NO_PROJECT = '规划尚未列入项目。';

function hasProjects({ projects }: PlanData): boolean {
  return projects.length > 0;
}

/** A sentence where a plan, or a class of it, has no money to tell or to divide; '' where it has. */
function withoutMoney(data: PlanData, categoryId?: string): string {
  const of = ({ projects }: PlanData): readonly Project[] => {
    if (categoryId === undefined) return projects;
    const lineOf = lineageReader(data.reference);
    return projects.filter((one) => one.categoryId !== null && lineOf(one.categoryId).includes(categoryId));
  };
  const isFilled = (plan: PlanData): boolean => of(plan).some(({ amounts }) => (amounts.total ?? 0) !== 0);
  if (isFilled(countedMoney(data))) return '';
  return isFilled(data) ? '各项目在规划期内没有投资。' : '各项目尚未填写投资。';
}

/** 估算总投资2860万元, with what of it lies outside the period where something does. */
function estimated(data: PlanData): string {
  const word = moneyWord(data);
  return `估算${word}${fieldText(word)}${outsideWords(data)}`;
}

export function tasksParagraph(data: PlanData, { overview }: PlanParts): string {
  const where = see([chartOf(overview, { unit: '个' })], [overview]);
  if (!hasProjects(data)) return `{{规划期}}，{{地区}}${planWord(data)}规划尚未列入项目。`;
  const nothing = withoutMoney(data);
  const listed = `{{规划期}}，{{地区}}${planWord(data)}规划共列入项目{{个数}}`;
  const whole = nothing === '' ? `${listed}，${estimated(data)}` : listed;
  if (partsOf(data, '分类') === 0) return `${whole}${where}，尚未归入类别。${nothing}`;
  if (nothing !== '') return `${whole}，按建设任务分为{{类数}}${where}：{{分类个数}}。${nothing}`;
  return (
    `${whole}，` +
    `按建设任务分为{{类数}}${where}：{{分类个数投资}}。` +
    (partsOf(data, '分类') > 1 ? '其中，投资最多的是{{投资最多类别}}。' : '')
  );
}

/** How many classes, years or sources hold anything; what belongs to none of them is no part. */
function partsOf(data: PlanData, by: BreakdownBy): number {
  return filledParts(breakDown(data, by)).filter(({ subject }) => subject !== null).length;
}

export function classParagraph(data: PlanData, category: Category, parts: PlanParts): string {
  const word = categoryWord(data, category);
  const count = planSums(data).byCategory.get(category.id)?.count ?? 0;
  if (count === 0) return `规划期内${category.name}暂未列入项目。`;
  const table = parts.classTable(category.id);
  const below = filledParts(breakDown(data, '分类', { category: category.id }));
  const references = see([table?.charts[0]], [table]);
  const nothing = withoutMoney(data, category.id);
  if (nothing !== '') {
    const counts = below.length > 1 ? `其中：${fieldText('分类个数', word)}。` : '';
    return `${category.name}列入项目${fieldText('个数', word)}${references}。${counts}${nothing}`;
  }
  const list = below.length > 1 ? `其中：${fieldText('分类个数投资', word)}。` : '';
  const largest =
    count > 1 ? `投资较大的项目有${fieldText('最大项目', word, '3')}。` : `项目为${fieldText('最大项目', word, '1')}。`;
  return (
    `${category.name}列入项目${fieldText('个数', word)}，投资${fieldText('投资', word)}，` +
    `占${moneyWord(data)}的${fieldText('占比', word)}${references}。${list}${largest}`
  );
}

export function estimateParagraph(data: PlanData): string {
  if (!hasProjects(data)) return NO_PROJECT;
  const counted = `{{规划期}}{{地区}}各类${planWord(data)}项目共{{个数}}`;
  const nothing = withoutMoney(data);
  return nothing === '' ? `经汇总测算，${counted}，${estimated(data)}。` : `${counted}。${nothing}`;
}

export function classesParagraph(data: PlanData, { overview }: PlanParts): string {
  if (!hasProjects(data)) return NO_PROJECT;
  const nothing = withoutMoney(data);
  if (nothing !== '') return nothing;
  return `${namedWhole(data)}按建设任务分${see([chartOf(overview, { unit: '万元' })], [])}，{{分类投资占比}}。`;
}

export function yearsParagraph(data: PlanData, { years }: PlanParts): string {
  if (!hasProjects(data)) return NO_PROJECT;
  if (partsOf(data, '分年') === 0) return '各项目尚未明确实施年度。';
  const charts = [chartOf(years, { unit: '个', kind: 'bar' }), chartOf(years, { unit: '万元', kind: 'bar' })];
  const isOneYear = data.plan.firstYear === data.plan.lastYear;
  if (withoutMoney(data) !== '')
    return `按实施年度分${see(charts.slice(0, 1), [])}，{{分年个数}}。${isOneYear ? '' : '{{项目个数变化}}。'}`;
  const change = isOneYear ? '' : '{{项目个数变化}}；{{投资变化}}。';
  return `${namedWhole(data)}按实施年度分${see(charts, [])}，{{分年个数投资}}。${change}`;
}

export function sourcesParagraph(data: PlanData, { years }: PlanParts): string {
  if (!hasProjects(data)) return NO_PROJECT;
  const nothing = withoutMoney(data);
  if (nothing !== '') return nothing;
  const word = moneyWord(data);
  const whole = `${word}${fieldText(word)}`;
  const open = openSourcesMoney(data);
  const why =
    open === 0
      ? ''
      : `未明确来源的投资中，有${fieldText('来源未分出期内的投资')}只填了总投资的资金来源，尚未分出期前、期后部分。`;
  const parts = breakDown(data, '分来源');
  const named = filledParts(parts).filter(({ subject }) => subject !== null);
  if (named.length === 0) return `${whole}尚未明确资金来源。${why}`;
  const rest = parts.find(({ subject, fen }) => subject === null && fen > 0)?.fen ?? 0;
  const isMostlyOpen = named.every(({ fen }) => fen < rest);
  const most = `${isMostlyOpen ? '已明确来源的资金中，最多的是' : '资金主要来自'}{{投资最多来源}}。`;
  return `${whole}按资金来源分${see([chartOf(years, { kind: 'pie' })], [years])}：{{分来源投资占比}}。${most}${why}`;
}

/** The whole that shares are of, said where it is not simply 总投资. */
function namedWhole(data: PlanData): string {
  const word = moneyWord(data);
  return word === '总投资' ? '' : `${word}${fieldText(word)}`;
}

/** '' where no project names its place. */
export function placesParagraph(data: PlanData, { others }: PlanParts): string {
  const { places, wider } = planFacts(data);
  const rest = wider.reduce((sum, { count }) => sum + count, 0);
  const apart = `${widerWord(wider.map(({ name }) => name))}项目`;
  if (places.length === 0) return rest === 0 ? '' : `${apart}{{跨地点个数}}。`;
  const word = isUpperPlan(data) ? officesWord(places) : '乡镇（街道）';
  const table = others.find((other) => other.rows.some(({ key }) => key.startsWith('town:')));
  const also = rest === 0 || places.length <= FIRST_PLACES ? '' : `另有${apart}{{跨地点个数}}。`;
  const spread = `项目分布在{{地点数}}${word}${see([], [table])}。`;
  // Without money nothing says which five come first.
  if (withoutMoney(data) !== '') return `${spread}其中：{{分地点个数}}。`;
  const list =
    places.length > FIRST_PLACES ? `投资较多的是：{{分地点个数投资:${FIRST_PLACES}}}` : '其中：{{分地点个数投资}}';
  return `${spread}${list}。${also}`;
}

export function largestParagraph(data: PlanData): string {
  const count = Math.min(5, data.projects.length);
  if (count < 2 || withoutMoney(data) !== '') return '';
  const word = moneyWord(data) === '总投资' ? '投资' : moneyWord(data);
  return `投资最大的${count}个项目合计${word}${fieldText('最大项目投资', String(count))}，分别是${fieldText('最大项目', String(count))}。`;
}

/** '' where no project states who benefits. */
export function benefitParagraph(data: PlanData): string {
  const { households, people, poorHouseholds, poorPeople, villages } = planFacts(data).beneficiaries;
  const sentence = (parts: readonly [number, string][]): string =>
    parts.flatMap(([value, field]) => (value > 0 ? [fieldText(field)] : [])).join('、');
  const all = sentence([
    [villages, '受益村数'],
    [households, '受益户数'],
    [people, '受益人数'],
  ]);
  const poor = sentence([
    [poorHouseholds, '脱贫户数'],
    [poorPeople, '脱贫人数'],
  ]);
  if (all === '') return '';
  return `按各项目填报的受益对象累计，项目惠及${all}${poor === '' ? '' : `，其中脱贫户（含监测对象）${poor}`}。`;
}

/** A paragraph that the workbench can write by itself. */
export interface StandardParagraph {
  id: string;
  title: string;
  /** '' where the plan has nothing to say. */
  template: string;
}

/** The classes of the plan, each with its paragraph. */
export function classParagraphs(
  data: PlanData,
  parts: PlanParts = planParts(data),
): (StandardParagraph & { category: Category })[] {
  return categoryTree(data.reference, data.plan.scheme).map(({ category }) => ({
    id: `text:class:${category.id}`,
    title: category.name,
    template: classParagraph(data, category, parts),
    category,
  }));
}
