// Widths and line breaks of the layout model.

import { describe, expect, it } from 'vitest';
import { balanceLines, breakLines, textEm } from '#shared/print/text-lines.ts';
import { atomsOf } from '#shared/print/unbreakable.ts';
import { fc } from '#test/support/fc.ts';

describe('textEm', () => {
  it.each([
    ['', 0],
    ['项目', 2],
    ['（一）', 3],
    ['①㎡≥', 3],
    ['𠮷', 1],
  ])('%s is %d em', (text, em) => expect(textEm(text)).toBe(em));

  it('never takes less than half an em a letter, as the offices’ fonts set them', () => {
    expect(textEm('il.,:')).toBe(2.5);
    expect(textEm('664,599.38')).toBeGreaterThan(5);
    expect(textEm('MW')).toBeGreaterThan(2);
  });
});

describe('breakLines', () => {
  it.each([
    ['短', 4, ['短']],
    ['建设内容及规模', 4, ['建设内容', '及规模']],
    ['发展设施大棚130亩，建分拣间。', 7, ['发展设施大棚', '130亩，建分拣', '间。']],
    ['甲乙丙丁，戊', 4, ['甲乙丙', '丁，戊']],
    ['甲乙（丙丁）戊', 3, ['甲乙', '（丙', '丁）戊']],
    ['第一行\n\n第三行', 9, ['第一行', '', '第三行']],
    ['', 3, ['']],
    ['甲\t乙\u00a0丙', 9, ['甲 乙 丙']],
    ['甲abcdefghijklmnop乙', 3, ['甲', 'abcdefghijklmnop', '乙']],
    ['x'.repeat(40), 8, ['x'.repeat(13), 'x'.repeat(13), 'x'.repeat(13), 'x']],
    ['甲 乙', 1, ['甲', '乙']],
  ])('%j in %d em', (text, width, lines) => expect(breakLines(text, width)).toEqual(lines));

  it('loses no character but blanks, and only an unbreakable line is wider than the column', () => {
    const text = fc.string({ unit: fc.constantFrom(...'甲乙，。（）“”1234.%abcW —·\n') });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (words, width) => {
        const lines = breakLines(words, width);
        expect(lines.join('').replace(/\s/g, '')).toBe(words.replace(/\s/g, ''));
        for (const line of lines) if (textEm(line) > width + 1e-9) expect(atomsOf(line.trim()), line).toHaveLength(1);
      }),
    );
  });
});

describe('balanceLines', () => {
  it.each([
    ['项目个数', 3.2, ['项目', '个数']],
    ['乡镇（街道）', 4.5, ['乡镇', '（街道）']],
    ['总投资', 5, ['总投资']],
    ['红塔区巩固拓展脱贫攻坚成果规划项目表', 16, ['红塔区巩固拓展脱贫攻坚', '成果规划项目表']],
  ])('%s', (text, width, lines) => expect(balanceLines(text, width)).toEqual(lines));
});
