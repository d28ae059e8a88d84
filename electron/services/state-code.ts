// The 校验码 of the open workbook: the words that name its state on paper and in files, and the state that a code names.
import type { Database } from 'better-sqlite3';
import { chainHead, checkChain, stepsOfLink } from '#electron/db/kernel/chain.ts';
import { readChangeSet } from '#electron/db/kernel/log.ts';
import { type CodedState, FEWEST_DIGITS, readStateCode, stateCodeText } from '#shared/domain/state-code.ts';
import { AppError } from '#shared/values/app-error.ts';
import type { Session } from './session.ts';

/** '校验码 1a2b 3c4d 5e6f 7a8b　2026-11-30' of the state that is open; '' for a workbook without a log. */
export function stateCodeOf(session: Session): string {
  return stateCodeText(chainHead(session.file.db), session.status().savedAt);
}

/**
 * The state of the log that a code on paper belongs to; null: this file never had it. Throws `invalid-input` for what is
 * no code, and for one so short that it fits several states.
 */
export function findState(db: Database, text: string): CodedState | null {
  const digits = readStateCode(text);
  if (digits === null) {
    throw new AppError(
      'invalid-input',
      `“${text}”不是校验码。校验码是纸上或文件页脚里“校验码”后面的 16 位数字和字母（0—9、a—f），至少要输入前 ${FEWEST_DIGITS} 位。`,
    );
  }
  const [step, another] = stepsOfLink(db, digits);
  if (another !== undefined) {
    throw new AppError('invalid-input', `有几步的校验码都以“${digits}”开头。请把校验码输完整。`);
  }
  const set = step === undefined ? undefined : readChangeSet(db, step);
  if (step === undefined || set === undefined) return null;
  const fault = checkChain(db);
  const { n } = db.prepare<[number], { n: number }>('SELECT count(*) AS n FROM change_set WHERE id > ?').get(step) ?? {
    n: 0,
  };
  return {
    step,
    at: set.at,
    label: set.label,
    author: set.author,
    stepsSince: n,
    isProven: fault === null || (fault.changeSet !== null && fault.changeSet > step),
  };
}
