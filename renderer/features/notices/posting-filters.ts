// Which notices of the register are shown, and how each of them stands in a word.
import type { PostingRow } from '#shared/contract/methods/postings.ts';
import { POSTING_STATUS } from '#shared/postings/posting-state.ts';

export const POSTING_FILTERS = {
  all: '全部',
  running: '公示中',
  ended: '期满待办结',
  open: '异议未处理',
  short: '天数不足',
  changed: '公示后有改动',
} as const;
export type PostingFilter = keyof typeof POSTING_FILTERS;

const FITS: Readonly<Record<PostingFilter, (row: PostingRow) => boolean>> = {
  all: () => true,
  running: ({ status }) => status === 'running',
  ended: ({ status, open }) => status === 'ended' && open === 0,
  open: ({ open }) => open > 0,
  short: ({ isShort }) => isShort,
  changed: ({ changed }) => changed > 0,
};

export function filterPostings(rows: readonly PostingRow[], filter: PostingFilter): PostingRow[] {
  return rows.filter(FITS[filter]);
}

/** 期满待办结, with what is wrong beside it. */
export function stateWords({ status, open, isShort, needed, changed }: PostingRow): { text: string; isBad: boolean }[] {
  return [
    { text: POSTING_STATUS[status], isBad: false },
    ...(open > 0 ? [{ text: `异议 ${open} 件未处理`, isBad: true }] : []),
    ...(isShort ? [{ text: `少于 ${needed} 天`, isBad: true }] : []),
    ...(changed > 0 ? [{ text: `${changed} 个项目有改动`, isBad: true }] : []),
  ];
}
