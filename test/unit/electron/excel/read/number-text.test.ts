// Numbers as sheets show them: 15 significant digits, no exponent; long whole numbers with all digits that are there.
import { describe, expect, it } from 'vitest';
import { doubleText, lastDigits, sheetNumberText } from '#electron/excel/read/number-text.ts';

describe('sheetNumberText', () => {
  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['12', '12'],
    ['1234567890.12', '1234567890.12'],
    ['3.3000000000000003', '3.3'],
    ['0.30000000000000004', '0.3'],
    ['664599.38000000012', '664599.38'],
    ['2.2999999999999998', '2.3'],
    ['-4.4000000000000004', '-4.4'],
    ['12.10', '12.1'],
    ['12.', '12'],
    ['.5', '0.5'],
    ['+5', '5'],
    ['007', '7'],
    [' 8 ', '8'],
    ['1.23E+17', '123000000000000000'],
    ['1.2345678901234567E+17', '123456789012345670'],
    ['5.3040220260101E+017', '530402202601010000'],
    ['1E-7', '0.0000001'],
    ['-1.5e-10', '-0.00000000015'],
    ['1E+21', '1000000000000000000000'],
    ['2.5E+2', '250'],
    ['0.000001', '0.000001'],
    ['123456789012345', '123456789012345'],
    ['1234567890123456', '1234567890123456'],
    ['530421199001011234', '530421199001011234'],
    [' +00530421199001011234\n', '530421199001011234'],
    ['-530421199001011234', '-530421199001011234'],
    ['12345678901234.5678', '12345678901234.6'],
  ])('%s is shown as %s', (stored, shown) => {
    expect(sheetNumberText(stored)).toBe(shown);
  });

  it.each(['', 'abc', '1,234', '0x10', '1e999', 'NaN', 'Infinity', '1e', '--1', '1 2'])('%s is no number', (stored) => {
    expect(sheetNumberText(stored)).toBeNull();
  });

  it('gives binary doubles the same way', () => {
    expect(doubleText(1234567890123456)).toBe('1234567890123456');
    expect([doubleText(0.1 + 0.2), doubleText(-0), doubleText(1e17), doubleText(Number.NaN)]).toEqual([
      '0.3',
      '0',
      '100000000000000000',
      null,
    ]);
  });
});

describe('lastDigits', () => {
  it.each([
    ['123456789012345', true, 'kept'],
    ['123456789012.3456', true, 'kept'],
    ['1234567890123456', true, 'kept'],
    ['1234567890123456', false, 'kept'],
    ['1234567890123450', true, 'maybe'],
    ['1234567890123450', false, 'maybe'],
    ['530402202601010001', true, 'kept'],
    ['-530402202601010001', true, 'kept'],
    ['530402202601010000', true, 'maybe'],
    // As JavaScript spells the double next to 530402202601012345.
    ['530402202601012350', true, 'maybe'],
    ['530402202601012350', false, 'lost'],
    ['530402202601010000', false, 'lost'],
  ] as const)('of %s, written out: %s, are %s', (text, isWrittenOut, expected) => {
    expect(lastDigits(text, isWrittenOut)).toBe(expected);
  });
});
