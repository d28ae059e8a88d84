// The tables that 红塔区 printed in its plan, figures exactly as printed (handbook 1.1), mistakes included:
// they are claims to be checked, not truth.
import {
  amountFigure,
  countFigure,
  type PublishedFigure,
  type PublishedGrid,
  type PublishedNode,
  type PublishedText,
  type PublishedTree,
} from '#shared/domain/published-table.ts';

const DOCUMENT = '红塔区规划（2021—2025年）';

/** An amount known to be good. */
export function amount(raw: string): PublishedFigure {
  const figure = amountFigure(raw);
  if (!figure) throw new RangeError(`not an amount: ${raw}`);
  return figure;
}

/** A count known to be good. */
export function count(raw: number): PublishedFigure {
  const figure = countFigure(String(raw));
  if (!figure) throw new RangeError(`not a count: ${raw}`);
  return figure;
}

type Printed = readonly [ordinal: string, name: string, count: number, total: string];

function leaf([ordinal, name, projects, total]: Printed, texts: readonly PublishedText[] = []): PublishedNode {
  return { ordinal, name, table: null, count: count(projects), total: amount(total), texts, children: [] };
}

function heading(
  table: string,
  [ordinal, name, projects, total]: Printed,
  children: readonly PublishedNode[],
  texts: readonly PublishedText[] = [],
): PublishedNode {
  return { ordinal, name, table, count: count(projects), total: amount(total), texts, children };
}

function says(place: string, label: string, kind: PublishedText['kind'], raw: string): PublishedText {
  return { place, label, kind, figure: kind === 'count' ? count(Number(raw)) : amount(raw) };
}

/** 表4-1 to 表4-6 as one tree. */
export const HONGTA_CLASSES: PublishedTree = {
  kind: 'tree',
  document: DOCUMENT,
  id: '表4',
  count: count(514),
  total: amount('664569.38'),
  nodes: [
    heading(
      '表4-1',
      ['一', '乡村特色产业帮扶', 60, '137640.5'],
      [
        leaf(['（一）', '种植业', 20, '4363.52']),
        leaf(['（二）', '养殖业', 9, '1324']),
        leaf(['（三）', '加工业', 3, '629.2']),
        leaf(['（四）', '服务业', 19, '129600']),
        leaf(['（五）', '小额信贷贴息', 5, '543.75']),
        leaf(['（六）', '消费帮扶设施', 4, '1180']),
      ],
      [says('第五章', '总投资', 'amount', '137640.47')],
    ),
    heading(
      '表4-2',
      ['二', '稳定就业帮扶', 15, '856.75'],
      [
        leaf(['（一）', '公益性岗位就业', 5, '330']),
        leaf(['（二）', '劳动力转移就业', 5, '19.65']),
        leaf(['（三）', '就业创业培训', 1, '38']),
        leaf(['（四）', '职业技能培训', 4, '469.1']),
      ],
    ),
    heading(
      '表4-3',
      ['三', '易地扶贫搬迁后续帮扶', 21, '20175.97'],
      [
        leaf(['', '就业（公益性岗位就业）', 12, '47.54'], [says('', '公益性岗位就业资金', 'amount', '28')]),
        leaf(['', '易地扶贫搬迁后续产业', 9, '20128.43']),
      ],
    ),
    heading(
      '表4-4',
      ['四', '生态经济发展', 5, '6781'],
      [leaf(['（二）', '木本粮油产业', 2, '2450']), leaf(['（三）', '林下经济产业', 3, '4331'])],
    ),
    heading(
      '表4-5',
      ['五', '乡村基础设施建设', 332, '418659.38'],
      [
        leaf(['（一）', '进村道路硬化', 14, '343133.25']),
        leaf(['（二）', '村内道路硬化', 59, '5850.81']),
        leaf(['（三）', '住房安全巩固', 1, '30']),
        leaf(['（四）', '饮水安全巩固提升', 72, '7274.97']),
        leaf(['（五）', '村庄人居环境整治', 88, '31312.39']),
        leaf(['（六）', '村组消防设施建设', 19, '563']),
        leaf(['（七）', '其他设施', 79, '30524.96']),
      ],
    ),
    heading(
      '表4-6',
      ['六', '乡村公共服务提升', 81, '80455.81'],
      [
        leaf(['（一）', '教育帮扶', 16, '14614.43']),
        leaf(['（二）', '健康帮扶', 19, '46136.75']),
        leaf(['（四）', '科技帮扶', 1, '10']),
        leaf(['（五）', '村组敬老养老中心完善', 23, '11135.4']),
        leaf(['（六）', '留守儿童、妇女、残疾人等活服务设施', 3, '3']),
        leaf(['（七）', '重点村建设', 10, '5420.13']),
        leaf(['（八）', '集体经济先行示范村建设', 9, '3136.1']),
      ],
      [
        says('第四章', '总投资', 'amount', '81310.81'),
        says('', '文化帮扶项目个数', 'count', '1'),
        says('第四章', '教育扶贫巩固提升项目个数', 'count', '16'),
        says('第四章', '健康扶贫巩固提升项目个数', 'count', '19'),
      ],
    ),
  ],
  // What the running text says, in fewer words than its own.
  sentences: [
    {
      place: '四（二）',
      about: '表4-2',
      text: '公益性岗位就业5个，就业创业培训1个，职业技能培训4个（见图4-2和表4-1）。',
    },
    { place: '规划目标', text: '同乡村振兴有效斜街。' },
  ],
};

function yearRow(label: string, projects: number, ...amounts: readonly string[]) {
  return { label, figures: [count(projects), ...amounts.map(amount)] };
}

/** 表5-1 with its columns read by arithmetic: the print lost the header 涉农整合资金 and the values of 其他资金 (D10). */
export const HONGTA_YEARS: PublishedGrid = {
  kind: 'grid',
  document: DOCUMENT,
  id: '表5-1',
  rowKind: 'year',
  partKind: 'source',
  columns: [
    { label: '项目个数', role: 'count' },
    { label: '总投资', role: 'total' },
    { label: '财政衔接资金', role: 'part' },
    { label: '涉农整合资金', role: 'part' },
    { label: '行业部门专项资金', role: 'part' },
    { label: '县级自筹资金', role: 'part' },
  ],
  rows: [
    yearRow('2021年', 165, '91733.83', '5222.17', '0', '25328.64', '7091.99'),
    yearRow('2022年', 162, '213074.54', '2747.39', '0', '81296.94', '3286.34'),
    yearRow('2023年', 83, '124120.23', '2831.75', '0', '74461.17', '593.16'),
    yearRow('2024年', 56, '222393.47', '1956.75', '0', '214990.26', '270'),
    yearRow('2025年', 48, '13247.61', '1606.75', '0', '7110.86', '683'),
  ],
  totalRow: yearRow('2021-2025年', 514, '664569.38', '14364.81', '0', '403187.57', '11924.49'),
  texts: [
    says('', '财政衔接资金', 'amount', '14364.81'),
    says('', '行业部门专项资金', 'amount', '403187.57'),
    says('', '县级自筹资金', 'amount', '11924.49'),
    says('', '其他资金', 'amount', '235092.61'),
  ],
  sentences: [{ place: '五（一）', text: '各年的项目和资金总额呈逐年减少的趋势。' }],
};
