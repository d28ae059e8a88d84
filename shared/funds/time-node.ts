// 时间节点: a share that an office wants reached by a day of the year, as it is written: 9-30 支付率 75% (SPECS B7).
import { compactText } from '../values/fold-text.ts';

export const NODE_KINDS = ['开工率', '支付率', '竣工率', '分配率'] as const;

export interface TimeNode {
  /** Two digits each. */
  month: string;
  day: string;
  kind: (typeof NODE_KINDS)[number];
  percent: number;
}

const NODE =
  /^(\d{1,2})(?:月|[-./])(\d{1,2})日?前?(开工率|支付率|竣工率|分配率)(?:达到?|≥|不低于)?(\d{1,3}(?:\.\d{1,2})?)%?$/;

/** null for a text that is no node (also 2-30, or more than 100 %). */
export function parseNode(text: string): TimeNode | null {
  const [, month = '', day = '', kind = '', percent = ''] = NODE.exec(compactText(text)) ?? [];
  if (kind === '' || Number(percent) > 100) return null;
  // In a leap year, so that 29 February can be named.
  const at = new Date(Date.UTC(2024, Number(month) - 1, Number(day)));
  if (at.getUTCMonth() + 1 !== Number(month) || at.getUTCDate() !== Number(day)) return null;
  return {
    month: month.padStart(2, '0'),
    day: day.padStart(2, '0'),
    kind: kind as TimeNode['kind'],
    percent: Number(percent),
  };
}
