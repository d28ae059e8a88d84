// The field table (字段表): one row a field of a project. It feeds grid columns, import synonyms, export and
// print headers, checks and help, so that a column is added in one place. Source of names and synonyms:
// handbook chapter 7; the annex order: handbook 2.4.
import type { Project } from './project.ts';
import { type PlanInfo, planYears, type ReferenceData, topSources } from './reference.ts';

export type FieldKind = 'text' | 'longText' | 'choice' | 'category' | 'place' | 'integer' | 'period' | 'amount';

/** Fields kept as one value of the project record. */
export type ValueFieldId = Exclude<keyof Project, 'id' | 'position' | 'amounts' | 'startAt' | 'endAt' | 'regionCode'>;
export type FieldId = ValueFieldId | 'period' | 'total' | 'source' | 'year';

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
  choices?: readonly string[];
  /** Header words under which offices send it; compared without spaces, units and punctuation. */
  synonyms: readonly string[];
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
    synonyms: ['项目编码', '项目代码', '项目库编号'],
    help: '项目库中的编号；再次导入时凭它找到同一个项目。',
  },
  {
    id: 'name',
    label: '项目类别及名称',
    kind: 'text',
    width: 34,
    annex: true,
    synonyms: ['项目名称', '项目名', '建设项目名称', '示范村名称', '项目类别及项目名称', '工程名称'],
    help: '项目全称，宜写明村组和建设事项。',
  },
  {
    id: 'categoryId',
    label: '规划类别',
    kind: 'category',
    width: 18,
    annex: false,
    synonyms: ['项目类别', '类别', '工程类别', '八大工程', '规划类型'],
    help: '项目在规划中的类别，决定它列在哪一标题下、计入哪张表。',
  },
  {
    id: 'nature',
    label: '建设性质',
    kind: 'choice',
    width: 8,
    annex: true,
    choices: NATURES,
    synonyms: ['性质', '项目性质'],
    help: '新建、续建、改扩建等。',
  },
  {
    id: 'town',
    label: '乡镇（街道）',
    group: '建设地点',
    kind: 'place',
    width: 12,
    annex: true,
    synonyms: [
      '乡镇',
      '镇街',
      '街道',
      '镇/办',
      '建设地点',
      '实施地点',
      '项目地点',
      '项目建设地址',
      '实施镇村',
      '乡（镇）',
      '乡镇街道',
      '地点',
    ],
    help: '建设地点所在的乡镇或街道。',
  },
  {
    id: 'village',
    label: '村（社区）',
    group: '建设地点',
    kind: 'place',
    width: 10,
    annex: true,
    synonyms: ['村', '村/社区', '行政村', '社区', '建设村'],
    help: '建设地点所在的村或社区。',
  },
  {
    id: 'content',
    label: '建设内容及规模',
    kind: 'longText',
    width: 42,
    annex: true,
    synonyms: [
      '建设内容',
      '建设任务',
      '项目内容',
      '项目建设内容',
      '建设规模及内容',
      '项目摘要',
      '建设任务(建设内容及规模)',
      '项目内容及建设规模(项目摘要)',
      '主要建设内容',
      '建设规模',
    ],
    help: '建什么、建多少，写明数量和单位。',
  },
  {
    id: 'period',
    label: '建设年限',
    kind: 'period',
    width: 10,
    annex: true,
    synonyms: [
      '建设期限',
      '实施期限',
      '起止时间',
      '时间进度',
      '实施年度',
      '规划年度',
      '年度',
      '建设年限（起止）',
      '实施期限(年/月-年/月)',
      '建设时间',
      '开始时间',
      '完工时间',
      '开工时间',
      '计划开工时间',
      '计划完工时间',
    ],
    help: '起止年份或年月，如 2021、2021-2024、2024年6月-12月。',
  },
  {
    id: 'total',
    label: '总投资',
    kind: 'amount',
    width: 12,
    annex: true,
    synonyms: [
      '计划投入资金',
      '项目预算总投资',
      '投资规模',
      '资金规模',
      '金额',
      '投资',
      '计划总投资',
      '本次分配金额',
      '提前下达金额',
      '申报资金',
      '补助金额',
      '总投资额',
      '投资估算',
      '资金规模和筹资方式',
      '合计',
      '项目金额',
      '计划投资',
      '估算总投资',
      '总计',
    ],
    help: '项目总投资，应等于各资金来源之和，也等于分年度投资之和。',
  },
  {
    id: 'source',
    label: '资金来源',
    group: '资金来源',
    kind: 'amount',
    width: 12,
    annex: true,
    synonyms: ['其中', '筹资方式', '资金来源及筹资方式'],
    help: '按资金来源分列的投资。',
  },
  {
    id: 'year',
    label: '分年度投资',
    group: '分年度投资',
    kind: 'amount',
    width: 12,
    annex: true,
    synonyms: ['年度投资安排', '年度投资', '分年投资', '投资计划'],
    help: '按年度分列的投资，应落在建设年限以内。',
  },
  {
    id: 'households',
    label: '户',
    group: '受益对象',
    kind: 'integer',
    width: 7,
    annex: true,
    synonyms: ['受益户数', '户数', '户数(户)', '受益户', '受益农户'],
    help: '受益户数。',
  },
  {
    id: 'people',
    label: '人',
    group: '受益对象',
    kind: 'integer',
    width: 7,
    annex: true,
    synonyms: ['受益人口数', '受益人口', '人数', '人数(人)', '受益人数', '受益总人口'],
    help: '受益人数。',
  },
  {
    id: 'unit',
    label: '责任单位',
    kind: 'text',
    width: 18,
    annex: true,
    synonyms: ['单位名称', '单位', '项目归口单位', '责任部门', '牵头单位', '项目责任单位'],
    help: '对项目负责的单位。',
  },
  {
    id: 'note',
    label: '备注',
    kind: 'text',
    width: 10,
    annex: true,
    synonyms: ['说明', '备 注'],
    help: '其他需要说明的事项。',
  },
  {
    id: 'department',
    label: '主管部门',
    kind: 'text',
    width: 16,
    annex: false,
    synonyms: ['部门', '行业主管部门', '归口部门', '业务主管部门'],
    help: '行业主管部门。',
  },
  {
    id: 'implementer',
    label: '实施单位',
    kind: 'text',
    width: 16,
    annex: false,
    synonyms: ['建设单位', '承建单位', '业主单位', '实施主体', '项目实施单位'],
    help: '具体组织实施的单位。',
  },
  {
    id: 'person',
    label: '责任人',
    kind: 'text',
    width: 10,
    annex: false,
    synonyms: ['项目负责人', '负责人', '项目责任人', '项目负责人及电话'],
    help: '项目责任人。',
  },
  {
    id: 'phone',
    label: '联系电话',
    kind: 'text',
    width: 12,
    annex: false,
    synonyms: ['电话', '手机', '联系方式'],
    help: '责任人的联系电话。',
  },
  {
    id: 'poorHouseholds',
    label: '脱贫户及监测户',
    group: '受益对象',
    kind: 'integer',
    width: 10,
    annex: false,
    synonyms: ['脱贫户数', '受益脱贫户', '直接受益脱贫户', '脱贫(监测)户'],
    help: '受益户中的脱贫户和监测户。',
  },
  {
    id: 'poorPeople',
    label: '脱贫人口及监测对象',
    group: '受益对象',
    kind: 'integer',
    width: 12,
    annex: false,
    synonyms: ['直接受益脱贫人口', '脱贫人口', '受益脱贫人口', '脱贫(监测)人口'],
    help: '受益人口中的脱贫人口和监测对象。',
  },
  {
    id: 'villages',
    label: '受益村数',
    group: '受益对象',
    kind: 'integer',
    width: 8,
    annex: false,
    synonyms: ['受益村', '受益村（个）', '村数'],
    help: '受益的村数。',
  },
  {
    id: 'nationalType',
    label: '项目类型',
    kind: 'text',
    width: 14,
    annex: false,
    synonyms: ['二级项目类型', '国家项目库类型', '项目大类'],
    help: '全国项目库的项目类型。',
  },
  {
    id: 'nationalSubtype',
    label: '项目子类型',
    kind: 'text',
    width: 14,
    annex: false,
    synonyms: ['三级项目类型', '子类型'],
    help: '全国项目库的项目子类型。',
  },
  {
    id: 'goal',
    label: '绩效目标',
    kind: 'longText',
    width: 24,
    annex: false,
    synonyms: ['预期绩效目标', '绩效目标任务', '任务清单', '预期效益'],
    help: '预期达到的产出和效益。',
  },
  {
    id: 'linkage',
    label: '联农带农机制',
    kind: 'text',
    width: 18,
    annex: false,
    synonyms: ['联农带农富农利益联结机制', '利益联结机制', '带贫减贫机制', '帮扶机制', '群众参与和联农带农机制'],
    help: '如土地流转、就业务工、带动生产、收益分红。',
  },
  {
    id: 'participation',
    label: '群众参与',
    kind: 'text',
    width: 14,
    annex: false,
    synonyms: ['群众参与情况', '群众参与方式'],
    help: '群众参与的方式。',
  },
  {
    id: 'subsidyStandard',
    label: '补助标准',
    kind: 'text',
    width: 12,
    annex: false,
    synonyms: ['补贴标准', '奖补标准'],
    help: '补助标准，如 1600元/亩。',
  },
  {
    id: 'documentNumber',
    label: '文号',
    kind: 'text',
    width: 16,
    annex: false,
    synonyms: ['项目文号', '下达文号', '资金文号', '批复文号', '计划文号'],
    help: '资金或批复文号。',
  },
];

