// 项目变更表 and 资金调整表 by the papers of two counties (SPECS G, goldens).
import { describe, expect, it } from 'vitest';
import type { ChangeItem } from '#shared/domain/change-order.ts';
import type { Project } from '#shared/domain/project.ts';
import { changeTable } from '#shared/orders/change-table.ts';
import { chosenOrders } from '#shared/orders/chosen-orders.ts';
import { fundShift, fundShiftTable } from '#shared/orders/fund-shift-table.ts';
import type { TableResult } from '#shared/tables/table.ts';
import { wan, wanText } from '#shared/values/money.ts';
import { makeOrder } from '#test/support/order-facts.ts';
import { makeProject, planWith } from '../../seeds/sample-plan.ts';

const data = planWith([]);
const project = (
  name: string,
  total: string,
  bySource: Record<string, string> = {},
  fields: Partial<Project> = {},
): Project => makeProject(name, { total, bySource }, { name, town: '毛里湖镇', village: '青苗社区', ...fields });
const item = (before: readonly Project[], after: readonly Project[], text = ''): ChangeItem => ({
  before,
  after,
  text,
});
const shown = ({ columns, rows }: TableResult): Record<string, string>[] =>
  rows.map(({ cells }) =>
    Object.fromEntries(
      cells.flatMap((cell, at) => {
        const value = cell.kind === 'text' ? cell.text : cell.kind === 'amount' ? wanText(cell.fen) : '';
        return value === '' ? [] : [[columns[at]?.key ?? '', value]];
      }),
    ),
  );

it('1 project of 30 becomes 4 of 5, 5, 10, 10: the earlier one stands once', () => {
  const old = project('产业路', '30', {}, { content: '修建产业路', documentNumber: '津财农指〔2020〕4号' });
  const parts = ['5', '5', '10', '10'].map((total, at) => project(`第${at + 1}段`, total, {}, { content: '硬化' }));
  const table = changeTable(
    data,
    makeOrder('o', [item([old], parts, '原址被征用')], {
      documentNumber: '津贫领发〔2020〕12号',
      approvedAt: '2020-06-01',
      appliedAt: 'x',
    }),
  );
  expect(table.columns.map(({ label }) => label)).toEqual([
    '项目文号',
    '实施镇村',
    '项目金额',
    '变更前项目内容',
    '变更后项目地点内容',
    '变更理由',
  ]);
  const rows = shown(table);
  expect(rows).toHaveLength(5);
  expect(rows[0]).toEqual({
    paper: '津财农指〔2020〕4号',
    place: '毛里湖镇青苗社区',
    amount: '5',
    before: '产业路：修建产业路（30 万元）',
    after: '毛里湖镇青苗社区 第1段：硬化（5 万元）',
    reason: '资金调整：原址被征用',
  });
  expect(rows.slice(1, 4).map((row) => [row.amount, row.before, row.reason, row.place])).toEqual([
    ['5', undefined, undefined, undefined],
    ['10', undefined, undefined, undefined],
    ['10', undefined, undefined, undefined],
  ]);
  expect(rows[4]).toMatchObject({ paper: '合计', amount: '30', before: '1 个，30 万元', after: '4 个，30 万元' });
  expect(table.notes.join('')).toContain('项目由 1 个变为 4 个，总投资不变');
  expect(table.notes.join('')).toContain('已批复：津贫领发〔2020〕12号，2020-06-01');
});

it('what is new, what goes, what was moved in time: told in words; one that is asked for says so', () => {
  const a = project('甲', '10', {}, { startAt: '2021', endAt: '2021' });
  const table = changeTable(data, makeOrder('o', [item([], [a]), item([a], []), item([a], [{ ...a, endAt: '2022' }])]));
  const rows = shown(table);
  expect(rows[0]).toMatchObject({ before: '新增', amount: '10' });
  expect(rows[1]).toMatchObject({ after: '取消' });
  expect(rows[1]).not.toHaveProperty('amount');
  expect(rows[2]?.before).toMatch(/^甲.*（2021年?）$/);
  expect(rows[2]?.after).toMatch(/2021.*2022/);
  expect(table.title).toContain('变更申请表');
  expect(table.notes.at(-1)).toBe('尚未批复。');
});

