// The lists that offices keep beside the project list (SPECS K1, K3, K4, K5, L1): tasks, villages by year, places by list,
// 联农带农 and documents. Numbers and units only, never persons.
import { z } from 'zod';
import { type Fen, toFen } from '../values/money.ts';

const text = z.string().default('');
const count = z.number().int().min(0).nullable().default(null);
const year = z.number().int().min(1990).max(2100);
const fen = z
  .number()
  .int()
  .transform((value): Fen => toFen(value))
  .nullable()
  .default(null);

export const TASK_STATES = ['未启动', '推进中', '滞后', '已完成'] as const;
export const VILLAGE_KINDS = ['集聚提升', '城郊融合', '特色保护', '搬迁撤并', '暂不明确'] as const;
export const LIST_LEVELS = ['国家级', '省级', '市级', '县级'] as const;
export const LIST_STATES = ['申报', '创建中', '已认定', '已建成', '退出'] as const;
export const ENTITY_KINDS = ['龙头企业', '合作社', '家庭农场', '村集体', '其他'] as const;

/** 任务分解及责任表: one task, with who answers for it and how far it is. */
export const taskRecord = z.object({
  /** The chapter or paper that it comes from. */
  source: text,
  text: z.string().trim().min(1, '请填写任务'),
  /** What is measured, its target and the unit; a target that is no number stands in `goal` as written. */
  measure: text,
  goal: text,
  unit: text,
  /** 年度目标, by year. */
  targets: z.record(z.string(), z.string()).default({}),
  lead: text,
  partners: text,
  due: text,
  progress: text,
  state: z.enum(TASK_STATES).nullable().default(null),
  note: text,
  /** The indicator of 表1 that it was made from. */
  indicatorId: z.string().nullable().default(null),
});
export type Task = z.output<typeof taskRecord>;

/** 村情基础表: the numbers of a village in a year. */
export const villageRecord = z.object({
  town: text,
  village: z.string().trim().min(1, '请填写村（社区）'),
  year,
  households: count,
  people: count,
  poorHouseholds: count,
  poorPeople: count,
  watchHouseholds: count,
  watchPeople: count,
  watchCleared: count,
  incomeFen: fen,
  villageKind: z.enum(VILLAGE_KINDS).nullable().default(null),
  isKey: z.boolean().nullable().default(null),
  note: text,
});
export type VillageYear = z.output<typeof villageRecord>;

/** A place on a list: 重点村, 示范村, 安置点. */
export const listedPlaceRecord = z.object({
  list: z.string().trim().min(1, '请填写名单'),
  level: z.enum(LIST_LEVELS).nullable().default(null),
  town: text,
  village: text,
  /** 安置点, 自然村. */
  place: text,
  year: year.nullable().default(null),
  state: z.enum(LIST_STATES).nullable().default(null),
  document: text,
  note: text,
});
export type ListedPlace = z.output<typeof listedPlaceRecord>;

/** 联农带农: who takes farmers along in a project, how, and what came of it. */
export const linkageRecord = z.object({
  projectId: z.string(),
  entity: text,
  entityKind: z.enum(ENTITY_KINDS).nullable().default(null),
  /** 土地流转、就业务工. */
  ways: text,
  term: text,
  households: count,
  poorHouseholds: count,
  /** Of a household in a year. */
  gainFen: fen,
  /** Of the village in a year. */
  incomeFen: fen,
  paid: text,
  note: text,
});
export type Linkage = z.output<typeof linkageRecord>;

/** 依据文件. */
export const basisRecord = z.object({
  number: text,
  title: z.string().trim().min(1, '请填写文件名称'),
  date: z.iso.date().nullable().default(null),
  issuer: text,
  file: text,
  note: text,
});
export type BasisDocument = z.output<typeof basisRecord>;
