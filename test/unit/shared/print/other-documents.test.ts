// Computed tables, their charts and the 差错清单 on paper.
import { describe, expect, it } from 'vitest';
import { drawChart } from '#shared/charts/chart-svg.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { headerCells } from '#shared/format/header-rows.ts';
import { makeNotice } from '#shared/notice/notice.ts';
import { findingsDocument } from '#shared/print/findings-document.ts';
import { layOut } from '#shared/print/layout.ts';
import { noticeDocument } from '#shared/print/notice-document.ts';
import { documentHtml } from '#shared/print/page-html.ts';
import type { PrintDocument } from '#shared/print/print-document.ts';
import { jobFrom } from '#shared/print/print-job.ts';
import { tablesDocument } from '#shared/print/tables-document.ts';
import type { TableResult } from '#shared/tables/table.ts';
import { escapeHtml } from '#shared/values/escape-html.ts';
import { wan } from '#shared/values/money.ts';
import { makePlan, makeProject } from '#test/unit/electron/excel/write/fixture-plan.ts';

const { plan } = makePlan();
const projects = [makeProject('a', '甲')];
const html = (document: PrintDocument): string => documentHtml(layOut(document));

const TABLE: TableResult = {
  id: 'years',
  number: '表5-1',
  title: '各年资金',
  unit: '万元',
  source: '数据来源：本规划项目表',
  columns: [
    { key: 'year', label: '年份', kind: 'text' },
    { key: 'count', label: '项目个数', kind: 'count' },
    { key: 'fiscal', label: '财政衔接资金', group: '资金来源', kind: 'amount' },
    { key: 'other', label: '其他资金', group: '资金来源', kind: 'amount' },
  ],
  rows: [
    {
      key: 't',
      role: 'total',
      depth: 0,
      cells: [
        { kind: 'text', text: '合计' },
        { kind: 'count', value: 3 },
        { kind: 'amount', fen: wan('1234.5') },
        { kind: 'blank' },
      ],
    },
    {
      key: '1',
      role: 'item',
      depth: 1,
      cells: [
        { kind: 'text', text: '2021年' },
        { kind: 'count', value: 3 },
        { kind: 'amount', fen: wan('1234.5') },
        { kind: 'amount', fen: wan(0) },
      ],
    },
  ],
  notes: ['按开工年计数'],
  charts: [
    {
      id: 'years-total',
      number: '图5-2',
      title: '各年投资',
      kind: 'bar',
      unit: '万元',
      decimals: null,
      labels: ['2021年'],
      keys: ['1'],
      across: false,
      series: [{ name: '投资', key: 'total', values: [1234.5] }],
    },
  ],
};

describe('资金来源 of a notice', () => {
  it('has each source with its amount on one line', () => {
    const project = makeProject('a', '甲', {
      amounts: {
        total: wan('96.26'),
        bySource: { fiscal: wan('12'), county: wan('84.26') },
        byYear: {},
        cells: {},
      },
    });
    const job = jobFrom('notice');
    const document = noticeDocument(makeNotice(makePlan([project]), job, '2025-03-03'), job);
    const at = document.sections[0]?.table?.columns.findIndex(({ label }) => label === '资金来源') ?? -1;
    const layout = layOut(document);
    const { table } = layout.pages[0]?.section ?? {};
    expect(table?.rows[0]?.cells[at]?.split('\n')).toEqual(['财政衔接资金12.00', '县级自筹资金84.26']);
  });
});

describe('rows of a table over pages', () => {
  it('fills its first page where classes have no sub-classes', () => {
    const heading = (key: string): TableResult['rows'][number] => ({
      ...{ key, role: 'heading', depth: 1 },
      cells: [{ kind: 'text', text: key }, { kind: 'count', value: 1 }, { kind: 'blank' }, { kind: 'blank' }],
    });
    const long = { ...TABLE, charts: [], rows: Array.from({ length: 60 }, (_, at) => heading(`第${at + 1}类`)) };
    const { pages } = layOut(tablesDocument(plan, [long], jobFrom('tables')));
    expect(pages[0]?.rows.length).toBeGreaterThan(20);
    expect(pages.at(-1)?.rows.length).toBeGreaterThan(0);
  });
});

