// Words of tasks: targets in one cell or in three, who leads and who works along, time limits.
import { describe, expect, it } from 'vitest';
import { dueDay } from '#shared/lists/due.ts';
import { goalText, normalGoal } from '#shared/lists/task-goal.ts';
import { readUnits } from '#shared/lists/task-units.ts';
import { fc } from '#test/support/fc.ts';

describe('a target', () => {
  it.each([
    [
      ['', '森林覆盖率 ≥65%', ''],
      ['森林覆盖率', '≥65', '%'],
    ],
    [
      ['森林覆盖率', '≥ 65', '%'],
      ['森林覆盖率', '≥65', '%'],
    ],
    [
      ['乡镇卫生院达标率', '100/50/100', '%'],
      ['乡镇卫生院达标率', '100/50/100', '%'],
    ],
    [
      ['', '应兜尽兜', '%'],
      ['', '应兜尽兜（%）', ''],
    ],
    [
      ['蓄积量', '6300', '万m³'],
      ['蓄积量', '6300', '万m³'],
    ],
    [
      ['培训', '每人每年1次以上', '次'],
      ['', '培训 每人每年1次以上', ''],
    ],
    [
      ['', '', ''],
      ['', '', ''],
    ],
  ])('%s', ([measure = '', goal = '', unit = ''], [m, g, u]) => {
    expect(normalGoal({ measure, goal, unit })).toEqual({ measure: m, goal: g, unit: u });
  });

  it('comes back from the form as it went out', () => {
    const words = fc.string({
      unit: fc.constantFrom('森', '≥', '6', '5', '%', ' ', '/', '.', '（', '万', '：'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(words, words, words, (measure, goal, unit) => {
        const parts = normalGoal({ measure, goal, unit });
        expect(normalGoal({ measure: '', goal: goalText(parts), unit: '' })).toEqual(parts);
      }),
    );
  });
});

describe('units', () => {
  it.each([
    ['区农业农村局牵头，区工信局、区商务局配合', '区农业农村局', '区工信局、区商务局', false],
    ['牵头单位：区农业农村局；配合单位：区发展改革局、各乡镇', '区农业农村局', '区发展改革局、各乡镇', false],
    ['区农业农村局（牵头）、区财政局', '区农业农村局', '区财政局', false],
    ['区农业农村局、区财政局', '区农业农村局', '区财政局', true],
    ['区农业农村局', '区农业农村局', '', false],
    ['牵头单位：区水利局\n配合单位：区财政局', '区水利局', '区财政局', false],
    ['', '', '', false],
  ])('%s', (cell, lead, partners, isGuessed) => {
    expect(readUnits(cell)).toEqual({ lead, partners, isGuessed });
  });
});

describe('a time limit', () => {
  it.each([
    ['2025年底', '2025-12-31'],
    ['2025年', '2025-12-31'],
    ['2025年底前完成', '2025-12-31'],
    ['2025年6月底前', '2025-06-30'],
    ['2024年上半年', '2024-06-30'],
    ['2024年第三季度', '2024-09-30'],
    ['2025-12-20', '2025-12-20'],
    ['长期坚持', null],
    ['每年6月', null],
    ['2021—2025年', null],
    ['', null],
  ])('%s', (text, day) => {
    expect(dueDay(text)).toBe(day);
  });
});
