// The plan's frame (规划设置): period and names, places, classes, fund sources, indicators. Seeds fill it; from then on it
// is edited, logged and undone like a project.
import { z } from 'zod';
import { keysOf, own } from '#shared/compare/fact.ts';
import type { Agency } from '#shared/domain/agencies.ts';
import { fundNameText } from '#shared/domain/fund-names.ts';
import type { OwnColumn } from '#shared/domain/own-columns.ts';
import {
  type Category,
  type CategoryMapping,
  type CategoryScheme,
  type FundName,
  type FundSource,
  type Indicator,
  type PlanInfo,
  REGION_LEVELS,
  type Region,
  SOURCE_SHOWN,
} from '#shared/domain/reference.ts';
import { inTreeOrder } from '#shared/frame/frame.ts';
import { type ColumnTable, columnStore } from '../kernel/column-store.ts';
import { type ChangedValue, type Kind, kind } from '../kernel/kind.ts';
import { factWords } from './fact-words.ts';
import { addFundNames, addLastYear, addPlanNames, addShown } from './frame-upgrades.ts';

/** One of a list with a place in it. */
export type Placed<T> = T & { position: number };

const text = z.string();
const words = z.array(text).readonly();
const year = z.number().int().nullable();

/** A kind that is a list in its own order; memory holds it without the places. */
function listKind<T extends object>(spec: {
  title: string;
  table: ColumnTable<Placed<T>>;
  schema: z.ZodType<T>;
  name: (image: T) => string;
  /** SQL steps of its table, where no migration makes it as it is. */
  tables?: readonly string[];
  upgrades?: Kind<Placed<T>, readonly T[]>['upgrades'];
  /** The list as memory holds it: each thing before what stands under it. */
  order?: (list: T[]) => T[];
}): Kind<Placed<T>, readonly T[]> {
  return kind({
    title: spec.title,
    tables: spec.tables ?? [],
    open: (db) => columnStore(db, spec.table),
    schema: z.intersection(spec.schema, z.object({ position: z.number() })) as z.ZodType<Placed<T>>,
    upgrades: spec.upgrades ?? [],
    isMergedByValue: true,
    slice(images) {
      const sorted = [...images.values()].sort((a, b) => a.position - b.position);
      const list = sorted.map(({ position: _, ...image }) => image as T);
      return spec.order ? spec.order(list) : list;
    },
    words: (before, after) => frameWords(spec.title, before, after, spec.name),
  });
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join('、');
  if (typeof value === 'object' && value !== null) return fundNameText(value as FundName);
  return String(value ?? '');
}

/** The fields of one thing of the frame that changed. */
function frameWords<T extends object>(
  title: string,
  before: T | null,
  after: T | null,
  name: (image: T) => string,
): ChangedValue[] {
  const one = after ?? before;
  if (one === null) return [];
  const columns = keysOf(after, before).map((key) => ({
    key,
    label: FIELD_WORDS[key] ?? key,
    text: (fact: T): string => shown(own(fact, key)),
  }));
  return factWords(before, after, { subject: `${title} ${name(one)}`, column: title, columns });
}

