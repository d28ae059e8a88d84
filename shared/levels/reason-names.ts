// What the reasons of the comparison are called.
import type { StepReason } from './bridge.ts';
import type { LineReason } from './class-lines.ts';

export const REASON_NAMES: Readonly<Record<StepReason | LineReason, string>> = {
  equal: '一致',
  print: '县级印发稿差错',
  list: '明细与印发稿不同',
  unclassified: '未归类',
  rounding: '取整',
  missing: '市级单列',
  changed: '金额有调整',
};
