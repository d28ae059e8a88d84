import { expect, it } from 'vitest';
import { judgeReport } from '#shared/city/judge-report.ts';

const HELD = {
  mark: 'b',
  asOf: '2025-11-20',
  files: ['二稿.xlsx'],
  number: 2,
  earlier: [{ mark: 'a', file: '一稿.xlsx', asOf: '2025-10-20' }],
};

it.each([
  ['the first of a county', undefined, { mark: 'a', asOf: null }, 'first'],
  ['the same list', HELD, { mark: 'b', asOf: null }, 'same'],
  ['the same list of a later day', HELD, { mark: 'b', asOf: '2025-12-20' }, 'same'],
  ['a later one', HELD, { mark: 'c', asOf: '2025-12-20' }, 'newer'],
  ['another one of the same day', HELD, { mark: 'c', asOf: '2025-11-20' }, 'newer'],
  ['one without a day', HELD, { mark: 'c', asOf: null }, 'newer'],
  ['an older day', HELD, { mark: 'c', asOf: '2025-11-19' }, 'stale'],
  ['what was replaced, without a day', HELD, { mark: 'a', asOf: null }, 'stale'],
  ['what was replaced, sent again later', HELD, { mark: 'a', asOf: '2025-12-20' }, 'newer'],
] as const)('%s', (_, known, sent, kind) => {
  expect(judgeReport(known, sent).kind).toBe(kind);
});
