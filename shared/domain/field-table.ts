// The field table (字段表): one row a field of a project. It feeds grid columns, import, export and print headers, checks
// and help, so that a column is added in one place. Header words of other offices stand in field-synonyms.ts.
// Source of names: handbook chapter 7; the annex order: handbook 2.4.
import { yearLabel } from './outside-years.ts';
import type { Project } from './project.ts';

export type FieldKind = 'text' | 'longText' | 'choice' | 'category' | 'place' | 'integer' | 'period' | 'amount';

/** Fields kept as one value of the project record. */
export type ValueFieldId = Exclude<
  keyof Project,
  'id' | 'position' | 'amounts' | 'startAt' | 'endAt' | 'regionCode' | 'originId' | 'originWorkbook' | 'own'
>;
/** Fields of the project's figures, the others are values of their own. */
const AMOUNT_FIELDS = ['total', 'source', 'year', 'before', 'later'] as const;
export type AmountFieldId = (typeof AMOUNT_FIELDS)[number];
/** 'own': each own column of the plan (own-columns.ts) is a column of it. */
export type FieldId = ValueFieldId | 'period' | AmountFieldId | 'own';

export function isAmountField(id: FieldId): id is AmountFieldId {
  return (AMOUNT_FIELDS as readonly string[]).includes(id);
}

export interface Field {
  id: FieldId;
  /** Header as printed. For `source` and `year` each fund source or year makes a column of its own. */
  label: string;
  /** Merged header above it. */
  group?: string;
  kind: FieldKind;
  /** Column width in characters of the spreadsheet's default font. */
  width: number;
  /** Part of the annex layout that is printed and exported; the others stand on the project card. */
  annex: boolean;
  /** Shown and printed only in a plan where a project states something there. */
  whenUsed?: true;
  choices?: readonly string[];
  /** One sentence for the header's tooltip. */
  help: string;
}

export const NATURES = ['新建', '续建', '改建', '扩建', '改扩建', '迁建', '维修改造', '其他'] as const;