/** What the log calls the fields of the frame. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  id: '代码',
  number: '序号',
  name: '名称',
  aliases: '别名',
  parent: '上级',
  ordinal: '编号',
  position: '次序',
  level: '级别',
  code: '代码',
  title: '标题',
  shortName: '简称',
  midYear: '中期评估年',
  fundYear: '资金名称按年',
  names: '各年名称',
  firstYear: '开始年',
  lastYear: '结束年',
  scheme: '类别体系',
  regionCode: '地区代码',
  regionName: '地区',
  unit: '单位',
  baseYear: '基期年',
  baseValue: '基期值',
  targetYear: '目标年',
  targetValue: '目标值',
  attribute: '属性',
  group: '分组',
  from: '起始年',
  to: '终止年',
  successor: '职能划入',
  shown: '显示',
  printed: '印在附表中',
};

export const plan = kind<PlanInfo, PlanInfo>({
  title: '规划',
  tables: [],
  open(db) {
    // One row of the table of settings.
    const rows = columnStore<{ key: string; value: PlanInfo }>(db, {
      table: 'setting',
      columns: { key: 'key', value: 'value' },
      json: ['value'],
      key: ['key'],
      orderBy: 'key',
    });
    return {
      read: (id) => rows.read(id)?.value ?? null,
      write: (id, image) => rows.write(id, image === null ? null : { key: id, value: image }),
      insert: (id, image) => rows.insert(id, { key: id, value: image }),
      readAll: () => rows.readAll().map(([id, { value }]) => [id, value]),
    };
  },
  schema: z.object({
    regionCode: text,
    regionName: text,
    firstYear: z.number().int(),
    lastYear: z.number().int(),
    scheme: text,
    title: text,
    name: text,
    shortName: text,
    midYear: z.number().int(),
    fundYear: z.number().int().nullable(),
  }),
  upgrades: [addPlanNames],
  isMergedByValue: true,
  slice(images) {
    const found = images.get('plan');
    if (!found) throw new Error('workbook without a plan');
    return found;
  },
  words: (before, after) => frameWords('规划', before, after, ({ regionName }) => regionName),
});

export const region = listKind<Region>({
  title: '地区',
  table: {
    table: 'region',
    columns: { code: 'code', parent: 'parent', name: 'name', level: 'level', aliases: 'aliases', position: 'position' },
    json: ['aliases'],
    key: ['code'],
    orderBy: 'position',
  },
  schema: z.object({
    code: text,
    parent: text.nullable(),
    name: text,
    level: z.enum(REGION_LEVELS),
    aliases: words,
  }),
  name: ({ name }) => name,
});

export const scheme = listKind<CategoryScheme>({
  title: '类别体系',
  table: {
    table: 'category_scheme',
    columns: { id: 'id', name: 'name', position: 'position' },
    key: ['id'],
    orderBy: 'position',
  },
  schema: z.object({ id: text, name: text }),
  name: ({ name }) => name,
});

export const category = listKind<Category>({
  title: '规划类别',
  table: {
    table: 'category',
    columns: {
      id: 'id',
      scheme: 'scheme',
      parent: 'parent',
      ordinal: 'ordinal',
      name: 'name',
      aliases: 'aliases',
      lastYear: 'last_year',
      position: 'position',
    },
    json: ['aliases'],
    key: ['id'],
    orderBy: 'position',
  },
  schema: z.object({
    id: text,
    scheme: text,
    parent: text.nullable(),
    ordinal: text,
    name: text,
    aliases: words,
    lastYear: year,
  }),
  tables: ['ALTER TABLE category ADD COLUMN last_year INTEGER'],
  upgrades: [addLastYear],
  order: inTreeOrder,
  name: ({ name }) => name,
});

export const mapping = kind<CategoryMapping, readonly CategoryMapping[]>({
  title: '类别对应',
  tables: [],
  open: (db) =>
    columnStore<CategoryMapping>(db, {
      table: 'category_mapping',
      columns: { from: 'from_category', to: 'to_category' },
      key: ['from', 'to'],
      orderBy: 'from_category, to_category',
    }),
  schema: z.object({ from: text, to: text }),
  upgrades: [],
  isMergedByValue: false,
  slice: (images) => [...images.values()],
  words: (before, after) => frameWords('类别对应', before, after, ({ from, to }) => `${from} → ${to}`),
});

export const fundSource = listKind<FundSource>({
  title: '资金来源',
  table: {
    table: 'fund_source',
    columns: {
      id: 'id',
      parent: 'parent',
      name: 'name',
      aliases: 'aliases',
      names: 'names',
      shown: 'shown',
      position: 'position',
    },
    json: ['aliases', 'names'],
    key: ['id'],
    orderBy: 'position',
  },
  schema: z.object({
    id: text,
    parent: text.nullable(),
    name: text,
    aliases: words,
    names: z.array(z.object({ from: year, to: year, name: text })).readonly(),
    shown: z.enum(SOURCE_SHOWN),
  }),
  tables: ["ALTER TABLE fund_source ADD COLUMN shown TEXT NOT NULL DEFAULT 'always'"],
  upgrades: [addFundNames, addShown],
  order: inTreeOrder,
  name: ({ name }) => name,
});

export const agency = listKind<Agency>({
  title: '单位',
  table: {
    table: 'agency',
    columns: {
      id: 'id',
      name: 'name',
      aliases: 'aliases',
      from: 'first_year',
      to: 'last_year',
      successor: 'successor',
      position: 'position',
    },
    json: ['aliases'],
    key: ['id'],
    orderBy: 'position',
  },
  schema: z.object({ id: text, name: text, aliases: words, from: year, to: year, successor: text.nullable() }),
  tables: [
    `CREATE TABLE agency (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases)),
  first_year INTEGER,
  last_year INTEGER,
  successor TEXT,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID`,
  ],
  name: ({ name }) => name,
});

export const ownColumn = listKind<OwnColumn>({
  title: '自定义栏目',
  table: {
    table: 'own_column',
    columns: { id: 'id', name: 'name', aliases: 'aliases', printed: 'printed', position: 'position' },
    json: ['aliases', 'printed'],
    key: ['id'],
    orderBy: 'position',
  },
  schema: z.object({ id: text, name: text, aliases: words, printed: z.boolean() }),
  tables: [
    `CREATE TABLE own_column (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases)),
  printed TEXT NOT NULL DEFAULT 'true' CHECK (printed IN ('true', 'false')),
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID`,
  ],
  name: ({ name }) => name,
});

const indicatorSchema: z.ZodType<Indicator> = z.object({
  number: z.number().int(),
  group: text,
  name: text,
  unit: text.nullable(),
  baseYear: text.nullable(),
  baseValue: text.nullable(),
  targetYear: text,
  targetValue: text.nullable(),
  attribute: z.enum(['约束性', '预期性']),
});

export const indicator = kind<Indicator, readonly Indicator[]>({
  title: '指标',
  tables: [],
  open(db) {
    const rows = columnStore<{ number: number; body: Indicator }>(db, {
      table: 'indicator',
      columns: { number: 'number', body: 'body' },
      json: ['body'],
      key: ['number'],
      orderBy: 'number',
    });
    return {
      read: (id) => rows.read(id)?.body ?? null,
      write: (id, image) => rows.write(id, image === null ? null : { number: image.number, body: image }),
      insert: (id, image) => rows.insert(id, { number: image.number, body: image }),
      readAll: () => rows.readAll().map(([id, { body }]) => [id, body]),
    };
  },
  schema: indicatorSchema,
  upgrades: [],
  isMergedByValue: true,
  slice: (images) => [...images.values()].sort((a, b) => a.number - b.number),
  words: (before, after) => frameWords('指标', before, after, ({ name }) => name),
});
