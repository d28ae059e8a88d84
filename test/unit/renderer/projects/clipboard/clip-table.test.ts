// Text and HTML of one copy put together, and the choices of 选择性粘贴.
import { describe, expect, it } from 'vitest';
import { arrange, PLAIN_PASTE, readClipboard, textFor } from '#renderer/features/projects/clipboard/clip-table.ts';
import { column } from '../fixture.ts';

describe('readClipboard', () => {
  it('takes words from the text and exact numbers from the HTML', () => {
    const html = '<table><tr><td>甲  乙</td><td x:num="1234.5678">1,234.57</td></tr></table>';
    expect(readClipboard({ text: '甲  乙\t1,234.57\r\n', html })).toEqual([
      [{ text: '甲  乙' }, { text: '1,234.57', exact: '1234.5678' }],
    ]);
  });

  it('takes merged cells from the HTML', () => {
    const html = '<table><tr><td rowspan=2>研和街道</td></tr><tr></tr></table>';
    expect(readClipboard({ text: '研和街道\r\n\r\n', html })).toEqual([
      [{ text: '研和街道' }],
      [{ text: '研和街道', isCovered: true }],
    ]);
  });

  it('reads either alone', () => {
    expect(readClipboard({ text: '1\t2', html: '<p>1 2</p>' })).toEqual([[{ text: '1' }, { text: '2' }]]);
    expect(readClipboard({ text: '', html: '<table><tr><td>1</td></tr></table>' })).toEqual([[{ text: '1' }]]);
    expect(readClipboard({ text: '', html: '' })).toEqual([]);
  });
});

describe('paste options', () => {
  it('turns rows into columns, ragged ones too', () => {
    const table = [[{ text: '1' }, { text: '2' }], [{ text: '3' }]];
    expect(arrange(table, { ...PLAIN_PASTE, transpose: true })).toEqual([
      [{ text: '1' }, { text: '3' }],
      [{ text: '2' }, { text: '' }],
    ]);
  });

  it('gives the exact amount unless the shown one is asked for', () => {
    const cell = { text: '1,234.57', exact: '1234.5678' };
    expect(textFor(cell, column('total'), PLAIN_PASTE)).toBe('1234.5678');
    expect(textFor(cell, column('total'), { ...PLAIN_PASTE, asShown: true })).toBe('1,234.57');
    expect(textFor(cell, column('note'), PLAIN_PASTE)).toBe('1,234.57');
  });

  it('gives a merged word to all its cells, a merged amount only to the first', () => {
    expect(textFor({ text: '研和街道', isCovered: true }, column('town'), PLAIN_PASTE)).toBe('研和街道');
    expect(textFor({ text: '100', isCovered: true }, column('total'), PLAIN_PASTE)).toBe('');
  });

  it('leaves cells alone for blanks when asked', () => {
    expect(textFor({ text: ' ' }, column('note'), { ...PLAIN_PASTE, skipBlanks: true })).toBeUndefined();
    expect(textFor({ text: '' }, column('note'), PLAIN_PASTE)).toBe('');
  });
});
