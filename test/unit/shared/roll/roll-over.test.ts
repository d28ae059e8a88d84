// 结转 of an old plan into the next (SPECS J5): states told from the plan, figures before and in the new period, what does
// not add up said.
import { describe, expect, it } from 'vitest';
import type { Project } from '#shared/domain/project.ts';
import { stateByPlan } from '#shared/roll/old-state.ts';
import { type RollChoices, type RollLine, rollOver } from '#shared/roll/roll-over.ts';
import { toFen, wan, wanText, ZERO } from '#shared/values/money.ts';
import { makeProject, planWith } from '../../seeds/sample-plan.ts';

const CHOICES: RollChoices = {
  next: { firstYear: 2026, lastYear: 2030, scheme: 'county' },
  asOf: '2025-12-31',
  take: ['在建', '储备'],
  workbook: '旧.xianjie',
};
const GOLDEN = makeProject(
  'g',
  { total: '1000', byYear: { '2024': '300', '2025': '300', '2026': '400' } },
  { startAt: '2024', endAt: '2026' },
);

function roll(project: Project, choices: Partial<RollChoices> = {}): { line: RollLine; project: Project | undefined } {
  const { projects, lines } = rollOver(planWith([project]), { ...CHOICES, ...choices });
  return { line: lines[0] as RollLine, project: projects[0] };
}
const texts = (byYear: Project['amounts']['byYear'] = {}) =>
  Object.fromEntries(Object.entries(byYear).map(([year, fen]) => [year, wanText(fen)]));

describe('figures', () => {
  it('take what was paid before the period, and say what the plan had more', () => {
    const { line, project } = roll(GOLDEN, { paid: () => wan('520') });
    expect(texts(project?.amounts.byYear)).toEqual({ before: '520', '2026': '400' });
    expect(project?.amounts.total).toBe(wan('1000'));
    expect([line.before, line.inPlan].map((fen) => wanText(fen ?? ZERO))).toEqual(['520', '400']);
    expect(line.note).toBe(
      '期前完成 520＋规划期 400 ≠ 总投资 1000，差 80：2025 年底前计划 600、已付 520，未付 80 请列入 2026 年或后续',
    );
  });

  it('take the planned years where nothing is known of payments', () => {
    const { line, project } = roll(GOLDEN);
    expect(texts(project?.amounts.byYear)).toEqual({ before: '600', '2026': '400' });
    expect(line.note).toBe('');
    expect(project).toMatchObject({ nature: '续建', originId: 'g', originWorkbook: '旧.xianjie', code: null });
  });

  it('keep the matrix by source, years before the period together', () => {
    const old = makeProject('m', {
      total: '100',
      bySource: { fiscal: '60', other: '40' },
      byYear: { '2024': '50', '2025': '20', '2026': '30' },
      cells: { '2024|fiscal': '40', '2024|other': '10', '2025|fiscal': '20', '2026|other': '30' },
    });
    const { project } = roll({ ...old, startAt: '2024', endAt: '2026' });
    expect(texts(project?.amounts.cells)).toEqual({ 'before|fiscal': '60', 'before|other': '10', '2026|other': '30' });
    expect(texts(project?.amounts.bySource)).toEqual({ fiscal: '60', other: '40' });
    const paid = roll({ ...old, startAt: '2024', endAt: '2026' }, { paid: () => wan('70') });
    expect(texts(paid.project?.amounts.cells)).toEqual({ '2026|other': '30' });
  });

  it('add what lay before the old plan too, and put years beyond the new one after it', () => {
    const old = makeProject(
      'n',
      { total: '100', byYear: { before: '10', '2025': '20', '2026': '30', '2032': '40' } },
      { startAt: '2019', endAt: '2032' },
    );
    expect(texts(roll(old).project?.amounts.byYear)).toEqual({ before: '30', '2026': '30', later: '40' });
  });

  it.each<[string, Project, string]>([
    [
      'money for later without a year',
      makeProject('l', { total: '100', byYear: { '2025': '60', later: '40' } }, { startAt: '2025', endAt: '2026' }),
      '原规划的期后投资 40 没有分到年度',
    ],
    [
      'no years at all',
      makeProject('o', { total: '100' }, { startAt: '2025', endAt: '2026' }),
      '没有分年度投资，期前完成和规划期各年请补填（总投资 100）',
    ],
    ['no total', makeProject('p', {}, { startAt: '2025', endAt: '2026' }), '没有填总投资'],
    [
      'years short of the total',
      makeProject('q', { total: '100', byYear: { '2025': '60', '2026': '30' } }, { startAt: '2025', endAt: '2026' }),
      '差 10，请核对',
    ],
  ])('say of %s', (_, project, note) => {
    expect(roll(project).line.note).toContain(note);
  });

  it('count years between an early day and the period as before it, and say so', () => {
    const { line } = roll(GOLDEN, { asOf: '2024-12-31' });
    expect(wanText(line.before ?? ZERO)).toBe('600');
    expect(line.note).toContain('截至日之后、2026 年以前计划的 300 也计入期前完成');
  });
});

