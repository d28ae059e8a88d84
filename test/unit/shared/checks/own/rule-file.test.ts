// Own rules as a file: what is taken, what is refused.
import { describe, expect, it } from 'vitest';
import { planRuleImport, readRuleFile, writeRuleFile } from '#shared/checks/own/rule-file.ts';
import { nextOwnRuleId, ownRuleSchema } from '#shared/records/own-rule.ts';
import { planWith } from '../../../seeds/sample-plan.ts';

const { plan, reference } = planWith([]);
const years = ownRuleSchema.parse({ name: '年限', formula: '完工年 >= 开工年', level: 'error' });
const sums = ownRuleSchema.parse({ name: '相加', formula: '总投资 = 财政衔接资金', note: '请核对资金来源' });

describe('files of own rules', () => {
  it('come back as they were', () => {
    expect(readRuleFile(writeRuleFile([years, sums]), '规则.json')).toEqual({ rules: [years, sums] });
  });

  it.each([
    ['no json', '不是自定义审核规则文件，内容不是 JSON'],
    ['{"kind":"something","rules":[]}', '不是自定义审核规则文件。'],
    ['{"kind":"xianjie-own-rules","version":9,"rules":[{}]}', '更新版本的程序'],
    ['{"kind":"xianjie-own-rules","version":1,"rules":[]}', '没有规则'],
    ['{"kind":"xianjie-own-rules","version":1,"rules":[{"name":"a"}]}', '第 1 条规则的公式有误（缺少或填写不对）'],
    [
      '{"kind":"xianjie-own-rules","version":1,"rules":[{"name":" ","formula":"x"}]}',
      '第 1 条规则的名称有误（请填写名称）',
    ],
  ])('refuses %s', (text, reason) => {
    const read = readRuleFile(text, '规则.json');
    expect('refused' in read && read.refused).toContain(reason);
    expect('refused' in read && read.refused).toMatch(/^没有导入“规则.json”：/);
  });

  it('add what is new: known formulas are left out, taken names get a number, strange words switch a rule off', () => {
    const existing = new Map([['Z07', years]]);
    const result = planRuleImport(
      existing,
      [
        { ...years, formula: '完工年＞＝开工年' },
        { ...sums, name: '年限' },
        { ...sums, name: '外县', formula: '某某镇 个数 > 0' },
      ],
      plan,
      reference,
    );
    expect(result.known).toEqual(['年限']);
    expect(result.renamed).toEqual(['年限（2）']);
    expect(result.unclear.map(({ name }) => name)).toEqual(['外县']);
    expect(result.added.map(({ id, rule }) => [id, rule.name, rule.on])).toEqual([
      ['Z08', '年限（2）', true],
      ['Z09', '外县', false],
    ]);
  });

  it('numbers rules behind the highest', () => {
    expect(nextOwnRuleId([])).toBe('Z01');
    expect(nextOwnRuleId(['Z02', 'Z11', 'other'])).toBe('Z12');
  });
});
