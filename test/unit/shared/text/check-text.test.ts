// Text against data: the contradictions of handbook chapter 1 in sentences of our own, and what must not be marked.
import { describe, expect, it } from 'vitest';
import { bindMark, checkTemplate } from '#shared/text/check-template.ts';
import { checkText } from '#shared/text/check-text.ts';
import { partLabels } from '#shared/text/plan-parts.ts';
import { samplePlan } from '../../seeds/sample-plan.ts';

const sample = samplePlan();
const marks = (text: string, category: string | null = null) =>
  checkText(text, sample, category).map(({ raw, status, current }) => [
    raw,
    status,
    ...(current === undefined ? [] : [current]),
  ]);
const messages = (text: string): string[] =>
  checkText(text, sample)
    .filter(({ status }) => status === 'differs' || status === 'warning')
    .map(({ message }) => message);

describe('figures', () => {
  it.each<[what: string, text: string, expected: string[][]]>([
    [
      'totals',
      '全区共安排514个项目，总投资66.46亿元。',
      [
        ['514个', 'same', '514个'],
        ['66.46亿元', 'rounded', '66.46亿元'],
      ],
    ],
    [
      'D3: an old sum in the text',
      '乡村公共服务提升工程81个，投资81310.81万元。',
      [
        ['81个', 'same', '81个'],
        ['81310.81万元', 'differs', '80455.81万元'],
      ],
    ],
    [
      'D9: the class of the passage decides',
      '易地扶贫搬迁后续帮扶21个（包括公益性岗位就业资金28万元）。',
      [
        ['21个', 'same', '21个'],
        ['28万元', 'differs', '47.54万元'],
      ],
    ],
    [
      'a name in brackets ends with them',
      '稳定就业帮扶15个（其中公益性岗位就业5个、职业技能培训4个），投资856.75万元。',
      [
        ['15个', 'same', '15个'],
        ['15个', 'warning'],
        ['5个', 'same', '5个'],
        ['4个', 'same', '4个'],
        ['856.75万元', 'same', '856.75万元'],
      ],
    ],
    [
      'years',
      '2021年165个、91733.83万元，2022年162个、213074.54万元。',
      [
        ['165个', 'same', '165个'],
        ['91733.83万元', 'same', '91733.83万元'],
        ['162个', 'same', '162个'],
        ['213074.54万元', 'differs', '213104.24万元'],
      ],
    ],
    [
      'sources by their old names, and shares',
      '专项扶贫资金14364.81万元，占2.16%；县级自筹11924.49万元，占1.9%。',
      [
        ['14364.81万元', 'same', '14364.81万元'],
        ['2.16%', 'same', '2.16%'],
        ['11924.49万元', 'same', '11924.49万元'],
        ['1.9%', 'differs', '1.80%'],
      ],
    ],
    ['a period is no year', '2021年～2025年，投资总额664599.38万元。', [['664599.38万元', 'same', '664599.38万元']]],
    [
      'a figure without a name may be any',
      '其中一项为4363.52万元，另一项为4363.53万元。',
      [
        ['4363.52万元', 'same', '4363.52万元'],
        ['4363.53万元', 'unknown'],
      ],
    ],
    ['standards are no figures of the plan', '种植业每亩补助500元。', [['500元', 'unknown']]],
  ])('%s', (_, text, expected) => {
    expect(marks(text)).toEqual(expected);
  });

  it('a paragraph may say which class it is about', () => {
    expect(marks('计划安排60个，投资137640.5万元。', 'county.industry').map(([, status]) => status)).toEqual([
      'same',
      'rounded',
    ]);
  });

  it('says what is wrong in a sentence', () => {
    expect(messages('乡村公共服务提升投资81310.81万元。')).toEqual([
      '乡村公共服务提升投资：文中 81310.81万元，数据为 80455.81万元，差 855 万元。',
    ]);
  });

  it('D4: a list in brackets adds up', () => {
    expect(messages('乡村公共服务提升81个（其中，教育帮扶16个，健康帮扶19个，重点村建设47个）。')[0]).toBe(
      '括号里的 3 项合计 82个，与前面的 81个 不符，差 -1个（16个＋19个＋47个）。',
    );
  });
});

describe('trend words', () => {
  it('D13: 逐年减少 is true of projects and not of money', () => {
    expect(messages('各年实施的项目逐年减少。')).toEqual([]);
    expect(messages('各年投入的资金逐年减少。')).toEqual([
      '“逐年减少”与数据不符：各年度投资实际有增有减、呈波动状（91733.83→213104.24→124120.23→222393.47→13247.61）。',
    ]);
  });
});

describe('numbers of tables', () => {
  it('D11: the table of another class, and one that is not there', () => {
    expect(messages('稳定就业帮扶15个（见表4-1）。')).toEqual([expect.stringContaining('这里应为表4-2')]);
    expect(messages('稳定就业帮扶15个（见表4-2）。')).toEqual([]);
    expect(messages('见表9-9。')).toEqual(['规划里没有“表9-9”，请核对编号。']);
  });
});

describe('a paragraph with fields', () => {
  const check = (template: string) => checkTemplate(template, sample, partLabels(sample));

  it('marks typed figures only, read together with the fields', () => {
    const { marks: found } = check('{{地区}}有{{个数}}，种植业20个、4363.5万元。');
    expect(found.map(({ raw, status, field }) => [raw, status, field])).toEqual([
      ['20个', 'same', '{{个数:种植业}}'],
      ['4363.5万元', 'rounded', '{{投资:种植业|1位}}'],
    ]);
  });

  it('binds a figure in its place', () => {
    const template = '{{地区}}共515个项目。全区共514个。';
    const { marks: found } = check(template);
    const last = found.at(-1);
    if (!last) throw new Error('no mark');
    expect(bindMark(template, last)).toBe('{{地区}}共515个项目。全区共{{个数}}。');
  });

  it('a bound figure says the same as what was typed', () => {
    for (const text of [
      '总投资66.46亿元',
      '种植业4363.5万元',
      '2021年165个',
      '种植业占3.17%',
      '2021年财政衔接资金0.1亿元',
    ]) {
      const { marks: found, pieces } = check(text);
      for (const mark of found.filter(({ status }) => status !== 'unknown' && status !== 'differs')) {
        const bound = check(bindMark(text, mark))
          .pieces.map((piece) => piece.text)
          .join('');
        expect(bound).toBe(pieces.map((piece) => piece.text).join(''));
      }
    }
  });
});
