// What can stand in the rows and columns of a table: its members in printed order, and their words.

import { categoryHeading } from '../domain/categories.ts';
import { NATURES } from '../domain/field-table.ts';
import { yearLabel, yearNumber } from '../domain/outside-years.ts';
import { homeRegion, officesBeneath, planYears, topSources } from '../domain/reference.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { DimensionId, TableFilter } from '../records/table-design.ts';
import { shortRegionName } from './crosswalk.ts';
import { lineageReader } from './lineage.ts';
import { UNASSIGNED } from './plan-sums.ts';
import { OPEN, OVER } from './split-amounts.ts';
import { PLACE_SEPARATOR } from './traits.ts';

interface DimensionWords {
  /** In the list to choose from. */
  name: string;
  /** Over the first column. */
  head: string;
  /** Merged header over its columns. */
  group: string;
  /** Row or column of what has no place in it. */
  missing: string;
  /** Row of what the columns know and the rows do not (OPEN), where there is such a thing. */
  open?: string;
  /** Start of row and column keys. */
  prefix: string;
}

export const DIMENSIONS: Readonly<Record<DimensionId, DimensionWords>> = {
  class: { name: '规划类别（大类）', head: '项目类别', group: '其中', missing: '未分类', prefix: 'category' },
  category: { name: '规划类别（小类）', head: '项目类别', group: '其中', missing: '未分类', prefix: 'category' },
  county: { name: '县（市、区）', head: '县（市、区）', group: '其中', missing: '未分解地区', prefix: 'region' },
  town: { name: '乡镇（街道）', head: '乡镇（街道）', group: '其中', missing: '未填地点', prefix: 'town' },
  village: { name: '村（社区）', head: '村（社区）', group: '其中', missing: '未填村（社区）', prefix: 'village' },
  year: {
    name: '年度',
    head: '年份',
    group: '分年度投资',
    missing: '未分解年度',
    open: '其中：未分解到年度',
    prefix: 'year',
  },
  source: {
    name: '资金来源',
    head: '资金来源',
    group: '资金来源',
    missing: '未分解来源',
    open: '其中：未分解到来源',
    prefix: 'source',
  },
  unit: { name: '责任单位', head: '责任单位', group: '其中', missing: '未填责任单位', prefix: 'unit' },
  department: { name: '主管部门', head: '主管部门', group: '其中', missing: '未填主管部门', prefix: 'department' },
  implementer: { name: '实施单位', head: '实施单位', group: '其中', missing: '未填实施单位', prefix: 'implementer' },
  nature: { name: '建设性质', head: '建设性质', group: '其中', missing: '未填建设性质', prefix: 'nature' },
  nationalType: { name: '国家项目类型', head: '项目类型', group: '其中', missing: '未填项目类型', prefix: 'type' },
};

const OVER_LABEL = '减：多出部分';

/** Words of what is no member of the dimension; undefined for its members. */
function specialLabel(words: DimensionWords, key: string): string | undefined {
  if (key === UNASSIGNED) return words.missing;
  if (key === OVER) return OVER_LABEL;
  return key === OPEN ? words.open : undefined;
}

/** A dimension of one plan. */
export interface Dimension {
  id: DimensionId;
  words: DimensionWords;
  /** Members that exist whether or not a project is there, in printed order. */
  known(parent: string | null): readonly string[];
  /** Words in the first column; null for a row that would only repeat the heading above it. */
  rowLabel(key: string, parent: string | null): string | null;
  columnLabel(key: string): string;
  /** Places members that are not known in advance among those that are. */
  rank?: (key: string) => number;
}

