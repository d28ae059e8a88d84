// Items of change orders in words for lists.
import type { ChangeItem } from '#shared/domain/change-order.ts';
import { formatPeriod } from '#shared/domain/periods.ts';
import { NAMELESS, type Project } from '#shared/domain/project.ts';
import { showAmount } from '#shared/format/shown-amount.ts';

/** “甲村水渠”等 3 项 */
export function itemsName(items: readonly ChangeItem[]): string {
  const first = items[0]?.after[0] ?? items[0]?.before[0];
  const name = first?.name || NAMELESS;
  return items.length > 1 ? `${name} 等 ${items.length} 项` : name;
}

/** Name, content, years and money of one side; 无 for an empty one. */
export function sideWords(projects: readonly Project[]): string {
  return projects.length === 0 ? '无' : projects.map(projectWords).join('；');
}

function projectWords({ name, content, startAt, endAt, amounts, town, village }: Project): string {
  const facts = [
    `${town ?? ''}${village ?? ''}`,
    formatPeriod(startAt, endAt),
    amounts.total === null ? '' : `${showAmount(amounts.total)} 万元`,
  ].filter((part) => part !== '');
  return `${name || NAMELESS}${content ? `：${content}` : ''}（${facts.join('，')}）`;
}
