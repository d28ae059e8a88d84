import { expect, test } from 'vitest';
import { fitScale, papersFrom } from '#renderer/features/print/print-choices.ts';

const DEFAULTS = { annex: 'A3', tables: 'A4', findings: 'A4' };

test.each([
  [null, DEFAULTS],
  ['', DEFAULTS],
  ['not json', DEFAULTS],
  ['null', DEFAULTS],
  ['{"annex":"A4","tables":"A5"}', { annex: 'A4', tables: 'A4', findings: 'A4' }],
])('stored papers %j', (stored, papers) => expect(papersFrom(stored)).toEqual(papers));

test.each([
  [800, 1600, 0.5],
  [1600, 800, 1],
  [0, 1600, 1],
  [800, 0, 1],
])('a page of %d px room and %d px width', (room, width, scale) => expect(fitScale(room, width)).toBe(scale));
