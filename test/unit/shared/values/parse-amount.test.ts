// Amounts as offices write them: what is read, what is a blank, what is handed back with a proposal.
import { describe, expect, it } from 'vitest';
import { wanText } from '#shared/values/money.ts';
import { type AmountUnit, parseAmount } from '#shared/values/parse-amount.ts';

/** 'amount text in 万元 [note]' | 'blank mark' | 'unreadable [proposal]', so that a table of examples stays readable. */
function show(text: string, unit: AmountUnit = '万元'): string {
  const reading = parseAmount(text, unit);
  if (reading.kind === 'amount') return `${wanText(reading.fen)}${reading.note ? ` ${reading.note.code}` : ''}`;
  if (reading.kind === 'blank') return `blank ${reading.mark}`;
  return reading.proposal === undefined ? 'unreadable' : `unreadable ${wanText(reading.proposal)}`;
}

describe('parseAmount', () => {
  it.each([
    ['20', '20'],
    ['664599.38', '664599.38'],
    ['29.862588', '29.862588'],
    ['17177.1233', '17177.1233'],
    ['0', '0'],
    ['0.00', '0'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['567098 ', '567098'],
    ['\u00a032662\u00a0', '32662'],
    ['\u300012.5', '12.5'],
    ['１２．５', '12.5'],
    ['1,234.50', '1234.5'],
    ['１，２３４．５０', '1234.5'],
    ['1,234,567.891', '1234567.891'],
    ['1 234 567', '1234567 spaces'],
    ['1\u00a0234.5', '1234.5 spaces'],
    ['￥20', '20'],
    ['-12.5', '-12.5'],
    ['−12.5', '-12.5'],
    ['(12.5)', '-12.5'],
    ['（1,200）', '-1200'],
    ['+3', '3'],
    ['35.410000000000004', '35.41'],
    ['0.30000000000000004', '0.3'],
    ['99999.990000000005', '99999.99'],
    ['0.12345678', '0.123457 rounded'],
  ])('reads %j', (text, expected) => expect(show(text)).toBe(expected));

  it.each([
    ['20万元', '20 unit-in-cell'],
    ['73.5 万元', '73.5 unit-in-cell'],
    ['20万', '20 unit-in-cell'],
    ['20万元整', '20 unit-in-cell'],
    ['20（万元）', '20 unit-in-cell'],
    ['159993.26元', '15.999326 unit-differs'],
    ['1.2亿元', '12000 unit-differs'],
    ['5百万元', '500 unit-differs'],
    ['30千元', '3 unit-differs'],
    ['854万（高标准农田建设400万元，示范建设295万元，畅通工程159万元）', '854 breakdown'],
    ['854(400+295+159)', '854 breakdown'],
    ['20（其中中央10万元）', '20 remark'],
    ['20（含税）', '20 remark'],
  ])('reads the unit or the breakdown in %j', (text, expected) => expect(show(text)).toBe(expected));

  it.each<[string, AmountUnit, string]>([
    ['159993.26', '元', '15.999326'],
    ['5000', '元', '0.5'],
    ['1.5', '亿元', '15000'],
    ['8万', '元', '8 unit-differs'],
    ['1.005', '元', '0.000101 rounded'],
    ['1234.5', '千元', '123.45'],
  ])('converts %j of a column in %s', (text, unit, expected) => expect(show(text, unit)).toBe(expected));

  it.each([
    ['', 'blank '],
    ['   ', 'blank '],
    ['—', 'blank —'],
    ['——', 'blank ——'],
    ['-', 'blank -'],
    ['－', 'blank －'],
    ['/', 'blank /'],
    ['无', 'blank 无'],
  ])('keeps the blank %j apart from zero', (text, expected) => expect(show(text)).toBe(expected));

  it.each([
    ['约30', 'unreadable 30'],
    ['≥10', 'unreadable 10'],
    ['30左右', 'unreadable 30'],
    ['近30万元', 'unreadable 30'],
    ['30余万元', 'unreadable 30'],
    ['20+10', 'unreadable 30'],
    ['10-20', 'unreadable'],
    ['12%', 'unreadable'],
    ['1600元/亩', 'unreadable'],
    ['待定', 'unreadable'],
    ['二十万元', 'unreadable'],
    ['20 30', 'unreadable 50'],
    ['20\n30', 'unreadable 50'],
    ['12。5', 'unreadable 12.5'],
    ['1,23', 'unreadable 1.23'],
    ['△5', 'unreadable -5'],
    ['中央400万元，省295万元', 'unreadable 695'],
    ['854万（400+295+100）', 'unreadable 854'],
    ['99999999999999999', 'unreadable'],
    ['1.23E+17', 'unreadable'],
    ['a', 'unreadable'],
    ['12亩', 'unreadable 12'],
  ])('hands back %j and never makes it a zero', (text, expected) => expect(show(text)).toBe(expected));

  it('says in how many decimals of 万元 the figure was written', () => {
    const decimals = (text: string, unit: AmountUnit = '万元') => {
      const reading = parseAmount(text, unit);
      return reading.kind === 'amount' ? reading.decimals : -1;
    };
    expect([
      decimals('12'),
      decimals('12.50'),
      decimals('3.1415'),
      decimals('159993.26', '元'),
      decimals('1.2', '亿元'),
    ]).toEqual([0, 2, 4, 6, 0]);
  });
});
