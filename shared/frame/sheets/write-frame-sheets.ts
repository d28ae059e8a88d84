// The frame as sheets that people edit in Excel or WPS: 规划, 类别, 类别对应, 资金来源, 单位, 自定义栏目, 地区, 指标.
import { fundNameText } from '../../domain/fund-names.ts';
import { REGION_LEVELS, type SourceShown } from '../../domain/reference.ts';
import type { PlanIndicator } from '../../tables/indicators.ts';
import { type Frame, inTreeOrder, pathOf } from '../frame.ts';
import { type FrameSheet, NAME_SEPARATOR, PATH_SEPARATOR } from './frame-sheet.ts';
import { outlineCells } from './outline.ts';
import { PLAN_LINES } from './plan-lines.ts';

export const CLASS_LEVELS = ['一级', '二级', '三级', '四级', '五级'] as const;
export const PLACE_LEVELS = ['省', '市', '县', '乡镇', '村'] as const;
export const SHEET_NAMES = {
  plan: '规划',
  categories: '类别',
  mappings: '类别对应',
  fundSources: '资金来源',
  agencies: '单位',
  ownColumns: '自定义栏目',
  regions: '地区',
  indicators: '指标',
} as const;

/** How a fund's column is shown in lists. */
export const SHOWN_WORDS = { always: '总是', filled: '有数时', hidden: '不显示' } as const satisfies Record<
  SourceShown,
  string
>;

const CODE = { label: '代码', width: 26 };
const ALIASES = { label: '别名', width: 40 };
const INTO = { label: '并入', width: 24 };
const KEEP_CODES = '“代码”不要改，新增的行留空。';

export function frameSheets(frame: Frame, indicators: readonly PlanIndicator[]): FrameSheet[] {
  return [
    planSheet(frame),
    classSheet(frame),
    mappingSheet(frame),
    sourceSheet(frame),
    agencySheet(frame),
    ownColumnSheet(frame),
    placeSheet(frame),
    indicatorSheet(indicators),
  ];
}

function planSheet({ plan, schemes }: Frame): FrameSheet {
  return {
    name: SHEET_NAMES.plan,
    columns: [
      { label: '项目', width: 20 },
      { label: '内容', width: 60 },
      { label: '说明', width: 60 },
    ],
    rows: PLAN_LINES.map(({ label, help, show }) => [label, show(plan, schemes), help]),
    note: '只改“内容”一列。',
  };
}

function classSheet({ schemes, categories }: Frame): FrameSheet {
  const byId = new Map(categories.map((one) => [one.id, one]));
  const rows = schemes.flatMap((scheme) =>
    inTreeOrder(categories.filter((one) => one.scheme === scheme.id)).map((one) => [
      one.id,
      scheme.name,
      ...outlineCells(one.name, pathOf(byId, one.id).length - 1, CLASS_LEVELS.length),
      one.ordinal,
      one.lastYear === null ? '' : String(one.lastYear),
      one.aliases.join(NAME_SEPARATOR),
      '',
    ]),
  );
  return {
    name: SHEET_NAMES.categories,
    columns: [
      CODE,
      { label: '类别体系', width: 24 },
      ...CLASS_LEVELS.map((label) => ({ label, width: 22 })),
      { label: '编号', width: 8 },
      { label: '使用到', width: 8 },
      ALIASES,
      INTO,
    ],
    rows,
    note: `${KEEP_CODES}改名后原名自动记作别名；别名之间用“；”隔开。“使用到”写这个类别最后用到哪一年，以后年份的项目还列在其中的会提示。删去的类别若还有项目，请不要删行，而在“并入”中写它并入的类别。`,
  };
}

function mappingSheet({ schemes, categories, mappings }: Frame): FrameSheet {
  const byId = new Map(categories.map((one) => [one.id, one]));
  const schemeName = (id: string): string => {
    const scheme = byId.get(id)?.scheme;
    return schemes.find((one) => one.id === scheme)?.name ?? '';
  };
  const path = (id: string): string => pathOf(byId, id).join(PATH_SEPARATOR);
  return {
    name: SHEET_NAMES.mappings,
    columns: [
      { label: '类别体系', width: 26 },
      { label: '类别', width: 48 },
      { label: '对应体系', width: 26 },
      { label: '对应类别', width: 48 },
    ],
    rows: mappings.map(({ from, to }) => [schemeName(from), path(from), schemeName(to), path(to)]),
    note: '一个类别在另一个体系中算作哪一类；没有写的随它的上级。上下级之间用“›”隔开。',
  };
}

