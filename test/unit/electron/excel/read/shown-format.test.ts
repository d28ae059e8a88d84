// The scale of a number format, told from the text that an OpenDocument cell shows.
import { describe, expect, it } from 'vitest';
import { shownFormat } from '#electron/excel/read/shown-format.ts';
import { scaleOf } from '#shared/import/format-scale.ts';

describe('shownFormat', () => {
  it.each([
    ['250000', '25.0万元', 4, '万元'],
    ['254123.5', '25.4', 4, null],
    ['254123.5', '25万', 4, '万元'],
    ['-254123.5', '-25.4', 4, null],
    ['1234567', '1,235', 3, null],
    ['1234567', '¥1,234,567.00', 0, null],
    ['25.4', '25.40万元', 0, '万元'],
    ['25.456', '25.46', 0, null],
    ['0.004', '0.0', 0, null],
    ['0', '0.0万元', 0, '万元'],
    ['45000', '2023-03-15', 0, null],
    ['0.35', '###', 0, null],
    ['10', '10', 0, null],
    ['250000', '250!.0万元', 3, '万元'],
  ])('%s shown as %s', (stored, shown, powers, unit) => {
    const scale = scaleOf(shownFormat(stored, shown), stored);
    expect([scale.powers, scale.unit]).toEqual([powers, unit]);
  });
});
