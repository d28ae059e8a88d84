// A paragraph is cut where marks begin and end; the gravest shows, each place can be gone to.
import { expect, test } from 'vitest';
import { cellMark, cutMarks, type DraftMark, type MarkTone, placeKey } from '#renderer/features/proof/draft-marks.ts';

const mark = (start: number, end: number, tone: MarkTone, message = ''): DraftMark => ({
  place: { kind: 'text', block: 3, start, end },
  tone,
  message,
});

test('text without marks is one piece, and pieces give the text again', () => {
  expect(cutMarks('共514个', [])).toEqual([{ text: '共514个', tone: null, message: '', keys: '' }]);
  const cut = cutMarks('共514个项目', [mark(1, 4, 'error', '差1'), mark(1, 6, 'doubt', '尾差'), mark(3, 4, 'current')]);
  expect(cut.map(({ text, tone }) => [text, tone])).toEqual([
    ['共', null],
    ['51', 'error'],
    ['4', 'current'],
    ['个项', 'doubt'],
    ['目', null],
  ]);
  expect(cut[1]).toMatchObject({ message: '差1\n尾差', keys: 't3-1-4 t3-1-6' });
  expect(cut[2]?.keys).toBe('t3-3-4');
});

test('a mark beyond the text ends with it, an empty one shows nothing', () => {
  expect(cutMarks('46', [mark(0, 9, 'error'), mark(1, 1, 'doubt')]).map(({ text, tone }) => [text, tone])).toEqual([
    ['46', 'error'],
  ]);
});

test('a cell shows its gravest mark', () => {
  const cell = (tone: MarkTone): DraftMark => ({
    place: { kind: 'table', block: 1, row: 2, column: 0 },
    tone,
    message: '',
  });
  expect(cellMark([cell('unlocated'), cell('error')], 2, 0)?.tone).toBe('error');
  expect(cellMark([cell('error')], 2, 1)).toBeUndefined();
  expect(placeKey(cell('error').place)).toBe('c1-2-0');
});