describe('the state on a day', () => {
  const at = (startAt: string | null, endAt: string | null, byYear: Record<string, string> = {}, asOf = '2025-12-31') =>
    stateByPlan(makeProject('s', { byYear }, { startAt, endAt }), asOf);

  it.each<[string | null, string | null, Record<string, string>, string]>([
    ['2024', '2026', {}, '在建'],
    ['2024', '2025', {}, '竣工'],
    ['2024', null, {}, '竣工'],
    ['2024', '2025', { '2026': '5' }, '在建'],
    ['2024', '2025', { later: '5' }, '在建'],
    ['2024', '2025', { '2026': '0' }, '竣工'],
    ['2026', '2027', {}, '储备'],
    [null, null, { '2026': '5' }, '储备'],
    [null, null, { '2025': '5', '2026': '5' }, '在建'],
    [null, null, {}, '储备'],
  ])('from %s to %s with %o is %s', (start, end, byYear, state) => {
    expect(at(start, end, byYear)).toBe(state);
  });

  it('knows months', () => {
    expect(at('2025-03', '2025-10', {}, '2025-06-30')).toBe('在建');
    expect(at('2025-08', '2025-10', {}, '2025-06-30')).toBe('储备');
    expect(at('2025-01', '2025-06', {}, '2025-06-30')).toBe('竣工');
  });
});

describe('what is taken', () => {
  it('follows states, or ticks, and lists everything', () => {
    const projects = [
      GOLDEN,
      makeProject('done', { total: '1', byYear: { '2022': '1' } }, { startAt: '2022', endAt: '2022' }),
    ];
    const usual = rollOver(planWith(projects), CHOICES);
    expect(usual.projects.map(({ originId }) => originId)).toEqual(['g']);
    expect(usual.lines.map(({ isTaken, state }) => [isTaken, state])).toEqual([
      [true, '在建'],
      [false, '竣工'],
    ]);
    const ticked = rollOver(planWith(projects), { ...CHOICES, ids: new Set(['done']) });
    expect(ticked.projects.map(({ originId }) => originId)).toEqual(['done']);
    expect(ticked.lines[1]?.note).toContain('已经竣工，由人工选入');
  });

  it('has the class of the new scheme by the mapping, or none and says so', () => {
    const city = { ...CHOICES, next: { ...CHOICES.next, scheme: 'city' } };
    const planting = rollOver(planWith([GOLDEN]), city);
    expect(planting.projects[0]?.categoryId).toMatch(/^city\./);
    const unmapped = { ...CHOICES, next: { ...CHOICES.next, scheme: 'other' } };
    expect(rollOver(planWith([GOLDEN]), unmapped).lines[0]?.note).toContain('没有对应，列入未分类');
    const { line, project } = roll({ ...GOLDEN, categoryId: null }, city);
    expect(project?.categoryId).toBeNull();
    expect(line).toMatchObject({ newClass: '未分类', note: expect.stringContaining('原来没有规划类别') });
  });

  it('has the class of the same name where nothing is mapped, unless several have it', () => {
    const data = planWith([GOLDEN]);
    const own = (id: string, parent: string | null, name: string) => ({
      ...{ id, parent, name, scheme: 'own', ordinal: '', aliases: [], lastYear: null },
    });
    const rolled = (...classes: ReturnType<typeof own>[]) => {
      const reference = { ...data.reference, categories: [...data.reference.categories, ...classes] };
      return rollOver({ ...data, reference }, { ...CHOICES, next: { ...CHOICES.next, scheme: 'own' } });
    };
    const one = rolled(own('a', null, '产业'), own('b', 'a', '种植业'));
    expect(one.projects[0]?.categoryId).toBe('b');
    expect(one.lines[0]?.note).toContain('按同名类别对应');
    const two = rolled(own('a', null, '甲'), own('b', 'a', '种植业'), own('c', null, '乙'), own('d', 'c', '种植业'));
    expect(two.projects[0]?.categoryId).toBeNull();
  });

  it('sums to the same total as before', () => {
    const { projects } = rollOver(planWith([GOLDEN]), CHOICES);
    expect(projects.reduce((sum, { amounts }) => toFen(sum + (amounts.total ?? 0)), ZERO)).toBe(wan('1000'));
  });
});
