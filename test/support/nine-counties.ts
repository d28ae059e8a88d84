// Nine counties of a city as they report: each with its own layout, unit and words for funds, each with an earlier and a
// later list. The same seed gives the same bytes.
import { sampleRegions } from '#seeds/regions.ts';
import type { Region } from '#shared/domain/reference.ts';
import { columnLetters } from '#shared/sheet/sheet.ts';
import { createRandom } from './make-bench-book.ts';
import { escapeXml, makeBook } from './make-sheets.ts';

export type CountyLayout =
  | 'headings'
  | 'class-column'
  | 'yuan'
  | 'old-funds'
  | 'county-column'
  | 'sheet-name'
  | 'file-name'
  | 'towns';

export interface ReportingCounty {
  code: string;
  name: string;
  towns: readonly string[];
  layout: CountyLayout;
}

/** In the order of 表2; the layouts say by what each is recognised. */
export const NINE_COUNTIES: readonly ReportingCounty[] = [
  { code: '530402', name: '红塔区', towns: ['研和街道', '春和街道', '洛河彝族乡'], layout: 'headings' },
  { code: '530403', name: '江川区', towns: ['大街街道', '江城镇', '前卫镇'], layout: 'yuan' },
  { code: '530481', name: '澄江市', towns: ['凤麓街道', '右所镇', '阳宗镇'], layout: 'class-column' },
  { code: '530423', name: '通海县', towns: ['秀山街道', '河西镇', '四街镇'], layout: 'old-funds' },
  { code: '530424', name: '华宁县', towns: ['宁州街道', '盘溪镇', '青龙镇'], layout: 'county-column' },
  { code: '530425', name: '易门县', towns: ['龙泉街道', '六街街道', '绿汁镇'], layout: 'sheet-name' },
  { code: '530426', name: '峨山县', towns: ['双江街道', '小街街道', '甸中镇'], layout: 'file-name' },
  { code: '530427', name: '新平县', towns: ['桂山街道', '戛洒镇', '漠沙镇'], layout: 'towns' },
  { code: '530428', name: '元江县', towns: ['澧江街道', '红河街道', '因远镇'], layout: 'headings' },
];

/** The sample's places with the towns that the counties name. */
export function cityRegions(): Region[] {
  const known = sampleRegions('530400');
  const names = new Set(known.map(({ name }) => name));
  return [
    ...known,
    ...NINE_COUNTIES.flatMap(({ code, towns }) =>
      towns
        .filter((name) => !names.has(name))
        .map((name): Region => ({ code: `${code}/${name}`, parent: code, name, aliases: [], level: 'town' })),
    ),
  ];
}

/** Classes of a county, and the class of the city that each counts as. */
export const CLASSES = [
  ['乡村特色产业帮扶', '种植业', '乡村特色产业帮扶'],
  ['乡村特色产业帮扶', '加工业', '乡村特色产业帮扶'],
  ['稳定就业帮扶', '公益性岗位就业', '稳定就业帮扶'],
  ['乡村基础设施建设', '村内道路硬化', '乡村基础设施建设'],
  ['乡村基础设施建设', '饮水安全巩固提升', '乡村基础设施建设'],
  ['乡村公共服务提升', '健康帮扶', '乡村公共服务提升'],
  ['乡村公共服务提升', '重点村建设', '重点村建设'],
  ['乡村公共服务提升', '集体经济先行示范村建设', '重点村建设'],
] as const;
const WORKS = ['蔬菜基地', '烘干房', '公益岗位', '道路硬化', '蓄水池', '卫生室', '重点村', '示范村'] as const;

export interface ReportedProject {
  name: string;
  kind: number;
  town: string;
  village: string;
  year: number;
  /** In 分; 财政 and 其他 add up to it. */
  totalFen: number;
  fiscalFen: number;
}

/** The list of a county; `version` 2 lacks a tenth of the first, has new projects and other amounts for some. */
export function countyProjects(county: ReportingCounty, version: 1 | 2, count = 24): ReportedProject[] {
  const random = createRandom(Number(county.code));
  const all = Array.from({ length: count + 3 }, (_, index): ReportedProject => {
    const kind = index % CLASSES.length;
    const totalFen = 1_000_000 * (5 + Math.floor(random() * 300)) + 100 * Math.floor(random() * 10_000);
    const town = county.towns[index % county.towns.length] ?? '';
    return {
      name: `${town.replace(/街道|镇|彝族乡/, '')}第${index + 1}片${WORKS[kind]}建设`,
      kind,
      town,
      village: `第${index + 1}村`,
      year: 2021 + (index % 5),
      totalFen,
      fiscalFen: Math.floor((totalFen * 0.4) / 100) * 100,
    };
  });
  if (version === 1) return all.slice(0, count);
  return all
    .filter((_, index) => index % 10 !== 4)
    .map((project, index) =>
      index % 7 === 2 ? { ...project, totalFen: project.totalFen + 12_345_600, fiscalFen: project.fiscalFen } : project,
    );
}

export interface CityTruth {
  /** 县 -> 个数, 总投资, 财政资金 in 分. */
  counties: Map<string, { count: number; totalFen: number; fiscalFen: number }>;
  /** `类|县` -> 分. */
  classes: Map<string, number>;
}

