import { describe, expect, it } from 'vitest';
import { withCells } from '#shared/domain/matrix-edit.ts';
import { type Amounts, splitCellKey } from '#shared/domain/project.ts';
import { proposeMatrix } from '#shared/domain/propose-matrix.ts';
import { type Fen, toFen, wan } from '#shared/values/money.ts';
import { fc } from '#test/support/fc.ts';

const wans = (record: Record<string, string>): Record<string, Fen> =>
  Object.fromEntries(Object.entries(record).map(([key, text]) => [key, wan(text)]));
const amounts = (total: string, byYear: Record<string, string>, bySource: Record<string, string>): Amounts => ({
  total: wan(total),
  byYear: wans(byYear),
  bySource: wans(bySource),
  cells: {},
});

describe('a proposal for what goes with what', () => {
  it('takes equal amounts for the same money', () => {
    expect(proposeMatrix(amounts('100', { 2021: '30', 2022: '70' }, { fiscal: '70', other: '30' }))).toEqual({
      how: 'equal',
      cells: wans({ '2021|other': '30', '2022|fiscal': '70' }),
    });
    expect(
      proposeMatrix(amounts('100', { 2021: '30', 2022: '50', 2023: '20' }, { fiscal: '30', other: '70' })),
    ).toEqual({
      how: 'equal',
      cells: wans({ '2021|fiscal': '30', '2022|other': '50', '2023|other': '20' }),
    });
  });

  it('spreads in proportion where nothing stands out, to the hundredth', () => {
    expect(proposeMatrix(amounts('100', { 2021: '40', 2022: '60' }, { fiscal: '33.33', other: '66.67' }))).toEqual({
      how: 'proportional',
      cells: wans({ '2021|fiscal': '13.33', '2021|other': '26.67', '2022|fiscal': '20', '2022|other': '40' }),
    });
  });

  it.each([
    ['the matrix follows from the margins', amounts('100', { 2021: '100' }, { fiscal: '30', other: '70' })],
    ['years and sources differ', amounts('100', { 2021: '30', 2022: '70' }, { fiscal: '30', other: '60' })],
    ['they do not make up the total', amounts('110', { 2021: '30', 2022: '70' }, { fiscal: '40', other: '60' })],
    ['a negative amount', amounts('100', { 2021: '-30', 2022: '130' }, { fiscal: '40', other: '60' })],
  ])('says nothing where %s', (_, given) => {
    expect(proposeMatrix(given)).toBeNull();
  });

  it('always adds up by year and by source, without a negative cell', () => {
    const list = fc.array(fc.integer({ min: 0, max: 2 ** 45 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(list, list, (years, sources) => {
        const [a, b] = [years, sources].map((values) => values.reduce((all, value) => all + value, 0));
        if ((a ?? 0) > (b ?? 0)) sources.push((a ?? 0) - (b ?? 0));
        else years.push((b ?? 0) - (a ?? 0));
        const total = years.reduce((all, value) => all + value, 0);
        const given: Amounts = {
          total: toFen(total),
          byYear: Object.fromEntries(years.map((value, index) => [2020 + index, toFen(value)])),
          bySource: Object.fromEntries(sources.map((value, index) => [`s${index}`, toFen(value)])),
          cells: {},
        };
        const proposal = proposeMatrix(given);
        if (!proposal) return;
        const sums: Record<string, number> = {};
        for (const [key, fen] of Object.entries(proposal.cells)) {
          expect(fen).toBeGreaterThan(0);
          const { year, source } = splitCellKey(key);
          sums[year] = (sums[year] ?? 0) + fen;
          sums[source] = (sums[source] ?? 0) + fen;
        }
        for (const [key, fen] of Object.entries({ ...given.byYear, ...given.bySource }))
          expect(sums[key] ?? 0).toBe(fen);
      }),
    );
  });
});

describe('setting cells', () => {
  const split = amounts('100', { 2021: '100' }, { fiscal: '30', other: '70' });

  it('takes the margins along where they agreed, and starts from what they determine', () => {
    expect(withCells(split, { '2021|fiscal': wan('40') }, true)).toEqual({
      total: wan('110'),
      byYear: wans({ 2021: '110' }),
      bySource: wans({ fiscal: '40', other: '70' }),
      cells: wans({ '2021|fiscal': '40', '2021|other': '70' }),
    });
  });

  it('leaves declared margins alone where they did not agree, or when asked to', () => {
    const cells = wans({ '2021|fiscal': '40', '2021|other': '70' });
    expect(withCells(split, { '2021|fiscal': wan('40') }, false)).toEqual({ ...split, cells });
    const off = { ...split, total: wan('99') };
    expect(withCells(off, { '2021|fiscal': wan('40') }, true)).toEqual({ ...off, cells });
  });

  it('is blank again when its last cell goes', () => {
    const one = { total: wan('5'), byYear: wans({ 2021: '5' }), bySource: wans({ fiscal: '5' }), cells: {} };
    expect(withCells(one, { '2021|fiscal': null }, true)).toEqual({ total: null, byYear: {}, bySource: {}, cells: {} });
  });
});
