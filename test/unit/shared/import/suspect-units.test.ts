// Rule T08 at import: an amount in 元 among amounts in 万元, however few there are.
import { describe, expect, it } from 'vitest';
import { loneBounds } from '#shared/values/lone-amounts.ts';
import { type Cell, cells, problems, readOne } from './make-sheet.ts';

function suspects(totals: readonly number[], classes: readonly string[] = []): string[] {
  const header = cells('序号|项目名称|项目类别|建设地点|总投资（万元）');
  const rows = totals.map((total, index): Cell[] => [
    index + 1,
    `项目${index}`,
    classes[index] ?? '种植业',
    '研和街道',
    total,
  ]);
  return problems(readOne([header, ...rows])).filter((text) => text.includes('unit-suspect'));
}

describe('one amount in 元 among 万元', () => {
  it.each<[string, number[], string[]]>([
    ['of two', [25, 250_000], ['E3']],
    ['of three, ten thousand times not reached', [80, 90, 60_000], ['E4']],
    ['among many', [15, 30, 45, 60, 150_000, 90, 105, 120], ['E6']],
    ['two of many', [15, 30, 45, 600_000, 150_000, 90, 105, 120], ['E5', 'E6']],
    ['万元 among 元', [250_000, 130_000, 25, 90_000], ['E4']],
    ['ordinary amounts', [0.22, 3, 15, 176, 900, 4000, 24_987, 79_726], []],
    ['one large project', [20, 35, 28, 4500], []],
    ['one small subsidy', [0.5, 60, 80], []],
    ['a single project', [250_000], []],
    ['all alike', [40, 40, 40], []],
  ])('%s', (_, totals, expected) => {
    expect(suspects(totals)).toEqual(expected.map((cell) => `warning unit-suspect ${cell}`));
  });

  it('that would not be odd among the roads is odd among its own kind', () => {
    const roads = Array.from({ length: 12 }, (_, index) => 60 * 2 ** index);
    const totals = [...roads, 20, 35, 200_000];
    const classes = [...roads.map(() => '村内道路硬化'), '种植业', '种植业', '种植业'];
    expect(suspects(totals, classes)).toEqual(['warning unit-suspect E16']);
  });
});

it('no bounds without a gap', () => {
  expect(loneBounds([])).toEqual({ above: Number.POSITIVE_INFINITY, below: 0 });
  expect(loneBounds([1, 40, 1600, 64_000, 2_560_000])).toEqual({ above: Number.POSITIVE_INFINITY, below: 0 });
});