describe('tablesDocument', () => {
  it('prints number, unit, merged header, notes and charts', () => {
    const page = html(tablesDocument(plan, [TABLE], jobFrom('tables')));
    expect(page).toContain('>表5-1  各年资金</h2>');
    expect(page).toContain('>资金来源</p>');
    expect(page.match(/>1,234\.50<\/p>/g)).toHaveLength(2);
    expect(page).toContain('注：按开工年计数');
    expect(page).toContain('>图5-2  各年投资</p>');
    expect(page).toContain('size: A4 portrait');
  });

  it('makes a drawing smaller that no page could hold', () => {
    const chart = TABLE.charts[0];
    if (!chart) throw new Error('no chart');
    const drawing = { ...drawChart(chart), width: 400, height: 5000 };
    const tall = { kind: 'figure', chart: drawing, caption: chart.title } as const;
    const document = tablesDocument(plan, [TABLE], jobFrom('tables'));
    const sections = document.sections.map((section) => ({ ...section, after: [tall] }));
    const { pages } = layOut({ ...document, sections });
    expect(pages).toHaveLength(2);
    const [drawn] = pages[1]?.after ?? [];
    expect(drawn?.height).toBeLessThan(1010);
    expect(drawn).toMatchObject({ kind: 'figure', width: expect.any(Number) });
  });

  it('gives each table its own paper and leaves charts out where they are not wanted', () => {
    const job = jobFrom('tables', { charts: false, papers: { years: { paper: 'A3', orientation: 'landscape' } } });
    const { pages } = layOut(tablesDocument(plan, [TABLE, { ...TABLE, id: 'other' }], job));
    expect(pages.map(({ setup }) => `${setup.paper} ${setup.orientation}`)).toEqual(['A3 landscape', 'A4 portrait']);
    expect(pages.flatMap((page) => page.after.filter(({ kind }) => kind === 'figure'))).toEqual([]);
  });
});

describe('findingsDocument', () => {
  const job = jobFrom('findings');
  it('prints each finding with its level in words', () => {
    const finding: Finding = {
      ...{ key: 'k', rule: 'T01', level: 'error', table: '项目表', row: '甲', column: '总投资', left: '1', right: '2' },
      ...{ difference: '-1', suspect: '', message: '甲<乙', source: { file: 'a.xlsx', sheet: '表', row: 8 } },
    };
    const warning: Finding = {
      ...finding,
      level: 'warning',
      explanation: { state: 'valid', text: '文件未下达', left: '1', right: '2' },
    };
    const groups = [{ key: 'g', label: '甲组', members: [finding, warning] }];
    const page = html(findingsDocument({ plan, projects }, groups, job, '2025年3月1日'));
    expect(page).toContain('共 2 项：强制 1 项，提示 1 项。定稿前检查：不能上报（强制 1 项未处理）');
    expect(page.replaceAll('\n', '')).toContain('甲组（强制 1 项，提示 1 项）');
    for (const text of ['待改正', '已说明', '文件未下达', '单位负责人']) expect(page).toContain(text);
    expect(page).toContain('甲&lt;乙');
    expect(page.replaceAll(/\s/g, '')).toContain('a.xlsx›表›第8行');
  });

  it('says so where there is none', () => {
    const page = html(findingsDocument({ plan, projects }, [], job, ''));
    expect(page).toContain('没有发现问题。');
    expect(page).toContain('可以上报');
    expect(html(findingsDocument({ plan, projects: [] }, [], job, ''))).toContain('不能上报（还没有项目）');
    expect(page).not.toContain('<i ');
  });
});

describe('headerCells', () => {
  it('merges neighbours of a group and lets others span both rows', () => {
    const cells = headerCells([
      { label: '序号' },
      { label: '乡', group: '地点' },
      { label: '村', group: '地点' },
      { label: '户', group: '受益' },
    ]);
    expect(cells.map((cell) => [cell.label, cell.row, cell.column, cell.rowSpan, cell.columnSpan])).toEqual([
      ['序号', 0, 0, 2, 1],
      ['地点', 0, 1, 1, 2],
      ['受益', 0, 3, 1, 1],
      ['乡', 1, 1, 1, 1],
      ['村', 1, 2, 1, 1],
      ['户', 1, 3, 1, 1],
    ]);
  });

  it('needs one row without groups, and does not merge a group that is interrupted', () => {
    expect(headerCells([{ label: '甲' }, { label: '乙' }]).every((cell) => cell.rowSpan === 1)).toBe(true);
    const split = headerCells([{ label: '1', group: '组' }, { label: '中' }, { label: '2', group: '组' }]);
    expect(split.filter((cell) => cell.label === '组').map((cell) => cell.columnSpan)).toEqual([1, 1]);
  });
});

describe('escapeHtml', () => {
  it('drops control characters', () => expect(escapeHtml('a\u0000b\u001f<')).toBe('ab&lt;'));
});