describe('资金调整表', () => {
  const fiscal = (name: string, total: string, central: string, province: string): Project =>
    project(name, total, {
      ...(central && { 'fiscal.central': central }),
      ...(province && { 'fiscal.province': province }),
    });
  const gone = [
    ['100', '100', ''],
    ['200', '200', ''],
    ['255', '255', ''],
    ['200', '200', ''],
    ['240', '', '240'],
    ['200', '', '200'],
    ['200', '', '200'],
  ].map(([total, central, province], at) => fiscal(`减${at + 1}`, total ?? '', central ?? '', province ?? ''));
  const come = [
    ...[
      ['200', '200', ''],
      ['200', '200', ''],
      ['195', '195', ''],
      ['100', '100', ''],
      ['52', '', '52'],
    ].map(([total, central, province], at) => fiscal(`增${at + 1}`, total ?? '', central ?? '', province ?? '')),
    ...['108', '108', '108', '108', '108', '108'].map((total, at) => project(`增${at + 6}`, total, { fiscal: total })),
  ];
  const order = makeOrder('o', [...gone.map((one) => item([one], [])), ...come.map((one) => item([], [one]))], {
    documentNumber: '吉财村指〔2024〕913号',
    approvedAt: '2025-05-16',
    appliedAt: 'x',
  });

  it('takes 1395 from 7 and gives 1395 to 11; what is of no stated level is told', () => {
    const table = fundShiftTable(data, [order], '2025-12-31');
    expect(table.columns.map(({ key }) => key)).toEqual([
      'number',
      ...['lowered', 'raised'].flatMap((side) =>
        ['name', '中央', '省级', '未写明级次', 'total'].map((key) => `${side}:${key}`),
      ),
    ]);
    expect(table.rows).toHaveLength(12);
    expect(shown(table).at(-1)).toEqual({
      'lowered:name': '合计',
      'lowered:中央': '755',
      'lowered:省级': '640',
      'lowered:total': '1395',
      'raised:name': '合计',
      'raised:中央': '695',
      'raised:省级': '52',
      'raised:未写明级次': '648',
      'raised:total': '1395',
    });
    expect(table.notes[0]).toContain('调减 7 项、1395 万元，调增 11 项、1395 万元，净增减 0 万元');
    expect(table.notes[1]).toBe('调增中有 648 万元未写明资金级次。');
  });

  it('the same total of another level stands on both sides; other funds and money of no source apart', () => {
    const shift = fundShift([item([fiscal('甲', '30', '30', '')], [fiscal('甲', '30', '', '30')])], data.reference);
    expect(shift).toMatchObject({
      lowered: [{ name: '甲', total: wan('30') }],
      raised: [{ name: '甲', total: wan('30') }],
      net: 0,
    });
    const more = fundShift([item([], [project('乙', '30', { sector: '10', county: '5' })])], data.reference);
    expect(Object.fromEntries(more.raised[0]?.levels ?? [])).toEqual({
      其他资金: wan('10'),
      县级: wan('5'),
      未写明级次: wan('15'),
    });
    expect(
      fundShift([item([fiscal('甲', '30', '30', '')], [fiscal('甲', '30', '30', '')])], data.reference).raised,
    ).toEqual([]);
  });

  it('is of approved orders up to a day, or of the one that is named', () => {
    const open = makeOrder('p', []);
    expect(chosenOrders([open, order], null, '2025-12-31').map(({ id }) => id)).toEqual(['o']);
    expect(chosenOrders([open, order], null, '2025-01-31')).toEqual([]);
    expect(chosenOrders([open, order], null, null)).toHaveLength(1);
    expect(chosenOrders([open, order], 'p', '2025-01-31').map(({ id }) => id)).toEqual(['p']);
  });
});