/** The field of an id; every id of the type has one. */
export function fieldOf(id: FieldId): Field {
  const field = FIELDS.find((candidate) => candidate.id === id);
  if (!field) throw new Error(`unknown field ${id}`);
  return field;
}

/** A column of the project list: a field, or one fund source or year of it. */
export interface Column {
  /** 'name', 'total', 'source:fiscal', 'year:2021': names the column in edits, findings and provenance. */
  key: string;
  field: Field;
  label: string;
  group?: string;
  kind: FieldKind;
  width: number;
  /** Set on a column of 资金来源. */
  source?: string;
  /** Set on a column of 分年度投资. */
  year?: number;
}

/** All columns of a plan in the order of the field table, fund sources and years spread out. */
export function columnsOf(
  plan: Pick<PlanInfo, 'firstYear' | 'lastYear'>,
  reference: Pick<ReferenceData, 'fundSources'>,
): Column[] {
  return FIELDS.flatMap((field): Column[] => {
    const base = { field, kind: field.kind, width: field.width, ...(field.group ? { group: field.group } : {}) };
    if (field.id === 'source') {
      return topSources(reference).map((source) => ({
        ...base,
        key: `source:${source.id}`,
        label: source.name,
        source: source.id,
      }));
    }
    if (field.id === 'year') {
      return planYears(plan).map((year) => ({ ...base, key: `year:${year}`, label: `${year}年`, year }));
    }
    return [{ ...base, key: field.id, label: field.label }];
  });
}

/** The columns of the annex layout (附表), in printed order; 序号 stands before them and is not stored. */
export function annexColumns(
  plan: Pick<PlanInfo, 'firstYear' | 'lastYear'>,
  reference: Pick<ReferenceData, 'fundSources'>,
): Column[] {
  return columnsOf(plan, reference).filter((column) => column.field.annex);
}
