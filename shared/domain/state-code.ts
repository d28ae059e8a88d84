// The 校验码: the newest link of the hash chain as it stands on screen, on paper and in files, and as people type it.
import { localDay } from '../values/local-time.ts';

/** Digits of a link that are shown: enough that no two states of any workbook have the same. */
const SHOWN_DIGITS = 16;
/** Fewer typed digits than this name nothing. */
export const FEWEST_DIGITS = 8;

/** The short form of a link: 16 hex digits in groups of four; '' for ''. */
export function shortChainHead(head: string): string {
  return (head.slice(0, SHOWN_DIGITS).match(/.{4}/g) ?? []).join(' ');
}

/** '校验码 1a2b 3c4d 5e6f 7a8b　2026-11-30', as it is printed; `savedAt` is the ISO time of the step. '' for no head. */
export function stateCodeText(head: string, savedAt: string | null): string {
  if (head === '') return '';
  return [`校验码 ${shortChainHead(head)}`, ...(savedAt === null ? [] : [localDay(savedAt)])].join('　');
}

/** What people take for a digit when they read it off paper. */
const LOOKALIKES: Readonly<Record<string, string>> = { o: '0', l: '1', i: '1', s: '5' };

/**
 * The digits of a code as somebody typed or pasted it: with its name before it and its date behind it, in groups or not,
 * in letters of any case or width. null where it is no code, or too short for one.
 */
export function readStateCode(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*校验码\s*:?/, '')
    .replace(/(?<=[0-9a-z]{4}\s+)\d{4}-\d{2}-\d{2}\s*$/, '');
  const digits = plain.replace(/[\s\-·.]/g, '').replace(/[olis]/g, (letter) => LOOKALIKES[letter] ?? letter);
  return /^[0-9a-f]+$/.test(digits) && digits.length >= FEWEST_DIGITS && digits.length <= 64 ? digits : null;
}

/** The state of a workbook that a code names. */
export interface CodedState {
  /** Number of the step in the log. */
  step: number;
  /** ISO time. */
  at: string;
  label: string;
  author: string;
  /** So many steps came after it; 0: it is the state of today. */
  stepsSince: number;
  /** The log is as it was written up to this step; false: it was changed past the program, and the code proves nothing. */
  isProven: boolean;
}
