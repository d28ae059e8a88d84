// Unit price times quantity: what is understood whole, and what is left alone.
import { describe, expect, it } from 'vitest';
import { readUnitPrice } from '#shared/checks/unit-price.ts';
import { wanText } from '#shared/values/money.ts';

const amount = (standard: string, content = ''): string | null => {
  const read = readUnitPrice(standard, content);
  return read && wanText(read.fen);
};

describe('what is understood', () => {
  it.each([
    ['每年2500万元，年利率4.35%贴息', '贴息5年', '543.75'],
    ['小额信贷每年2500万元，按年利率4.35％贴息，五年', '', '543.75'],
    ['2500万元×4.35%×5年（贷款贴息）', '', '543.75'],
    ['每座补助4000元', '新建户厕198座', '79.2'],
    ['4,000元/座', '户厕１９８座', '79.2'],
    ['198座×4000元/座', '户厕改造', '79.2'],
    ['天然林停伐补偿10元/亩', '补偿20000亩', '20'],
    ['补贴20+60元/人·天', '培训100人，培训10天', '8'],
    ['每人每天补贴20+60元', '培训100人、10天', '8'],
    ['30万元/公里', '硬化道路3.5千米', '105'],
    ['', '硬化道路3.5公里，30万元/公里', '105'],
    ['10元/亩', '2022年补偿20000亩', '20'],
  ])('%s %s', (standard, content, expected) => {
    expect(amount(standard, content)).toBe(expected);
  });
});

describe('what is not', () => {
  it.each([
    ['4000元', '户厕198座'],
    ['每座补助4000元', '户厕198座，道路3公里'],
    ['每座补助4000元', '户厕198座，公厕2座'],
    ['每座补助4000元至5000元', '户厕198座'],
    ['每座补助4000元', '涉及3个村'],
    ['30万元/公里', '硬化道路3.5公里，宽4米'],
    ['每户补助1000元', ''],
    ['2500万元，利率4.35%贴息', ''],
    ['2500万元，占50%', '5年'],
    ['按规定标准执行', '总投资30万元'],
    ['每座补助4000元', '户厕198座，总投资79.2万元'],
    ['0.333元/株', '1株'],
    ['', ''],
  ])('%s %s', (standard, content) => {
    expect(amount(standard, content)).toBe(null);
  });

  it('and long texts are read in no time', () => {
    const start = performance.now();
    readUnitPrice('1+'.repeat(20_000), `每人${'每'.repeat(20_000)}${'5 '.repeat(20_000)}`);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