/** What 表2 and 表3 have to say of these lists. */
export function cityTruth(
  lists: readonly { county: ReportingCounty; projects: readonly ReportedProject[] }[],
): CityTruth {
  const truth: CityTruth = { counties: new Map(), classes: new Map() };
  for (const { county, projects } of lists) {
    const sum = (of: (one: ReportedProject) => number): number => projects.reduce((all, one) => all + of(one), 0);
    const figures = {
      count: projects.length,
      totalFen: sum((one) => one.totalFen),
      fiscalFen: sum((one) => one.fiscalFen),
    };
    truth.counties.set(county.name, figures);
    for (const { kind, totalFen } of projects) {
      const key = `${CLASSES[kind]?.[2]}|${county.name}`;
      truth.classes.set(key, (truth.classes.get(key) ?? 0) + totalFen);
    }
  }
  return truth;
}

type Cell = string | number | null;

/** The columns that lists of counties have besides: 45 columns in all. */
const WIDE = [
  ...['建设性质', '建设内容及规模', '责任单位', '联系电话', '受益户数', '受益人口数', '脱贫户数', '是否脱贫村'],
  ...['2021年', '2022年', '2023年', '2024年', '2025年'],
  ...Array.from({ length: 20 }, (_, index) => `第${index + 1}次拨付`),
  ...['绩效目标', '备注'],
];

function wideCells({ name, year, totalFen }: ReportedProject, amount: (fen: number) => number): Cell[] {
  return [
    ...[
      '新建',
      `在${name}新建道路、管网、水池等，配套相关附属设施，建成后产权归村集体所有`,
      '县农业农村局',
      '13887000000',
    ],
    ...[56, 210, 12, '是'],
    ...[2021, 2022, 2023, 2024, 2025].map((one) => (one === year ? amount(totalFen) : null)),
    ...Array.from({ length: 20 }, (_, index) => amount(Math.floor(totalFen / 2_000_000) * 100 * index)),
    ...['产业增收，受益户满意度95%以上', '无'],
  ];
}

/** The file that a county sends: its name and bytes. `day` is the day of filling in, as the sheet says it. */
export function countyFile(
  county: ReportingCounty,
  projects: readonly ReportedProject[],
  day: string,
  isWide = false,
): { name: string; bytes: Buffer } {
  const file = county.layout === 'file-name' ? `${county.name}上报表` : `上报${county.code.slice(4)}`;
  return { name: `${file}.xlsx`, bytes: makeBook({ sheets: [countySheet(county, projects, day, isWide)] }) };
}

/** The sheet of such a file. */
export function countySheet(
  county: ReportingCounty,
  projects: readonly ReportedProject[],
  day: string,
  isWide = false,
): { name: string; data: string } {
  const { layout, name } = county;
  const says = layout === 'headings' || layout === 'class-column' || layout === 'yuan' || layout === 'old-funds';
  const unit = layout === 'yuan' ? '元' : '万元';
  const [year, month, date] = day.split('-').map(Number);
  const filled = `填报日期：${year}年${month}月${date}日`;
  const rows: Cell[][] = [[`${says ? name : ''}衔接资金项目表`], [filled, null, null, null, null, `单位：${unit}`]];
  const amount = (fen: number): number => (layout === 'yuan' ? fen / 100 : fen / 1_000_000);
  const fiscal = layout === 'old-funds' ? '财政专项扶贫资金' : '财政衔接资金';
  const hasClassColumn = layout !== 'headings';
  const hasCountyColumn = layout === 'county-column';
  rows.push([
    '序号',
    ...(hasCountyColumn ? ['县（市、区）'] : []),
    '项目名称',
    ...(hasClassColumn ? ['项目类别'] : []),
    '乡镇',
    '村',
    '建设年限',
    '总投资',
    fiscal,
    '其他资金',
    ...(isWide ? WIDE : []),
  ]);
  const line = (project: ReportedProject, serial: number): Cell[] => [
    serial,
    ...(hasCountyColumn ? [name] : []),
    project.name,
    ...(hasClassColumn ? [(CLASSES[project.kind] ?? []).slice(0, 2).join('/')] : []),
    project.town,
    project.village,
    project.year,
    amount(project.totalFen),
    amount(project.fiscalFen),
    amount(project.totalFen - project.fiscalFen),
    ...(isWide ? wideCells(project, amount) : []),
  ];
  if (hasClassColumn) rows.push(...projects.map((project, index) => line(project, index + 1)));
  else rows.push(...underHeadings(projects, line));
  const sheet = layout === 'sheet-name' ? `${name}项目` : '项目表';
  return { name: sheet, data: rowsXml(rows) };
}

/** 一、 and （一） over the projects, as the annex of a plan has them. */
function underHeadings(
  projects: readonly ReportedProject[],
  line: (one: ReportedProject, serial: number) => Cell[],
): Cell[][] {
  const rows: Cell[][] = [];
  const tops = [...new Set(CLASSES.map(([top]) => top))];
  for (const [at, top] of tops.entries()) {
    rows.push([['一', '二', '三', '四'][at] ?? '', top]);
    const leaves = CLASSES.flatMap(([over, leaf], kind) => (over === top ? [{ leaf, kind }] : []));
    for (const [index, { leaf, kind }] of leaves.entries()) {
      rows.push([`（${['一', '二', '三'][index]}）`, leaf]);
      rows.push(...projects.filter((one) => one.kind === kind).map((one, serial) => line(one, serial + 1)));
    }
  }
  return rows;
}

function rowsXml(rows: readonly (readonly Cell[])[]): string {
  return rows
    .map((cells, row) => {
      const xml = cells.map((cell, column) => {
        const at = `${columnLetters(column + 1)}${row + 1}`;
        if (cell === null) return '';
        return typeof cell === 'number'
          ? `<c r="${at}"><v>${cell}</v></c>`
          : `<c r="${at}" t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`;
      });
      return `<row r="${row + 1}">${xml.join('')}</row>`;
    })
    .join('');
}
