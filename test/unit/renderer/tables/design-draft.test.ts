// The design editor's own logic, and what editing 表1 saves.
import { describe, expect, it } from 'vitest';
import { changeDesign, copyOf, designProblem, newDesign } from '#renderer/features/tables/design/draft.ts';
import { addIndicator, indicatorChanges } from '#shared/tables/indicator-changes.ts';
import { indicatorsOf } from '#shared/tables/indicators.ts';
import { samplePlan } from '../../seeds/sample-plan.ts';

describe('a design', () => {
  it('never has a dimension twice, and keeps sums where there are no other columns', () => {
    const byYear = changeDesign(newDesign(), { columns: 'year', totalColumns: 'none' });
    expect(changeDesign(byYear, { rows: ['year'] })).toMatchObject({ columns: null, totalColumns: 'first' });
    expect(changeDesign(byYear, { rows: ['town', 'town'] }).rows).toEqual(['town']);
    expect(changeDesign(byYear, { measures: [] }).measures).toEqual(['count', 'total']);
  });

  it.each([
    [{ title: ' ' }, '请填写表名'],
    [{ filter: { minTotal: 2, maxTotal: 1 } }, '总投资的下限大于上限'],
    [{}, null],
  ])('%j: %s', (change, problem) => expect(designProblem({ ...newDesign(), ...change })).toBe(problem));

  it('is copied into the annex under its own name', () => {
    const copy = copyOf({ ...newDesign(), title: '甲', chapter: 4 });
    expect([copy.title, copy.chapter]).toEqual(['甲（另做）', 'annex']);
  });
});

describe('indicators', () => {
  const { reference } = samplePlan();
  const before = indicatorsOf({ reference, records: {} });
  const [first, second] = before;
  if (!first || !second) throw new Error('no indicators');

  /** The indicators after what was saved. */
  const savedAs = (changes: ReturnType<typeof indicatorChanges>) =>
    indicatorsOf({
      reference,
      records: { indicator: new Map(changes.flatMap(({ id, value }) => (value ? [[id, value] as const] : []))) },
    });

  it('save what changed and nothing else', () => {
    expect(indicatorChanges(before, before)).toEqual([]);
    const drafts = before.map((draft) => (draft === second ? { ...draft, targetValue: '≥99', baseValue: ' ' } : draft));
    const changes = indicatorChanges(before, drafts);
    expect(changes.map(({ id }) => id)).toEqual(['2']);
    expect(savedAs(changes)[1]).toMatchObject({ number: 2, targetValue: '≥99', baseValue: null, name: second.name });
  });

  it('number through after one is taken out and one put in', () => {
    const drafts = addIndicator(before.slice(1), first.group, 'new', { firstYear: 2021, lastYear: 2025 }).map(
      (draft) => (draft.id === 'new' ? { ...draft, name: '新指标' } : draft),
    );
    const now = savedAs(indicatorChanges(before, drafts));
    expect(now.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(now[0]?.name).toBe(second.name);
    expect(now[9]).toMatchObject({ name: '新指标', group: first.group, isOwn: true });
    expect(now[10]?.group).not.toBe(first.group);
  });
});
