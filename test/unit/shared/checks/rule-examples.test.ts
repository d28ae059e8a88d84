// Every rule's own examples: what the help page shows is what the rule does.
import { describe, expect, it } from 'vitest';
import { RULES } from '#shared/checks/rules.ts';
import { runExample } from '#test/support/rule-example.ts';

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, { examples, title, help }) => {
  it('finds nothing of it in the passing example', () => {
    expect(runExample(examples.passes).filter(({ rule }) => rule === id)).toEqual([]);
  });
  it('finds it in the failing one', () => {
    const found = runExample(examples.fails).filter(({ rule }) => rule === id);
    expect(found.length).toBeGreaterThan(0);
    for (const { message } of found) expect(message).toMatch(/^\S.*。$/u);
  });
  it('has words for the planner', () => {
    for (const text of [title, help, examples.passes.text, examples.fails.text])
      expect(text).toMatch(/[\u4e00-\u9fa5]{3}/);
  });
});

it('covers the catalogue', () => {
  const wanted = [
    ...Array.from({ length: 20 }, (_, index) => `T${String(index + 1).padStart(2, '0')}`),
    ...Array.from({ length: 7 }, (_, index) => `X0${index + 1}`),
    ...['P01', 'P02', 'P03', 'P04', 'P05', 'P06', 'P07', 'P08', 'P09', 'P10', 'P11', 'P12', 'P13', 'P14'],
    ...['B01', 'B02', 'B03', 'B04', 'B05', 'B07', 'B08', 'B09', 'B11', 'B12', 'B14'],
    ...Array.from({ length: 7 }, (_, index) => `L0${index + 2}`),
    ...Array.from({ length: 7 }, (_, index) => `E0${index + 1}`),
    ...Array.from({ length: 6 }, (_, index) => `G0${index + 1}`),
    ...['D01', 'D02', 'D05', 'D06', 'D07', 'D08', 'D09', 'D10'],
    ...Array.from({ length: 6 }, (_, index) => `F0${index + 1}`),
    ...Array.from({ length: 5 }, (_, index) => `C0${index + 1}`),
    ...Array.from({ length: 8 }, (_, index) => `K0${index + 1}`),
  ];
  expect(RULES.map(({ id }) => id)).toEqual(wanted);
});