/** The dimension as a plan has it; the filter leaves members out that cannot have projects. */
export function dimensionOf(id: DimensionId, data: PlanData, filter: TableFilter): Dimension {
  const words = DIMENSIONS[id];
  const plain = (known: readonly string[], label: (key: string) => string = (key) => key): Dimension => ({
    id,
    words,
    known: () => known,
    rowLabel: (key) => specialLabel(words, key) ?? label(key),
    columnLabel: (key) => specialLabel(words, key) ?? label(key),
  });
  const chosen = (keys: readonly string[], wanted: readonly string[] | undefined): readonly string[] =>
    wanted ? keys.filter((key) => wanted.includes(key)) : keys;
  const { reference, plan } = data;
  switch (id) {
    case 'class':
    case 'category':
      return categoryDimension(id, data, filter);
    case 'county': {
      const beneath = officesBeneath(data);
      const counties = beneath.length > 0 ? beneath : reference.regions.filter(({ code }) => code === homeRegion(data));
      const names = new Map(counties.map((region) => [region.code, shortRegionName(region)]));
      return plain(chosen([...names.keys()], filter.counties), (key) => names.get(key) ?? key);
    }
    case 'town': {
      const towns = reference.regions.filter(({ level }) => level === 'town').map(({ name }) => name);
      return plain(chosen([...new Set(towns)], filter.towns));
    }
    case 'village': {
      const short = (key: string): string => key.slice(key.indexOf(PLACE_SEPARATOR) + 1);
      const full = (key: string): string => key.replace(PLACE_SEPARATOR, '').replace(UNASSIGNED, '');
      return {
        ...plain([], full),
        rowLabel: (key, parent) =>
          key === UNASSIGNED ? words.missing : parent !== null && key.startsWith(parent) ? short(key) : full(key),
      };
    }
    case 'year':
      return {
        ...plain(chosen(planYears(plan).map(String), filter.years), (key) => yearLabel(key)),
        rank: yearNumber,
      };
    case 'source': {
      const names = new Map(topSources(reference).map((source) => [source.id, source.name]));
      return plain(chosen([...names.keys()], filter.sources), (key) => names.get(key) ?? key);
    }
    case 'nature':
      return plain(chosen(NATURES, filter.natures));
    default:
      return plain([]);
  }
}

function categoryDimension(id: 'class' | 'category', data: PlanData, filter: TableFilter): Dimension {
  const words = DIMENSIONS[id];
  const lineage = lineageReader(data.reference);
  const own = data.reference.categories.filter(({ scheme }) => scheme === data.plan.scheme);
  const byId = new Map(own.map((category) => [category.id, category]));
  const wanted = filter.categories;
  const isWanted = (key: string): boolean =>
    !wanted || wanted.some((chosen) => lineage(key).includes(chosen) || lineage(chosen).includes(key));
  const level = (depth: number): string[] =>
    own
      .filter((category) => lineage(category.id).length === depth && isWanted(category.id))
      .map((category) => category.id);
  const classes = level(1);
  const isSplit = (key: string): boolean => own.some(({ parent }) => parent === key);
  // A class without sub-classes stands for itself among them.
  const groups = classes.flatMap((top) =>
    isSplit(top) ? level(2).filter((key) => lineage(key).includes(top)) : [top],
  );
  const isDirect = (key: string): boolean => id === 'category' && classes.includes(key) && isSplit(key);
  const name = (key: string): string => byId.get(key)?.name ?? key;
  return {
    id,
    words,
    known: (parent) => {
      if (id === 'class') return classes;
      return parent === null ? groups : groups.filter((key) => key !== parent && lineage(key).includes(parent));
    },
    rowLabel: (key, parent) => {
      if (key === UNASSIGNED) return parent === UNASSIGNED ? null : words.missing;
      const category = byId.get(key);
      if (!category) return key;
      if (id === 'category' && key === parent) return isSplit(key) ? '未细分' : null;
      if (isDirect(key)) return `${name(key)}（未细分）`;
      return categoryHeading(category);
    },
    columnLabel: (key) => (key === UNASSIGNED ? words.missing : isDirect(key) ? `${name(key)}（未细分）` : name(key)),
  };
}
