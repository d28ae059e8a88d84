// Headers, column widths and the HTML of printed documents.
import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/checks/finding.ts';
import { wan } from '#shared/domain/money.ts';
import { annexHtml } from '#shared/format/annex-html.ts';
import { chartSvg } from '#shared/format/chart-svg.ts';
import { findingsHtml } from '#shared/format/findings-html.ts';
import { fitColumns, splitColumns } from '#shared/format/fit-columns.ts';
import { headerCells } from '#shared/format/header-rows.ts';
import { escapeHtml, printableWidth } from '#shared/format/html-document.ts';
import { tablesHtml } from '#shared/format/tables-html.ts';
import type { TableResult } from '#shared/tables/table.ts';
import { fixturePlan, makePlan, makeProject } from '#test/unit/electron/excel/write/fixture-plan.ts';

const PRINT = { date: '2025年3月1日', totalPosition: 'first', numbering: 'continuous' } as const;

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

describe('fitColumns', () => {
  const words = (width: number) => ({ width, oneLine: false, texts: ['建设内容很长很长很长'.repeat(3)] });
  const numbers = (text: string) => ({ width: 12, oneLine: true, texts: [text] });

  it('takes the largest font that is comfortable and fills the paper', () => {
    const fit = fitColumns([words(34), numbers('664,599.38')], 300);
    expect(fit.fontPt).toBe(9);
    expect(fit.widthsMm.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(300.01);
  });

  it('never exceeds the paper nor goes below 7.5 pt, however long the numbers are', () => {
    const many = Array.from({ length: 20 }, () => numbers('123,456,789.123456'));
    const fit = fitColumns([words(34), ...many], 200);
    expect(fit.fontPt).toBe(7.5);
    expect(fit.widthsMm.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(200.01);
  });

  it('splits columns that do not fit, keeps groups together and repeats the first columns', () => {
    const columns = [
      words(6),
      words(34),
      ...Array.from({ length: 12 }, (_, index) => ({ ...numbers('1,234,567.12'), group: index < 6 ? 'A' : 'B' })),
    ];
    const parts = splitColumns(columns, 2, 190);
    expect(parts).toEqual([
      [0, 1, 2, 3, 4, 5, 6, 7],
      [0, 1, 8, 9, 10, 11, 12, 13],
    ]);
    expect(splitColumns(columns, 2, 400)).toHaveLength(1);
  });
});

describe('annexHtml', () => {
  it('has every project once, two header rows, the unit line and the page rules', async () => {
    const data = await fixturePlan();
    const html = annexHtml(data, { ...PRINT, paper: 'A3' });
    expect(html).toContain('@page { size: A3 landscape;');
    expect(html).toContain('counter(page) " 页　共 " counter(pages)');
    expect(html.match(/<thead>.*?<\/thead>/s)?.[0].match(/<tr>/g)).toHaveLength(2);
    expect(html.match(/<table/g)).toHaveLength(1);
    expect(html).toContain('<th colspan="5">资金来源</th>');
    expect(html.match(/<tr><td class="c">\d+<\/td>/g)).toHaveLength(514);
    expect(html).toContain('<tr class="strong"><td class="c"></td><td>合计</td>');
    expect(html).toContain('<td class="n">664,599.38</td>');
    expect(html.indexOf('单位：万元</span></div><table')).toBeGreaterThan(0);
    expect(html).not.toMatch(/https?:|<script|<link|url\(/);
  });

  it('splits A4 into parts and loses no column', async () => {
    const html = annexHtml(await fixturePlan(), { ...PRINT, paper: 'A4' });
    const heads = html.match(/<thead>.*?<\/thead>/gs) ?? [];
    expect(heads.length).toBeGreaterThan(1);
    for (const label of ['建设内容及规模', '其他资金', '2025年', '责任单位', '备注'])
      expect(heads.join('')).toContain(`>${label}</th>`);
    for (const head of heads) expect(head).toContain('>项目类别及名称</th>');
  });

  it('escapes what comes from sheets, in text and in the page rules', () => {
    const evil = makeProject('x', '<img src=x onerror=alert(1)>&"\'', {
      content: '</td></table><script>1</script>',
      amounts: { total: wan('1.234567'), bySource: {}, byYear: {}, cells: {} },
    });
    const data = makePlan([evil]);
    const html = annexHtml(
      { ...data, plan: { ...data.plan, title: '题";}</style><script>x</script>' } },
      { ...PRINT, paper: 'A3' },
    );
    expect(html).not.toMatch(/<script|<img/);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39;');
    expect(html).toContain('1.234567');
  });

  it('gives table widths that stay on the paper', async () => {
    for (const paper of ['A3', 'A4'] as const) {
      const html = annexHtml(await fixturePlan(), { ...PRINT, paper });
      for (const [, width] of html.matchAll(/<table style="width:([\d.]+)mm/g)) {
        expect(Number(width)).toBeLessThanOrEqual(printableWidth({ paper, orientation: 'landscape' }) + 0.01);
      }
    }
  });
});

const TABLE: TableResult = {
  id: '表5-1',
  title: '各年资金',
  unit: '万元',
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
      id: '图5-2',
      title: '各年投资',
      kind: 'bar',
      unit: '万元',
      labels: ['2021年'],
      series: [{ name: '投资', values: [1234.5] }],
    },
  ],
};

describe('tablesHtml and findingsHtml', () => {
  it('prints number, unit, merged header, notes and charts', () => {
    const html = tablesHtml(makePlan().plan, [TABLE], { paper: 'A4' });
    expect(html).toContain('<h2>表5-1  各年资金</h2>');
    expect(html).toContain('<th colspan="2">资金来源</th>');
    expect(html).toContain('<td class="n">1,234.50</td><td class="n"></td>');
    expect(html).toContain('注：按开工年计数');
    expect(html).toContain('<figcaption>图5-2  各年投资</figcaption>');
    expect(html).toContain('size: A4 portrait');
  });

  it('prints each finding with its level in words, or that there is none', () => {
    const finding: Finding = {
      ...{ key: 'k', rule: 'T01', level: 'error', table: '项目表', row: '甲', column: '总投资', left: '1', right: '2' },
      ...{ difference: '-1', suspect: '', message: '甲<乙', source: { file: 'a.xlsx', sheet: '表', row: 8 } },
    };
    const html = findingsHtml(makePlan().plan, [finding], { paper: 'A4', date: '' });
    expect(html).toContain('强制 1 项');
    expect(html).toContain('甲&lt;乙');
    expect(html).toContain('a.xlsx › 表 › 第8行');
    expect(findingsHtml(makePlan().plan, [], { paper: 'A4', date: '' })).toContain('没有发现问题');
  });
});

describe('chartSvg', () => {
  const chart = TABLE.charts[0];
  it.each([
    ['bar', [3, 0, 1.5]],
    ['stacked-bar', [3, 0, 1.5]],
    ['pie', [3, 0, 1.5]],
    ['pie', [5, 0, 0]],
    ['bar', [0, 0, 0]],
    ['pie', [0.000001, 1e9, 7]],
  ] as const)('draws %s of %j with finite coordinates', (kind, values) => {
    if (!chart) throw new Error('no chart');
    const svg = chartSvg({
      ...chart,
      kind,
      labels: ['<一>', '二', '三'],
      series: [
        { name: '甲', values: [...values] },
        { name: '乙', values: [...values] },
      ],
    });
    expect(svg).toMatch(/^<svg [^>]+>.*<\/svg>$/s);
    expect(svg).not.toMatch(/NaN|Infinity|<一>/);
  });
});

describe('escapeHtml', () => {
  it('drops control characters', () => expect(escapeHtml('a\u0000b\u001f<')).toBe('ab&lt;'));
});
