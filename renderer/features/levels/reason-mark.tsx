// The reason of a difference as a mark; nothing for equal figures.
import { Tag } from 'antd';
import type { StepReason } from '#shared/levels/bridge.ts';
import type { LineReason } from '#shared/levels/class-lines.ts';
import { REASON_NAMES } from '#shared/levels/reason-names.ts';
import { LEVEL_COLORS } from '../../ui/theme.ts';

const COLORS: Readonly<Partial<Record<StepReason | LineReason, string>>> = {
  print: LEVEL_COLORS.error,
  changed: LEVEL_COLORS.warning,
  missing: LEVEL_COLORS.warning,
  list: LEVEL_COLORS.warning,
  unclassified: LEVEL_COLORS.warning,
};

export function ReasonMark({ reason }: { reason: StepReason | LineReason }) {
  if (reason === 'equal') return null;
  return <Tag {...(COLORS[reason] ? { color: COLORS[reason] } : {})}>{REASON_NAMES[reason]}</Tag>;
}
