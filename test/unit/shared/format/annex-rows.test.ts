// The order of the annex: 合计, headings with subtotals, projects with 序号 (handbook 2.4).
import { describe, expect, it } from 'vitest';
import { type AnnexRow, annexLayout, annexRows } from '#shared/format/annex-rows.ts';
import { makeContentReader } from '#shared/format/cell-content.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { wan, wanText } from '#shared/values/money.ts';
import { fixturePlan, makePlan, makeProject } from '#test/unit/electron/excel/write/fixture-plan.ts';

function categoryId(data: PlanData, name: string): string {
  const found = data.reference.categories.find((entry) => entry.scheme === data.plan.scheme && entry.name === name);
  if (!found) throw new Error(name);
  return found.id;
}

function show(row: AnnexRow): string {
  if (row.kind === 'project') return `${row.number} ${row.project.name}`;
  if (row.kind === 'total') return `合计 ${row.rollup.count} ${wanText(row.rollup.total)}`;
  return `${row.ordinal}|${row.name} ${row.rollup.count} ${wanText(row.rollup.total)}`;
}

function smallPlan(): PlanData {
  const data = makePlan();
  const at = (id: string, name: string, category: string | null, total: string) =>
    makeProject(id, name, {
      categoryId: category === null ? null : categoryId(data, category),
      amounts: { total: wan(total), bySource: {}, byYear: {}, cells: {} },
    });
  return {
    ...data,
    projects: [
      at('a', '丙', '养殖业', '1.5'),
      at('b', '甲', '种植业', '10'),
      at('c', '无类', null, '0.25'),
      at('d', '乙', '种植业', '2'),
    ],
  };
}

describe('annexRows', () => {
  it('follows the scheme, adds up each heading and leaves empty classes out', () => {
    const rows = annexRows(smallPlan(), { totalPosition: 'first', numbering: 'continuous' });
    expect(rows.map(show)).toEqual([
      '合计 4 13.75',
      '一|乡村特色产业帮扶 3 13.5',
      '（一）|种植业 2 12',
      '1 甲',
      '2 乙',
      '（二）|养殖业 1 1.5',
      '3 丙',
      '|未分类 1 0.25',
      '4 无类',
    ]);
  });

  it('restarts 序号 under each heading and puts 合计 last, on request', () => {
    const rows = annexRows(smallPlan(), { totalPosition: 'last', numbering: 'restart' });
    expect(rows.filter((row) => row.kind === 'project').map((row) => row.number)).toEqual([1, 2, 1, 1]);
    expect(rows.at(-1)?.kind).toBe('total');
    expect(
      annexRows(smallPlan(), { totalPosition: 'none', numbering: 'restart' }).some((row) => row.kind === 'total'),
    ).toBe(false);
  });

  it('of the fixture has 34 headings over 514 projects', async () => {
    const rows = annexRows(await fixturePlan(), { totalPosition: 'first', numbering: 'continuous' });
    expect(rows.filter((row) => row.kind === 'heading')).toHaveLength(34);
    expect(rows.filter((row) => row.kind === 'project')).toHaveLength(514);
    expect(rows.map(show)[0]).toBe('合计 514 664599.38');
  });

  it('of an empty plan is 合计 alone', () => {
    expect(annexRows(makePlan(), { totalPosition: 'first', numbering: 'restart' }).map(show)).toEqual(['合计 0 0']);
  });
});

describe('annexLayout', () => {
  it('adds fields beyond the annex only where they are used', () => {
    const data = smallPlan();
    expect(annexLayout(data, 'used')).toHaveLength(21);
    const [first, ...rest] = data.projects;
    const used = { ...data, projects: [{ ...(first ?? makeProject('x', '')), code: 'A-1', goal: '增收' }, ...rest] };
    expect(
      annexLayout(used, 'used')
        .slice(21)
        .map((column) => column.label),
    ).toEqual(['项目编号', '绩效目标']);
    expect(annexLayout(used, 'none')).toHaveLength(21);
  });
});

describe('makeContentReader', () => {
  it('keeps a blank, a zero and the sum of a source with its parts apart', () => {
    const data = makePlan();
    const reference = {
      ...data.reference,
      fundSources: [
        { id: 'fiscal', parent: null, name: '财政衔接资金', aliases: [], names: [], shown: 'always' as const },
        { id: 'central', parent: 'fiscal', name: '中央衔接资金', aliases: [], names: [], shown: 'always' as const },
        { id: 'county', parent: null, name: '县级自筹资金', aliases: [], names: [], shown: 'always' as const },
        { id: 'other', parent: null, name: '其他资金', aliases: [], names: [], shown: 'always' as const },
      ],
    };
    const plan = { ...data, reference };
    const read = makeContentReader(reference);
    const project = makeProject('a', '甲', {
      amounts: {
        total: null,
        bySource: { fiscal: wan(1), central: wan('0.5'), county: wan(0) },
        byYear: {},
        cells: {},
      },
    });
    const value = (key: string) => {
      const column = annexLayout(plan, 'none').find((candidate) => candidate.key === key);
      if (!column) throw new Error(key);
      return read(project, column);
    };
    expect(value('source:fiscal')).toEqual({ kind: 'amount', fen: wan('1.5') });
    expect(value('source:county')).toEqual({ kind: 'amount', fen: wan(0) });
    expect(value('source:other')).toEqual({ kind: 'blank' });
    expect(value('total')).toEqual({ kind: 'blank' });
  });
});