export const FIELDS: readonly Field[] = [
  {
    id: 'code',
    label: '项目编号',
    kind: 'text',
    width: 14,
    annex: false,
    help: '项目库中的编号；再次导入时凭它找到同一个项目。',
  },
  {
    id: 'name',
    label: '项目类别及名称',
    kind: 'text',
    width: 34,
    annex: true,
    help: '项目全称，宜写明村组和建设事项。',
  },
  {
    id: 'categoryId',
    label: '规划类别',
    kind: 'category',
    width: 18,
    annex: false,
    help: '项目在规划中的类别，决定它列在哪一标题下、计入哪张表。',
  },
  {
    id: 'nature',
    label: '建设性质',
    kind: 'choice',
    width: 8,
    annex: true,
    choices: NATURES,
    help: '新建、续建、改扩建等。',
  },
  {
    id: 'town',
    label: '乡镇（街道）',
    group: '建设地点',
    kind: 'place',
    width: 12,
    annex: true,
    help: '建设地点所在的乡镇或街道。',
  },
  {
    id: 'village',
    label: '村（社区）',
    group: '建设地点',
    kind: 'place',
    width: 10,
    annex: true,
    help: '建设地点所在的村或社区。',
  },
  {
    id: 'content',
    label: '建设内容及规模',
    kind: 'longText',
    width: 42,
    annex: true,
    help: '建什么、建多少，写明数量和单位。',
  },
  {
    id: 'period',
    label: '建设年限',
    kind: 'period',
    width: 10,
    annex: true,
    help: '起止年份或年月，如 2021、2021-2024、2024年6月-12月。',
  },
  {
    id: 'total',
    label: '总投资',
    kind: 'amount',
    width: 12,
    annex: true,
    help: '项目总投资，应等于各资金来源之和，也等于分年度投资（含期前、期后）之和。',
  },
  {
    id: 'source',
    label: '资金来源',
    group: '资金来源',
    kind: 'amount',
    width: 12,
    annex: true,
    help: '按资金来源分列的投资。',
  },
  {
    id: 'before',
    label: yearLabel('before'),
    group: '分年度投资',
    kind: 'amount',
    width: 12,
    annex: true,
    whenUsed: true,
    help: '规划期开始以前累计完成的投资，计入总投资，不计入规划期投资。',
  },
  {
    id: 'year',
    label: '分年度投资',
    group: '分年度投资',
    kind: 'amount',
    width: 12,
    annex: true,
    help: '按年度分列的投资，应落在建设年限以内。',
  },
  {
    id: 'later',
    label: yearLabel('later'),
    group: '分年度投资',
    kind: 'amount',
    width: 12,
    annex: true,
    whenUsed: true,
    help: '规划期结束以后还要安排的投资，计入总投资，不计入规划期投资。',
  },
  {
    id: 'households',
    label: '户',
    group: '受益对象',
    kind: 'integer',
    width: 7,
    annex: true,
    help: '受益户数。',
  },
  {
    id: 'people',
    label: '人',
    group: '受益对象',
    kind: 'integer',
    width: 7,
    annex: true,
    help: '受益人数。',
  },
  {
    id: 'unit',
    label: '责任单位',
    kind: 'text',
    width: 18,
    annex: true,
    help: '对项目负责的单位。',
  },
  {
    id: 'own',
    label: '自定义栏目',
    kind: 'text',
    width: 12,
    annex: true,
    help: '本单位自己加的栏目，在“规划设置”里增减、改名、排序。',
  },
  {
    id: 'note',
    label: '备注',
    kind: 'text',
    width: 10,
    annex: true,
    help: '其他需要说明的事项。',
  },
  {
    id: 'department',
    label: '主管部门',
    kind: 'text',
    width: 16,
    annex: false,
    help: '行业主管部门。',
  },
  {
    id: 'implementer',
    label: '实施单位',
    kind: 'text',
    width: 16,
    annex: false,
    help: '具体组织实施的单位。',
  },
  {
    id: 'person',
    label: '责任人',
    kind: 'text',
    width: 10,
    annex: false,
    help: '项目责任人。',
  },
  {
    id: 'phone',
    label: '联系电话',
    kind: 'text',
    width: 12,
    annex: false,
    help: '责任人的联系电话。',
  },
  {
    id: 'poorHouseholds',
    label: '脱贫户及监测户',
    group: '受益对象',
    kind: 'integer',
    width: 10,
    annex: false,
    help: '受益户中的脱贫户和监测户。',
  },
  {
    id: 'poorPeople',
    label: '脱贫人口及监测对象',
    group: '受益对象',
    kind: 'integer',
    width: 12,
    annex: false,
    help: '受益人口中的脱贫人口和监测对象。',
  },
  {
    id: 'villages',
    label: '受益村数',
    group: '受益对象',
    kind: 'integer',
    width: 8,
    annex: false,
    help: '受益的村数。',
  },
  {
    id: 'nationalType',
    label: '项目类型',
    kind: 'text',
    width: 14,
    annex: false,
    help: '全国项目库的项目类型。',
  },
  {
    id: 'nationalSubtype',
    label: '项目子类型',
    kind: 'text',
    width: 14,
    annex: false,
    help: '全国项目库的项目子类型。',
  },
  {
    id: 'goal',
    label: '绩效目标',
    kind: 'longText',
    width: 24,
    annex: false,
    help: '预期达到的产出和效益。',
  },
  {
    id: 'linkage',
    label: '联农带农机制',
    kind: 'text',
    width: 18,
    annex: false,
    help: '如土地流转、就业务工、带动生产、收益分红。',
  },
  {
    id: 'participation',
    label: '群众参与',
    kind: 'text',
    width: 14,
    annex: false,
    help: '群众参与的方式。',
  },
  {
    id: 'subsidyStandard',
    label: '补助标准',
    kind: 'text',
    width: 12,
    annex: false,
    help: '补助标准，如 1600元/亩。',
  },
  {
    id: 'documentNumber',
    label: '文号',
    kind: 'text',
    width: 16,
    annex: false,
    help: '资金或批复文号。',
  },
];
