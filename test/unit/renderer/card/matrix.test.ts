// The matrix of the project card: declared margins beside what the cells add up to.
import { describe, expect, it } from 'vitest';
import { cardGroups } from '#renderer/features/card/card-groups.ts';
import { cellOf, matrixView, withDraft } from '#renderer/features/card/matrix.ts';
import type { Amounts } from '#shared/domain/project.ts';
import { wan, wanText } from '#shared/values/money.ts';
import { ALL_COLUMNS, PLAN, REFERENCE } from '../projects/fixture.ts';

const fens = (texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, wan(text)]));
const amounts = (change: Partial<Amounts>): Amounts => ({
  total: null,
  bySource: {},
  byYear: {},
  cells: {},
  ...change,
});

describe('matrixView', () => {
  it('shows declared margins, sums and the difference where they disagree', () => {
    const view = matrixView(
      amounts({
        total: wan('11'),
        byYear: fens({ 2021: '4', 2022: '6' }),
        bySource: fens({ other: '10' }),
        cells: fens({ '2021|other': '4', '2022|other': '6' }),
      }),
      PLAN,
      REFERENCE,
    );
    expect(wanText(view.total.sum)).toBe('10');
    expect(view.total.difference && wanText(view.total.difference)).toBe('1');
    expect(view.years.map(({ margin }) => margin.difference)).toEqual([null, null]);
    expect(view.isDerived).toBe(false);
  });

  it('derives the cells where one source pays all', () => {
    const view = matrixView(
      amounts({ total: wan('10'), byYear: fens({ 2021: '4', 2022: '6' }), bySource: fens({ other: '10' }) }),
      PLAN,
      REFERENCE,
    );
    expect(view.isDerived).toBe(true);
    expect(cellOf(view, 2022, 'other')).toBe(wan('6'));
    expect(cellOf(view, 2022, 'fiscal')).toBeNull();
  });

  it('says 未分解 where the margins do not determine the cells', () => {
    const view = matrixView(
      amounts({
        total: wan('10'),
        byYear: fens({ 2021: '4', 2022: '6' }),
        bySource: fens({ other: '5', fiscal: '5' }),
      }),
      PLAN,
      REFERENCE,
    );
    expect(view.isOpen).toBe(true);
    expect(view.years.every(({ margin }) => margin.difference === null)).toBe(true);
  });

  it('shows years outside the plan and the parts of a split source, so that nothing is hidden', () => {
    const view = matrixView(
      amounts({ byYear: fens({ 2020: '1' }), bySource: fens({ central: '1' }) }),
      PLAN,
      REFERENCE,
    );
    expect(view.years.map(({ year }) => year)).toEqual([2020, 2021, 2022]);
    expect(view.sources.map((source) => source.name)).toEqual(['其他资金', '中央衔接资金']);
  });
});

describe('cardGroups', () => {
  it('shows every column once', () => {
    const shown = cardGroups(ALL_COLUMNS).flatMap((group) => group.columns.map((column) => column.key));
    const wanted = ALL_COLUMNS.filter((column) => column.kind !== 'amount').map((column) => column.key);
    expect([...shown].sort()).toEqual([...wanted].sort());
    expect(new Set(shown).size).toBe(shown.length);
  });
});

describe('what is being typed', () => {
  const split = amounts({
    total: wan('100'),
    byYear: fens({ 2021: '100' }),
    bySource: fens({ fiscal: '30', other: '70' }),
  });

  it('moves the sums along, as the backend will', () => {
    const next = withDraft(split, { kind: 'cell', year: 2021, source: 'fiscal', text: '４０' }, true, '万元');
    expect(next.total).toBe(wan('110'));
    expect(next.byYear).toEqual({ 2021: wan('110') });
    const inYuan = withDraft(split, { kind: 'cell', year: 2021, source: 'fiscal', text: '400000' }, true, '元');
    expect(inYuan).toEqual(next);
  });

  it('changes one margin, or takes it away', () => {
    expect(withDraft(split, { kind: 'margin', column: 'year:2021', text: '90' }, true, '万元').byYear).toEqual({
      2021: wan('90'),
    });
    expect(withDraft(split, { kind: 'margin', column: 'source:other', text: '' }, true, '万元').bySource).toEqual({
      fiscal: wan('30'),
    });
    expect(withDraft(split, { kind: 'margin', column: 'total', text: '1' }, true, '万元').total).toBe(wan('1'));
  });

  it('leaves all as it was while the text is no amount', () => {
    expect(withDraft(split, { kind: 'margin', column: 'total', text: '约' }, true, '万元')).toBe(split);
  });
});
