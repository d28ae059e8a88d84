// Sentences beside a printed table: each figure against the row that it is of, against the others of the sentence, and
// against what other sentences say.
import { describe, expect, it } from 'vitest';
import { checkPublished } from '#shared/checks/check-published.ts';
import { parsePublished } from '#shared/checks/parse-published.ts';

const table = (...sentences: string[]) =>
  parsePublished(
    {
      source: '表4-1',
      unit: '万元',
      tree: [
        {
          ...{ ord: '一', name: '乡村特色产业帮扶', printed: [25, '4907.27'] },
          children: [
            { ord: '（一）', name: '种植业', printed: [20, '4363.52'], children: [] },
            { ord: '（二）', name: '小额信贷贴息', printed: [5, '543.75'], children: [] },
          ],
        },
      ],
      sentences: sentences.map((text, index) => ({ place: `八（${'一二三'.charAt(index)}）`, text })),
    },
    'plan.json',
  );
const found = (...sentences: string[]) =>
  checkPublished([table(...sentences)]).map(({ rule, level, row, left, right }) =>
    [rule, level, row, left, right].join(' ').trim(),
  );

describe('figures of rows', () => {
  it.each([
    '种植业20个、4363.52万元，约4400万元，4000万元以上，约0.44亿元。',
    '“十三五”期间种植业投入9000万元。',
    '种植业实现产值9000万元，每亩补助500元。',
    '小额信贷贴息每年108.75万元，2021年～2025年累计543.75万元。',
    '每年投放小额信用贷款2500万元，小额信贷贴息资金108.75万元，助力增收，2021年～2025年累计投放小额信用贷款1.25亿元，小额信贷贴息资金543.75万元。',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['种植业21个投资5000万元。', ['X02 warning 种植业 21 20', 'X02 warning 种植业 5000 4363.52']],
    ['种植业20个，预计总投资0.54亿元。', ['X02 warning 种植业 5400 4363.52']],
    [
      '种植业4363.52万元，种植业投资5000万元，种植业投资6000万元。',
      ['X02 warning 种植业 5000 4363.52', 'X02 warning 种植业 6000 4363.52'],
    ],
    ['小额信贷贴息每年108.75万元，五年累计600万元。', ['X02 warning 小额信贷贴息 600 543.75', 'X02 warning  600万元']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('two of one row have keys of their own', () => {
    const keys = checkPublished([table('种植业投资5000万元，种植业投资6000万元。')]).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });
});

it.each([
  ['2020年人均收入达到13927元，比2015年增加10994元，年均增长16.55%。', 'X02 warning  16.55%'],
  ['投入100万元（财政60万元，自有50万元）。', 'X02 warning  100万元'],
  ['规划期满时组织中期评估。', 'T18 warning  中期评估'],
])('a sentence against itself: %s', (text, expected) => {
  expect(found(text)).toEqual([expected]);
});

it('sentences against each other, naming both places', () => {
  const findings = checkPublished([table('坚持三级书记抓扶贫。', '落实五级书记抓乡村振兴。')]);
  expect(findings.map(({ rule, left, column }) => [rule, left, column])).toEqual([
    ['T18', '三级书记', '八（一）正文'],
    ['T18', '五级书记', '八（二）正文'],
  ]);
  expect(findings[0]?.message).toContain('八（二）正文写“五级书记”');
});
