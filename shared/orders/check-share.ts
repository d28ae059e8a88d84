// G05: how much of the printed plan is another one by now, with or without orders.
import type { Finding } from '../checks/finding.ts';
import { MOST_CHANGED, MOST_MONEY } from '../checks/order-rule-heads.ts';
import { PROJECT_TABLE, plainFinding } from '../checks/wording.ts';
import { projectIdsOf } from '../domain/change-order.ts';
import { toFen, wanText } from '../values/money.ts';
import { totalOf } from '../versions/compare.ts';
import type { OrderFacts } from './facts.ts';

export function checkShare({ data, orders, printed, unregistered, settings }: OrderFacts): Finding[] {
  if (printed === null || printed.count === 0) return [];
  const since = orders.filter(({ appliedAt }) => appliedAt !== null && appliedAt > printed.at);
  const changed = new Set([
    ...since.flatMap(projectIdsOf),
    ...unregistered.flatMap(({ before, after }) => [...before, ...after].map(({ id }) => id)),
  ]);
  const total = totalOf(data.projects);
  const [byCount, byMoney] = [changed.size / printed.count, Math.abs(total - printed.totalFen) / printed.totalFen];
  const [mostChanged, mostMoney] = [settings.of('G05', MOST_CHANGED), settings.of('G05', MOST_MONEY)];
  const reasons = [
    ...(byCount * 100 > mostChanged
      ? [`调整的项目 ${changed.size} 个，占印发稿 ${printed.count} 个的 ${percent(byCount)}%（超过 ${mostChanged}%）`]
      : []),
    ...(printed.totalFen !== 0 && byMoney * 100 > mostMoney
      ? [
          `总投资由 ${wanText(toFen(printed.totalFen))} 变为 ${wanText(total)} 万元，增减 ${percent(byMoney)}%（超过 ${mostMoney}%）`,
        ]
      : []),
  ];
  if (reasons.length === 0) return [];
  const place = { table: PROJECT_TABLE, row: '合计', column: '调整变更' };
  const message = `${PROJECT_TABLE}：印发稿“${printed.name}”以后${reasons.join('；')}。建议按规划修编报原批准机关。`;
  return [plainFinding('G05', 'warning', place, message, { left: String(changed.size), right: String(printed.count) })];
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}
