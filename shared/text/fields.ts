// The fields that a text may hold: what each of them says and takes. The picker of the window, the evaluator and the
// standard paragraphs read this list.

import type { PlanData } from '#shared/records/plan-data.ts';
import { addFen, subtractFen } from '#shared/values/money.ts';
import { type BreakdownBy, breakDown, filledParts, type Part } from './breakdown.ts';
import { type Beneficiary, planFacts } from './facts.ts';
import { type FieldSpec, projects, text } from './field-spec.ts';
import type { FieldValue } from './field-value.ts';
import { LIST_FIELDS } from './list-fields.ts';
import { declaredTotal, moneyOutside, openSourcesMoney } from './plan-money-words.ts';
import { amountOf, countOf, readSubject, type Subject } from './subject.ts';

const NO_COUNT = '按资金来源或地点组合时没有项目个数';
const NO_AMOUNT = '地点不能与类别、年度或来源组合';

function share(data: PlanData, subject: Subject, pick: (part: Part) => number): FieldValue | string {
  const named = Object.keys(subject);
  const by = { category: '分类', year: '分年', source: '分来源', place: '分地点' }[named[0] ?? ''] as
    | BreakdownBy
    | undefined;
  if (named.length !== 1 || !by) return '占比只能按一个类别、年度、来源或地点来算';
  const parent = data.reference.categories.find(({ id }) => id === subject.category)?.parent;
  const parts = breakDown(data, by, parent ? { category: parent } : {});
  const index = parts.findIndex((part) => JSON.stringify(part.subject) === JSON.stringify(subject));
  return index < 0 ? '没有这一项' : { kind: 'share', whole: parts.map(pick), index };
}

const beneficiary = (name: string, key: Beneficiary, unit: string, what: string): FieldSpec => ({
  name,
  group: '受益',
  summary: `各项目填写的${what}之和`,
  takes: 'none',
  read: (data) => ({ kind: 'count', value: planFacts(data).beneficiaries[key], unit }),
});