function sourceSheet({ fundSources }: Frame): FrameSheet {
  const nameOf = new Map(fundSources.map((one) => [one.id, one.name]));
  return {
    name: SHEET_NAMES.fundSources,
    columns: [
      CODE,
      { label: '资金来源', width: 26 },
      { label: '上级', width: 22 },
      { label: '各年名称', width: 60 },
      { label: '显示', width: 10 },
      ALIASES,
      INTO,
    ],
    rows: inTreeOrder(fundSources).map((one) => [
      one.id,
      one.name,
      one.parent === null ? '' : (nameOf.get(one.parent) ?? one.parent),
      one.names.map(fundNameText).join(NAME_SEPARATOR),
      one.parent === null ? SHOWN_WORDS[one.shown] : '',
      one.aliases.join(NAME_SEPARATOR),
      '',
    ]),
    note: `${KEEP_CODES}“各年名称”写作“2020年及以前 甲；2021—2025年 乙；2026年起 丙”，年份不能重叠。“显示”写总是、有数时或不显示：项目表、附表有没有这一列；有金额的列不会藏起来。`,
  };
}

function agencySheet({ agencies }: Frame): FrameSheet {
  const nameOf = new Map(agencies.map((one) => [one.id, one.name]));
  const year = (value: number | null): string => (value === null ? '' : String(value));
  return {
    name: SHEET_NAMES.agencies,
    columns: [
      CODE,
      { label: '单位', width: 30 },
      { label: '起始年', width: 10 },
      { label: '终止年', width: 10 },
      { label: '职能划入', width: 30 },
      ALIASES,
      INTO,
    ],
    rows: agencies.map((one) => [
      one.id,
      one.name,
      year(one.from),
      year(one.to),
      one.successor === null ? '' : (nameOf.get(one.successor) ?? one.successor),
      one.aliases.join(NAME_SEPARATOR),
      '',
    ]),
    note: `${KEEP_CODES}名称前不必写县名，“区农业农村局”“某某区农业农村局”都认得；撤销、改组的单位写终止年，“职能划入”写由哪个单位接着管。`,
  };
}

function ownColumnSheet({ ownColumns }: Frame): FrameSheet {
  return {
    name: SHEET_NAMES.ownColumns,
    columns: [CODE, { label: '自定义栏目', width: 24 }, { label: '印在附表中', width: 12 }, ALIASES],
    rows: ownColumns.map(({ id, name, printed, aliases }) => [
      id,
      name,
      printed ? '是' : '否',
      aliases.join(NAME_SEPARATOR),
    ]),
    note: `${KEEP_CODES}各行的次序就是各栏的次序；删去一行，项目里这一栏的内容也一并删去（可撤销）。`,
  };
}

function placeSheet({ regions }: Frame): FrameSheet {
  return {
    name: SHEET_NAMES.regions,
    columns: [CODE, ...PLACE_LEVELS.map((label) => ({ label, width: 20 })), ALIASES, INTO],
    rows: inTreeOrder(regions).map((one) => [
      one.code,
      ...outlineCells(one.name, REGION_LEVELS.indexOf(one.level), REGION_LEVELS.length),
      one.aliases.join(NAME_SEPARATOR),
      '',
    ]),
    note: `${KEEP_CODES}撤并的乡镇、村在“并入”中写它并入的地方，项目里的写法照旧认得。`,
  };
}

function indicatorSheet(indicators: readonly PlanIndicator[]): FrameSheet {
  return {
    name: SHEET_NAMES.indicators,
    columns: [
      CODE,
      { label: '分组', width: 26 },
      { label: '指标', width: 44 },
      { label: '单位', width: 10 },
      { label: '基期年', width: 10 },
      { label: '基期值', width: 14 },
      { label: '目标年', width: 10 },
      { label: '目标值', width: 16 },
      { label: '属性', width: 10 },
    ],
    rows: indicators.map((one) => [
      one.id,
      one.group,
      one.name,
      one.unit ?? '',
      one.baseYear ?? '',
      one.baseValue ?? '',
      one.targetYear,
      one.targetValue ?? '',
      one.attribute,
    ]),
    note: `${KEEP_CODES}值可以是数，也可以是“≥10”“应兜尽兜”；“属性”为约束性或预期性。`,
  };
}
