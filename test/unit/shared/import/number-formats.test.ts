// Number formats that show another figure than the file holds.
import { describe, expect, it } from 'vitest';
import { scaleOf } from '#shared/import/format-scale.ts';
import { type Cell, cells, problems, questions, readOne, totalWan } from './make-sheet.ts';

describe('scaleOf', () => {
  it.each([
    ['0!.0,', '1', 4, null],
    ['0\\.0,', '1', 4, null],
    ['0"."0,"万元"', '1', 4, '万元'],
    ['#,##0!.0,"万元"', '1', 4, '万元'],
    ['0!.0000"万元"', '1', 4, '万元'],
    ['0!.00,"万"', '1', 5, '万元'],
    ['#,##0,', '1', 3, null],
    ['#,##0,"千元"', '1', 3, '千元'],
    ['0.00,,', '1', 6, null],
    ['0.00,,"百万元"', '1', 6, '百万元'],
    ['0!.00,,"亿元"', '1', 8, '亿元'],
    ['#,##0.00', '1', 0, null],
    ['_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', '1', 0, null],
    ['"￥"#,##0.00', '1', 0, null],
    ['0.00"万元"', '1', 0, '万元'],
    ['0.00\\元', '1', 0, '元'],
    ['General"万元"', '1', 0, '万元'],
    ['G/通用格式"万元"', '1', 0, '万元'],
    ['0.00%', '1', -2, null],
    ['[红色]0!.0,;[蓝色]-0!.0,;"-"', '-1', 4, null],
    ['[红色]0!.0,;[蓝色]-0!.0,;"-"', '0', 0, null],
    ['[>=10000]0!.0,"万元";0"元"', '20000', 4, '万元'],
    ['[>=10000]0!.0,"万元";0"元"', '200', 0, '元'],
    ['0!.0,', '-1', 4, null],
    ['0!.0,;', '-1', 0, null],
    ['"合计;"0', '1', 0, null],
    ['[DBNum1]General', '1', 0, null],
    ['0.00E+00', '1', 0, null],
    ['# ?/?', '1', 0, null],
    ['@', '1', 0, null],
    ['', '1', 0, null],
  ])('%s of %s', (format, value, powers, unit) => {
    const scale = scaleOf(format, value);
    expect([scale.powers, scale.unit]).toEqual([powers, unit]);
  });
});

/** A list with the unit in its header and amounts of one format. */
function list(unit: string, format: string, amounts: string[], answers: Record<string, string> = {}) {
  const header = cells(`序号|项目名称|建设地点|总投资${unit}|财政衔接资金${unit}`);
  const value = (text: string): Cell => ({ kind: 'number', text, format });
  const rows = amounts.map((text, index): Cell[] => [index + 1, `项目${index}`, '研和街道', value(text), value(text)]);
  return readOne([header, ...rows], {}, { answers });
}

describe('amounts shown otherwise than stored', () => {
  it.each([
    ['（万元）', '0!.0,', '250000', '25'],
    ['（万元）', '#,##0!.0,"万元"', '250000', '25'],
    ['（万元）', '0!.0000', '254123.5', '25.41235'],
    ['', '#,##0!.0,"万元"', '250000', '25'],
    ['', '0.00"元"', '250000', '25'],
    ['', '[>=10000]0!.0,"万元";0"元"', '250000', '25'],
    ['（千元）', '#,##0,', '250000', '25'],
    ['（百万元）', '0.00,,', '250000', '25'],
    ['（亿元）', '0!.00,,', '250000000', '25000'],
    ['（万元）', '#,##0,"千元"', '250000', '25'],
    ['（元）', '0!.0,"万元"', '250000', '25'],
    ['（元）', '#,##0,"千元"', '250000', '25'],
    ['（万元）', '0.00"万元"', '25', '25'],
    ['（万元）', '0!.0000"亿元"', '25', '25'],
    ['（万元）', '#,##0.00', '25', '25'],
    ['（万元）', '¥#,##0.00', '25', '25'],
    ['（万元）', '#,##0.00_);[红色](#,##0.00)', '25', '25'],
  ])('%s %s %s is %s 万元', (unit, format, stored, expected) => {
    const table = list(unit, format, [stored]);
    expect([totalWan(table.projects), problems(table), questions(table)]).toEqual([expected, [], []]);
    expect(table.projects[0]?.amounts.bySource.fiscal).toBe(table.projects[0]?.amounts.total);
  });

  it('says so once a column', () => {
    const table = list('（万元）', '0!.0,', ['250000', '130000']);
    expect(problems(table, true)).toEqual(['info amount-format D2', 'info amount-format E2']);
    expect(table.problems[0]?.message).toContain('2 格');
    expect(table.projects[0]?.cells[3]?.value?.text).toBe('250000');
  });

  it('the header says 元: what is stored counts, whatever is shown', () => {
    const table = list('（元）', '0!.0,', ['250000']);
    expect([totalWan(table.projects), problems(table)]).toEqual([
      '25',
      ['warning amount-format D2', 'warning amount-format E2'],
    ]);
    expect(table.questions.map(({ id, assumed }) => `${id} ${assumed}`)).toEqual([
      'format:D stored',
      'format:E stored',
    ]);
  });

  it.each([
    ['（万元）', '#,##0,', '250', '250000'],
    ['（万元）', '0.00"元"', '25', '250000'],
    ['（元）', '0.00"万元"', '250000', '25'],
    ['（万元）', '0!.0', '25000', '250000'],
  ])('%s and %s contradict each other: asked', (unit, format, seen, kept) => {
    const table = list(unit, format, ['250000']);
    expect(table.questions.map(({ id, assumed }) => `${id} ${assumed}`)).toEqual(['format:D null', 'format:E null']);
    expect(problems(table)).toEqual(['error amount-format D2', 'error amount-format E2']);
    const answered = (answer: string) => {
      const read = list(unit, format, ['250000'], { 'format:D': answer, 'format:E': answer });
      return [totalWan(read.projects), problems(read), questions(read)];
    };
    expect(answered('seen')).toEqual([seen, [], []]);
    expect(answered('stored')).toEqual([kept, [], []]);
  });

  it('a percentage is no amount', () => {
    const table = list('（万元）', '0.00%', ['0.35']);
    expect([table.projects[0]?.amounts.total, problems(table)[0]]).toEqual([null, 'error amount-unparsed D2']);
  });

  it('formats that differ from cell to cell are taken cell by cell', () => {
    const header = cells('序号|项目名称|建设地点|总投资（万元）');
    const rows: Cell[][] = [
      header,
      [1, '甲', '研和街道', { kind: 'number', text: '250000', format: '0!.0,' }],
      [2, '乙', '研和街道', 30],
      [3, '丙', '研和街道', { kind: 'number', text: '40', format: '0.00"万元"' }],
      ['合计', '', '', { kind: 'number', text: '950000', format: '0!.0,' }],
    ];
    const table = readOne(rows);
    expect([totalWan(table.projects), table.claims[0]?.heldAtImport]).toEqual(['95', true]);
  });
});
