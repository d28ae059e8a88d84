// Changes of the plan's head: its years, its names.
import type { PlanInfo } from '../domain/reference.ts';
import type { FrameChangeOf } from './changes.ts';
import type { Draft } from './draft.ts';

const WORDS: Partial<Record<keyof PlanInfo, string>> = {
  firstYear: '开始年',
  lastYear: '结束年',
  midYear: '中期评估年',
  fundYear: '资金名称',
  name: '规划名称',
  shortName: '简称',
  title: '附表标题',
};

export function setPlan({ frame, labels }: Draft, { set }: FrameChangeOf<'plan'>): void {
  const texts = Object.fromEntries(
    Object.entries(set).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, typeof value === 'string' ? value.trim() : value]],
    ),
  );
  const plan: PlanInfo = { ...frame.plan, ...texts };
  const changed = (Object.keys(WORDS) as (keyof PlanInfo)[]).filter((key) => plan[key] !== frame.plan[key]);
  frame.plan = plan;
  labels.push(`修改规划的${changed.map((key) => WORDS[key]).join('、') || '设置'}`);
}