export const FIELDS: readonly FieldSpec[] = [
  { name: '地区', group: '总数', summary: '规划的地区', takes: 'none', read: ({ plan }) => text(plan.regionName) },
  {
    name: '规划期',
    group: '总数',
    summary: '规划的起止年度',
    takes: 'none',
    read: ({ plan }) =>
      text(plan.firstYear === plan.lastYear ? `${plan.firstYear}年` : `${plan.firstYear}—${plan.lastYear}年`),
  },
  {
    name: '个数',
    group: '总数',
    summary: '项目个数：全部，或某类别、年度、地点',
    takes: 'subject',
    read: (data, subject) => {
      const count = countOf(data, subject);
      return count === undefined ? NO_COUNT : projects(count);
    },
  },
  {
    name: '总投资',
    group: '总数',
    summary: '全部项目的总投资，含期前、期后',
    takes: 'none',
    read: (data) => ({ kind: 'amount', fen: declaredTotal(data) }),
  },
  {
    name: '规划期投资',
    group: '总数',
    summary: '总投资减去期前累计完成投资和期后投资',
    takes: 'none',
    read: (data) => {
      const { before, later } = moneyOutside(data);
      return { kind: 'amount', fen: subtractFen(declaredTotal(data), addFen(before, later)) };
    },
  },
  {
    name: '期前投资',
    group: '总数',
    summary: '全部项目的期前累计完成投资',
    takes: 'none',
    read: (data) => ({ kind: 'amount', fen: moneyOutside(data).before }),
  },
  {
    name: '期后投资',
    group: '总数',
    summary: '全部项目的期后投资',
    takes: 'none',
    read: (data) => ({ kind: 'amount', fen: moneyOutside(data).later }),
  },
  {
    name: '来源未分出期内的投资',
    group: '总数',
    summary: '只填了总投资的资金来源、没有填期前和期后部分用哪种资金的项目，其规划期投资中来源不明的部分',
    takes: 'none',
    read: (data) => ({ kind: 'amount', fen: openSourcesMoney(data) }),
  },
  {
    name: '投资',
    group: '分项',
    summary: '某类别、年度、来源、地点或其组合的投资',
    takes: 'subject',
    needsSubject: true,
    read: (data, subject) => {
      const fen = amountOf(data, subject);
      return fen === undefined ? NO_AMOUNT : { kind: 'amount', fen };
    },
  },
  {
    name: '占比',
    group: '分项',
    summary: '投资占比：大类、年度、来源、地点占总投资，小类占其大类；各项合计为100%',
    takes: 'subject',
    needsSubject: true,
    read: (data, subject) => share(data, subject, ({ fen }) => fen),
  },
  {
    name: '个数占比',
    group: '分项',
    summary: '项目个数占比，各项合计为100%',
    takes: 'subject',
    needsSubject: true,
    read: (data, subject) =>
      subject.source === undefined ? share(data, subject, ({ count }) => count ?? 0) : NO_COUNT,
  },
  {
    name: '类数',
    group: '总数',
    summary: '有项目的类别数（写明类别时为其下小类数）',
    takes: 'category',
    read: (data, subject) => ({
      kind: 'count',
      value: filledParts(breakDown(data, '分类', subject)).filter((part) => part.subject !== null).length,
      unit: '类',
    }),
  },
  {
    name: '地点数',
    group: '总数',
    summary: '有项目的乡镇（街道）数，市级为县数；全县、跨乡镇的项目不计',
    takes: 'none',
    read: (data) => projects(planFacts(data).places.length),
  },
  {
    name: '跨地点个数',
    group: '总数',
    summary: '全县、跨乡镇等不属于一个乡镇的项目个数',
    takes: 'none',
    read: (data) => projects(planFacts(data).wider.reduce((sum, { count }) => sum + count, 0)),
  },
  ...LIST_FIELDS,
  beneficiary('受益户数', 'households', '户次', '受益户数'),
  beneficiary('受益人数', 'people', '人次', '受益人数'),
  beneficiary('脱贫户数', 'poorHouseholds', '户次', '脱贫（监测）户数'),
  beneficiary('脱贫人数', 'poorPeople', '人次', '脱贫（监测）人数'),
  beneficiary('受益村数', 'villages', '个村次', '受益村数'),
  {
    name: '表',
    group: '图表编号',
    summary: '一张汇总表的编号',
    takes: 'reference',
    read: (_data, _subject, _items, [id]) => (id ? { kind: 'reference', id } : '没有写是哪张表'),
  },
  {
    name: '图',
    group: '图表编号',
    summary: '一张图的编号',
    takes: 'reference',
    read: (_data, _subject, _items, [id]) => (id ? { kind: 'reference', id } : '没有写是哪张图'),
  },
];

const BY_NAME = new Map(FIELDS.map((field) => [field.name, field]));

/** The value of a field, or a Chinese sentence that says why it has none. */
export function readField(data: PlanData, name: string, args: readonly string[]): FieldValue | string {
  const spec = BY_NAME.get(name);
  if (!spec) return `没有“${name}”这个数`;
  if (spec.takes === 'none' && args.length > 0) return `“${name}”后面不用写类别或年度`;
  if (spec.takes === 'none' || spec.takes === 'reference') return spec.read(data, {}, undefined, args);
  const last = args.at(-1);
  const items = spec.takes === 'items' && last !== undefined && /^\d{1,2}$/.test(last) ? Number(last) : undefined;
  const subject = readSubject(data, items === undefined ? args : args.slice(0, -1));
  if (typeof subject === 'string') return subject;
  if (spec.needsSubject && Object.keys(subject).length === 0) return `“${name}”后面要写明类别、年度、来源或地点`;
  if (spec.takes === 'category' && Object.keys(subject).some((key) => key !== 'category'))
    return `“${name}”只能按类别来写`;
  return spec.read(data, subject, items, args);
}
