// Reads the status columns of one row, whatever kind of sheet it stands in: days, words and the settled price, each fault
// told with its cell.
import { compactText } from '../values/fold-text.ts';
import { type AmountUnit, parseAmount } from '../values/parse-amount.ts';
import { parseDay } from '../values/parse-day.ts';
import { type StatusKey, stateOfWord, stepsOf, type ToldStatus, type ToldStep } from './status-columns.ts';

export interface StatusCell {
  text: string;
  /** The cell holds a number, maybe the serial number of a day. */
  isNumber: boolean;
  unit: AmountUnit;
}

export interface StatusFault {
  key: StatusKey;
  level: 'warning' | 'info';
  code: string;
  message: string;
}

export interface ReadStatus {
  steps: ToldStep[];
  faults: StatusFault[];
  /** A word of 项目状态 that nobody knows; '' for none. */
  unknownWord: string;
}

const DAYS = [
  ['approvedAt', 'approved'],
  ['storedAt', 'stored'],
  ['startedAt', 'started'],
  ['finishedAt', 'finished'],
  ['acceptedAt', 'accepted'],
] as const;

/** Says nothing: a dash, 无. */
const EMPTY = /^(?:[-—－/\\*]*|无|暂无|未定)$/;

/**
 * `asOf`: days after it are plans, not facts. `answers`: what words that nobody knows were said to mean; '' leaves the cell
 * out.
 */
export function readStatus(
  cellOf: (key: StatusKey) => StatusCell | null,
  asOf: string,
  answers: ReadonlyMap<string, string>,
): ReadStatus {
  const faults: StatusFault[] = [];
  const text = (key: StatusKey): string => {
    const found = cellOf(key)?.text.trim() ?? '';
    return EMPTY.test(compactText(found)) ? '' : found;
  };
  const days: ToldStatus['days'] = {};
  for (const [key, to] of DAYS) {
    const written = text(key);
    if (written === '') continue;
    const day = parseDay(written, cellOf(key)?.isNumber ?? false);
    if (day === undefined) {
      const message = `“${written}”不是日期，没有补录，请写成 2026-11-30`;
      faults.push({ key, level: 'warning', code: 'status-day', message });
    } else if (day > asOf) {
      const message = `“${written}”在 ${asOf} 以后，当作计划日期，没有补录`;
      faults.push({ key, level: 'info', code: 'status-later', message });
    } else days[to] = day;
  }
  const amount = text('settled');
  const settled = amount === '' ? null : parseAmount(amount, cellOf('settled')?.unit ?? '万元');
  if (settled?.kind === 'unreadable') {
    faults.push({
      key: 'settled',
      level: 'warning',
      code: 'amount-unparsed',
      message: `“${amount}”不是金额：${settled.reason}，没有补录`,
    });
  }
  if (settled?.kind === 'amount' && settled.fen < 0) {
    const message = `结算价“${amount}”小于零，没有补录，请核对`;
    faults.push({ key: 'settled', level: 'warning', code: 'amount-negative', message });
  }
  const stateText = text('state');
  const word = compactText(stateText);
  const answer = answers.get(word);
  const state = answer === undefined ? stateOfWord(stateText) : answer === '' ? null : (answer as ToldStatus['state']);
  const { steps, conflict } = stepsOf({
    state,
    stateText,
    days,
    documentNumber: text('approvedBy'),
    verdict: text('verdict'),
    asOf,
    settledFen: settled?.kind === 'amount' && settled.fen > 0 ? settled.fen : null,
  });
  if (conflict !== '') {
    faults.push({
      key: 'state',
      level: 'warning',
      code: 'status-contrary',
      message: `${conflict}；按日期和内容补录，请核对`,
    });
  }
  return { steps, faults, unknownWord: stateText !== '' && state === null && answer === undefined ? word : '' };
}
