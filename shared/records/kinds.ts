// The kinds of record a workbook keeps besides projects and claims. A new kind is one entry here: storage, log, undo
// and the calls records.list and records.save follow.
import { z } from 'zod';
import { officeName } from '../domain/office.ts';
import { distinctPairSchema } from './distinct-pair.ts';
import { evaluationRecord } from './evaluation.ts';
import { officeKeyRecord, officeSchema, reportingDeadline } from './exchange.ts';
import { explanationSchema } from './explanation.ts';
import { goalRecord } from './goal.ts';
import { holidaysRecord } from './holidays.ts';
import { indicatorRecord, indicatorValueRecord } from './indicator.ts';
import { basisRecord, linkageRecord, listedPlaceRecord, taskRecord, villageRecord } from './lists.ts';
import { ownRuleSchema } from './own-rule.ts';
import { chapterSchema, paragraphSchema } from './paragraph.ts';
import { PLAN_MONEY_WORDS, planMoneyRecord } from './plan-money.ts';
import { printedTableSchema } from './printed-table.ts';
import { ruleRecordSchema } from './rule-settings.ts';
import { tableDesign, tableNote } from './table-design.ts';
import { todoSettings } from './todo-settings.ts';

interface RecordKindSpec<S extends z.ZodType> {
  schema: S;
  /** What the log calls it. */
  name: string;
  /** What the log calls this one. */
  title: (value: z.output<S>) => string;
}

function kind<S extends z.ZodType>(spec: RecordKindSpec<S>): RecordKindSpec<S> {
  return spec;
}

export const RECORD_KINDS = {
  evaluation: kind({
    schema: evaluationRecord,
    name: '规划评估',
    title: ({ kind, asOf }) => `${kind} 截至 ${asOf}`,
  }),
  explanation: kind({ schema: explanationSchema, name: '属实说明', title: ({ text }) => text }),
  goal: kind({
    schema: goalRecord,
    name: '绩效目标',
    title: ({ year, annualGoal }) => `${year}年 ${annualGoal.slice(0, 30)}`,
  }),
  holidays: kind({ schema: holidaysRecord, name: '节假日表', title: ({ year }) => `${year}年` }),
  indicator: kind({ schema: indicatorRecord, name: '指标', title: ({ name }) => name }),
  'indicator-value': kind({
    schema: indicatorValueRecord,
    name: '指标实际值',
    title: ({ year, text }) => `${year}年 ${text}`,
  }),
  'own-table': kind({ schema: tableDesign, name: '自定义汇总表', title: ({ title }) => title }),
  'table-note': kind({ schema: tableNote, name: '汇总表的注', title: ({ note }) => note }),
  chapter: kind({ schema: chapterSchema, name: '文稿的章', title: ({ title }) => title }),
  paragraph: kind({ schema: paragraphSchema, name: '文稿段落', title: ({ title }) => title }),
  'plan-money': kind({ schema: planMoneyRecord, name: '金额口径', title: ({ money }) => PLAN_MONEY_WORDS[money] }),
  'printed-table': kind({
    schema: printedTableSchema,
    name: '印发表',
    title: ({ table }) => `${table.document} ${table.id}`,
  }),
  'rule-settings': kind({ schema: ruleRecordSchema, name: '审核规则设置', title: ({ rule }) => rule }),
  'todo-settings': kind({ schema: todoSettings, name: '待办设置', title: ({ leadDays }) => `提前 ${leadDays} 天` }),
  'own-rule': kind({ schema: ownRuleSchema, name: '自定义规则', title: ({ name }) => name }),
  'distinct-pair': kind({
    schema: distinctPairSchema,
    name: '不是重复',
    title: ({ names }) => names.join('”和“'),
  }),
  office: kind({ schema: officeSchema, name: '本单位', title: officeName }),
  'office-key': kind({ schema: officeKeyRecord, name: '单位的签名公钥', title: ({ office }) => officeName(office) }),
  'reporting-deadline': kind({
    schema: reportingDeadline,
    name: '上报期限',
    title: ({ kind, deadline }) => `${kind} ${deadline}`,
  }),
  task: kind({ schema: taskRecord, name: '任务', title: ({ text }) => text.slice(0, 30) }),
  'village-year': kind({
    schema: villageRecord,
    name: '村情',
    title: ({ town, village, year }) => `${town}${village} ${year}年`,
  }),
  'listed-place': kind({
    schema: listedPlaceRecord,
    name: '名单',
    title: ({ list, town, village, place }) => `${list} ${town}${village}${place}`,
  }),
  linkage: kind({ schema: linkageRecord, name: '联农带农', title: ({ entity, ways }) => `${entity} ${ways}`.trim() }),
  'basis-document': kind({
    schema: basisRecord,
    name: '依据文件',
    title: ({ number, title }) => `${number} ${title}`.trim(),
  }),
} as const;

export type RecordKind = keyof typeof RECORD_KINDS;
export type RecordValue<K extends RecordKind> = z.output<(typeof RECORD_KINDS)[K]['schema']>;

export const recordKind = z.enum(Object.keys(RECORD_KINDS) as [RecordKind, ...RecordKind[]]);

/** A record in words: 属实说明“…”. */
export function recordTitle(image: { kind: RecordKind; value: unknown }): string {
  const spec = RECORD_KINDS[image.kind] as { name: string; title: (value: unknown) => string };
  return `${spec.name}“${spec.title(image.value)}”`;
}
