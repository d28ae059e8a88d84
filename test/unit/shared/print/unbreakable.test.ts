// What no line break may part, and where the words of a label end.
import { describe, expect, it } from 'vitest';
import { breakLines } from '#shared/print/text-lines.ts';
import { atomsOf } from '#shared/print/unbreakable.ts';
import { wordsOf } from '#shared/print/words.ts';

const firm = (text: string) => atomsOf(text).flatMap((atom) => (atom.isFirm ? [atom.text] : []));

describe('unbreakable', () => {
  it.each([
    // Numbers with sign, unit, currency.
    ['新建加工车间2600平方米，道路6.2公里', ['2600平方米', '6.2公里']],
    [
      '137,640.47万元，-1,234.50元，−5、12.5%，￥1,234.50',
      ['137,640.47万元', '-1,234.50元', '−5', '12.5%', '￥1,234.50'],
    ],
    ['１２３．４５万元', ['１２３．４５万元']],
    ['1 234 567.89 元', ['1 234 567.89 元']],
    ['3.5 m³、12kg/亩、120元/亩、5万亩、30余户', ['3.5 m³', '12kg/亩', '120元/亩', '5万亩', '30余户']],
    ['占比（12.34%）', ['12.34%']],
    // Dates, periods, sizes.
    ['2021-2022', ['2021-2022']],
    ['2024.6-2024.12', ['2024.6-2024.12']],
    ['2021年—2025年', ['2021年—2025年']],
    ['2025年3月1日至3月15日', ['2025年3月1日', '3月15日']],
    ['二〇二一年，一百余户', ['二〇二一年', '一百余户']],
    ['宽3.5×4.2米', ['3.5×4.2米']],
    // Ordinals, numbers of sections, documents and phones.
    ['（二十一）种植业(一)', ['（二十一）', '(一)']],
    ['示范项目（二期）（第三批）', ['（二期）', '（第三批）']],
    ['1.2.3 No.12 第十二条', ['1.2.3', 'No.12', '第十二条']],
    ['云财农〔2021〕15号', ['〔2021〕15号']],
    ['（0877）2024567', ['（0877）2024567']],
    ['138****1234，身份证530402********1234', ['138****1234', '530402********1234']],
    ['0877-2024567、138 8770 1234、13887701234', ['0877-2024567', '138 8770 1234', '13887701234']],
    // Words and codes.
    ['采用PVC-U管DN300，按GB/T 9704-2012', ['PVC-U', 'DN300', 'GB/T', '9704-2012']],
    ['编号3A2B', ['3A2B']],
    // A list is no number, and no word has 30 letters.
    ['1,2,3,5号', ['1', '2', '3', '5号']],
    ['2021、2022，2023', ['2021', '2022', '2023']],
    ['abcdefghijklmnopqrstuvwxyzabcd', []],
    ['乡村特色产业帮扶', []],
  ])('%s', (text, expected) => expect(firm(text)).toEqual(expected));

  it.each(['137,640.47', '（二十一）', '2024.6-2024.12', '-1,234.50万元', '〔2021〕15号'])(
    'keeps %s on one line of any width',
    (text) => {
      for (let width = 1; width < 12; width += 0.5)
        expect(breakLines(`甲${text}乙`, width)).toContainEqual(expect.stringContaining(text));
    },
  );
});

describe('words of labels', () => {
  it.each([
    ['财政衔接资金', '财政|衔接|资金'],
    ['涉农整合资金', '涉农|整合|资金'],
    ['县级自筹资金', '县级|自筹|资金'],
    ['行业部门专项资金', '行业|部门|专项|资金'],
    ['总投资', '总投资'],
    ['项目个数', '项目|个数'],
    ['2025年目标值', '2025年|目标值'],
    ['小石桥彝族乡', '小石|桥彝族乡'],
  ])('%s', (label, words) =>
    expect(
      wordsOf(label)
        .map(({ text }) => text)
        .join('|'),
    ).toBe(words),
  );
});
