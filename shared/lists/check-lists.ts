// 审核 of the lists beside the plan at a day (rules K, F06, and P10 against the village table). A workbook without a list hears
// nothing of it.

import type { Finding } from '../checks/finding.ts';
import { leastReturn } from '../checks/list-rule-heads.ts';
import { type RuleSettings, ruleSettings, withChosenLevels } from '../checks/rule-settings.ts';
import { RULE_BY_ID } from '../checks/rules.ts';
import { placeText, plainFinding, projectPlace } from '../checks/wording.ts';
import type { Day } from '../domain/execution.ts';
import type { Linkage } from '../records/lists.ts';
import type { PlanData } from '../records/plan-data.ts';
import { recordsOf } from '../records/records.ts';
import { documentKey } from '../values/document-number.ts';
import { wanText } from '../values/money.ts';
import { checkPlaces } from './check-places.ts';
import { checkTasks } from './check-tasks.ts';
import { checkVillages } from './check-villages.ts';
import { linkageWays, projectNames } from './linkage-list.ts';
import { listRows } from './lists.ts';

/** Findings at the levels that the planner chose. */
export function checkLists(data: PlanData, asOf: Day): Finding[] {
  const settings = ruleSettings(data.records);
  const findings = [
    ...checkTasks(data, asOf),
    ...checkVillages(data),
    ...checkPlaces(data),
    ...checkLinkages(data, settings),
    ...checkDocuments(data),
  ];
  return findings.length === 0 ? findings : withChosenLevels(findings, settings, RULE_BY_ID);
}

/** Ways that only pay out, and take nobody along. */
const PAYING: ReadonlySet<string> = new Set(['收益分红', '资产入股']);

function checkLinkages(data: PlanData, settings: RuleSettings): Finding[] {
  const rows = recordsOf(data.records, 'linkage');
  if (rows.size === 0) return [];
  const byId = new Map(data.projects.map((project) => [project.id, project]));
  return [...rows].flatMap(([id, linkage]) => {
    const project = byId.get(linkage.projectId);
    if (!project) return [];
    const place = projectPlace(project, '联农带农', 'linkage');
    const tell = (aspect: string, words: string, left: string, right: string): Finding =>
      plainFinding('K07', 'warning', place, `${placeText(place)}：${words}`, {
        left,
        right,
        aspect: `${id}|${aspect}`,
      });
    return [
      ...waysFinding(linkage, tell),
      ...numbersFindings(linkage, project.amounts.total, leastReturn(settings), tell),
    ];
  });
}

type Tell = (aspect: string, words: string, left: string, right: string) => Finding;

function waysFinding({ ways }: Linkage, tell: Tell): Finding[] {
  const known = linkageWays(ways);
  if (known.length === 0 || known.some((way) => !PAYING.has(way))) return [];
  return [
    tell(
      'ways',
      `带动方式只有“${ways}”，不能简单入股分红。请写明务工、土地流转、订单、技术等实际带动，或调整带动方式。`,
      ways,
      '',
    ),
  ];
}

function numbersFindings(
  { households, poorHouseholds, incomeFen }: Linkage,
  total: number | null,
  least: number,
  tell: Tell,
): Finding[] {
  const found: Finding[] = [];
  if (households !== null && poorHouseholds !== null && poorHouseholds > households) {
    const words = `带动的脱贫户、监测户 ${poorHouseholds} 户多于带动农户 ${households} 户。请核对。`;
    found.push(tell('poor', words, String(poorHouseholds), String(households)));
  }
  if (incomeFen !== null && incomeFen > 0 && total !== null && total > 0 && incomeFen * 100 < total * least) {
    const rate = Math.round((incomeFen * 10_000) / total) / 100;
    const words = `村集体年收益 ${wanText(incomeFen)} 万元，是总投资的 ${rate}%，低于 ${least}%。请核对收益和带动机制。`;
    found.push(tell('income', words, wanText(incomeFen), `${least}%`));
  }
  return found;
}

const MOST_NAMED = 10;

/** Numbers that no document of the list has, told once for all. */
function checkDocuments(data: PlanData): Finding[] {
  const known = new Set(
    listRows(data, 'basis-document').flatMap(({ number }) => (number === '' ? [] : [documentKey(number)])),
  );
  if (known.size === 0) return [];
  const names = projectNames(data);
  const used = [
    ...data.projects.map(({ id, documentNumber }) => [documentNumber ?? '', names.get(id) ?? ''] as const),
    ...listRows(data, 'listed-place').map(({ document, list }) => [document, list] as const),
  ];
  const orphans = new Map<string, string>();
  for (const [text, where] of used)
    for (const number of text.split(/[、；;，,\n]+/)) {
      const key = documentKey(number);
      if (/\d+号/.test(key) && !known.has(key) && !orphans.has(key)) orphans.set(key, `${number.trim()}（${where}）`);
    }
  if (orphans.size === 0) return [];
  const named = [...orphans.values()].slice(0, MOST_NAMED).join('、');
  const message = `依据文件清单：${orphans.size} 个文号不在清单里：${named}${orphans.size > MOST_NAMED ? '……' : ''}。请核对文号，或补登文件。`;
  return [plainFinding('K08', 'info', { table: '依据文件清单', row: '', column: '文号' }, message, { left: named })];
}
