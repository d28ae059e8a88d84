// 联农带农汇总表: what projects promise by town (SPECS K-d).

import type { Linkage } from '../records/lists.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { TableCell, TableResult, TableRow } from '../tables/table.ts';
import { addFen, ZERO } from '../values/money.ts';
import { listRows } from './lists.ts';

export function linkageTowns(data: PlanData): TableResult {
  const byId = new Map(data.projects.map((project) => [project.id, project]));
  const rows = listRows(data, 'linkage').filter(({ projectId }) => byId.has(projectId));
  const towns = Map.groupBy(rows, ({ projectId }) => byId.get(projectId)?.town ?? '');
  const count = (value: number): TableCell => ({ kind: 'count', value });
  const row = (key: string, role: TableRow['role'], name: string, own: readonly Linkage[]): TableRow => ({
    ...{ key, role, depth: 0 },
    cells: [
      { kind: 'text', text: name },
      count(new Set(own.map(({ projectId }) => projectId)).size),
      count(new Set(own.flatMap(({ entity }) => (entity === '' ? [] : [entity]))).size),
      count(own.reduce((sum, { households }) => sum + (households ?? 0), 0)),
      count(own.reduce((sum, { poorHouseholds }) => sum + (poorHouseholds ?? 0), 0)),
      { kind: 'amount', fen: addFen(ZERO, ...own.map(({ incomeFen }) => incomeFen ?? ZERO)) },
    ],
  });
  return {
    ...{ id: 'linkage-towns', number: '', title: `${data.plan.regionName}联农带农汇总表`, unit: '万元' },
    columns: [
      { key: 'town', label: '乡镇（街道）', kind: 'text' },
      { key: 'projects', label: '项目数', kind: 'count', counts: '个' },
      { key: 'entities', label: '经营主体', kind: 'count', counts: '个' },
      { key: 'households', label: '带动农户', kind: 'count', counts: '户' },
      { key: 'poor', label: '其中脱贫户、监测户', kind: 'count', counts: '户' },
      { key: 'income', label: '村集体收益', kind: 'amount' },
    ],
    rows: [
      ...[...towns].map(([town, own]) => row(town, 'item', town || '（未写乡镇）', own)),
      ...(rows.length > 0 ? [row('total', 'total', '合计', rows)] : []),
    ],
    notes: ['同一户由几个项目带动的，各计一次。'],
    ...{ source: '', charts: [] },
  };
}
