// Checks of printed tables: what they contradict in themselves, and where a plan is given, in its own sums.
import type { PlanData } from '#shared/records/plan-data.ts';
import type { PublishedIndicators, PublishedNode, PublishedTable } from '../domain/published-table.ts';
import type { Finding } from './finding.ts';
import { checkGrid } from './published-grid.ts';
import { compareWithOwn } from './published-own.ts';
import { checkTree } from './published-tree.ts';
import { INITIAL_SETTINGS, type RuleSettings } from './rule-settings.ts';
import { checkMatters } from './sentence-itself.ts';
import { checkSentences } from './sentence-rules.ts';
import { checkTableWording } from './typo-rule.ts';
import { placeText, plainFinding } from './wording.ts';

/** T12 for 表1: numbers run from 1 without gaps. */
function checkIndicators({ id, indicators }: PublishedIndicators): Finding[] {
  return indicators.flatMap(({ number, name }, index) => {
    if (number === index + 1) return [];
    const place = { table: id, row: name, column: '序号' };
    const message = `${placeText(place)}：序号 ${number}，按顺序应为 ${index + 1}。请核对是否漏列或重号。`;
    return [plainFinding('T12', 'warning', place, message, { left: String(number), right: String(index + 1) })];
  });
}

function checkInside(table: PublishedTable): Finding[] {
  if (table.kind === 'tree') return checkTree(table);
  if (table.kind === 'grid') return checkGrid(table);
  return checkIndicators(table);
}

function idsOf(table: PublishedTable): string[] {
  const ofNodes = (nodes: readonly PublishedNode[]): string[] =>
    nodes.flatMap((node) => [...(node.table === null ? [] : [node.table]), ...ofNodes(node.children)]);
  return [table.id, ...(table.kind === 'tree' ? ofNodes(table.nodes) : [])];
}

/** All findings about printed tables; with `data` also how they differ from the workbook. */
export function checkPublished(
  tables: readonly PublishedTable[],
  data?: PlanData,
  settings: RuleSettings = INITIAL_SETTINGS,
): Finding[] {
  const ids = new Set(tables.flatMap(idsOf));
  const found = tables.flatMap((table) => {
    const printed = { document: table.document, table: table.id };
    const findings = [
      ...checkInside(table),
      ...checkTableWording(table, settings),
      ...checkSentences(table, ids, data?.plan),
      ...(data ? compareWithOwn(table, data) : []),
    ];
    return findings.map((finding) => ({ ...finding, printed }));
  });
  return [...found, ...checkMatters(tables, data?.plan)];
}
