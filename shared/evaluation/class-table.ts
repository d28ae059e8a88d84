// T-2 (SPECS F7): the classes of the plan with what was released, begun, finished, done and paid, cancelled and added.
import { projectIdsOf } from '../domain/change-order.ts';
import type { Project } from '../domain/project.ts';
import { type ProjectProgress, rateOf } from '../funds/figures.ts';
import { rateCell, textCell } from '../funds/table-cells.ts';
import type { EvaluationTable } from '../records/evaluation.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { TableCell } from '../tables/table.ts';
import { type EvaluationFacts, knownAmount, knownCount, sumFen } from './facts.ts';

const COLUMNS: EvaluationTable['columns'] = [
  { key: 'class', label: '类别', kind: 'text' },
  { key: 'count', label: '个数', group: '规划', kind: 'count', counts: '个' },
  { key: 'plan', label: '投资', group: '规划', kind: 'amount' },
  { key: 'released-count', label: '个数', group: '已下达', kind: 'count', counts: '个' },
  { key: 'released', label: '资金', group: '已下达', kind: 'amount' },
  { key: 'started', label: '开工', kind: 'count', counts: '个' },
  { key: 'finished', label: '竣工', kind: 'count', counts: '个' },
  { key: 'done', label: '完成投资', kind: 'amount' },
  { key: 'done-rate', label: '完成率(%)', kind: 'share' },
  { key: 'paid-rate', label: '支付率(%)', kind: 'share' },
  { key: 'cancelled', label: '取消', kind: 'count', counts: '个' },
  { key: 'added', label: '新增', kind: 'count', counts: '个' },
];

/** The top class of a category. */
export function topClassReader({
  reference,
}: Pick<PlanData, 'reference'>): (id: string | null) => { key: string; name: string } {
  const byId = new Map(reference.categories.map((category) => [category.id, category]));
  return (id) => {
    let category = byId.get(id ?? '');
    for (let up = category; up; up = byId.get(up.parent ?? '')) category = up;
    return category ? { key: category.id, name: category.name } : { key: '?', name: '未分类' };
  };
}

/** Projects that approved orders took out of the plan and put into it. */
export function changedByOrders({ orders }: Pick<EvaluationFacts, 'orders'>): {
  cancelled: Project[];
  added: Project[];
} {
  const items = orders.flatMap((order) => (projectIdsOf(order).length > 0 ? order.items : []));
  return {
    cancelled: items.flatMap(({ before, after }) => (after.length === 0 ? before : [])),
    added: items.flatMap(({ before, after }) => (before.length === 0 ? after : [])),
  };
}

export function classTable(facts: EvaluationFacts): EvaluationTable {
  const { data, figures, known } = facts;
  const topOf = topClassReader(data);
  const groups = new Map<string, { name: string; projects: ProjectProgress[]; cancelled: number; added: number }>();
  const at = (categoryId: string | null) => {
    const { key, name } = topOf(categoryId);
    const found = groups.get(key) ?? { name, projects: [], cancelled: 0, added: 0 };
    groups.set(key, found);
    return found;
  };
  for (const { id, scheme, parent } of data.reference.categories)
    if (scheme === data.plan.scheme && parent === null) at(id);
  for (const one of figures.projects) at(one.project.categoryId).projects.push(one);
  const { cancelled, added } = changedByOrders(facts);
  for (const { categoryId } of cancelled) at(categoryId).cancelled += 1;
  for (const { categoryId } of added) at(categoryId).added += 1;
  for (const { project, life } of figures.projects) if (life.isDropped) at(project.categoryId).cancelled += 1;
  const filled = [...groups].filter(([, group]) => group.projects.length + group.cancelled > 0);
  const total = {
    name: '合计',
    projects: [...figures.projects],
    cancelled: filled.reduce((sum, [, group]) => sum + group.cancelled, 0),
    added: added.length,
  };
  return {
    id: 'evaluation-classes',
    number: '',
    title: '各类项目实施情况表',
    columns: COLUMNS,
    rows: [
      ...filled.map(([key, group]) => ({ key, role: 'item' as const, depth: 0, cells: cellsOf(group, known) })),
      { key: 'total', role: 'total', depth: 0, cells: cellsOf(total, known) },
    ],
    notes: [
      `截至 ${facts.asOf}。完成率＝完成投资÷规划期投资，支付率＝已支付÷下达资金；没有录入的以“——”表示，不作 0 计。`,
      '取消＝批复调整取消的和清理出库的项目，新增＝批复调整新增的项目。',
      ...(figures.feeFen === 0 ? [] : ['下达资金不含项目管理费。']),
    ],
  };
}

function cellsOf(
  { name, projects, cancelled, added }: { name: string; projects: ProjectProgress[]; cancelled: number; added: number },
  known: EvaluationFacts['known'],
): TableCell[] {
  const plan = sumFen(projects.map(({ planFen }) => planFen));
  const released = sumFen(projects.map(({ releasedFen }) => releasedFen));
  const paid = sumFen(projects.map(({ paidFen }) => paidFen));
  const said = projects.filter(({ project }) => known.done.has(project.id));
  const done = sumFen(said.map(({ doneFen }) => doneFen));
  const hasDone = said.length > 0;
  return [
    textCell(name),
    { kind: 'count', value: projects.length },
    { kind: 'amount', fen: plan },
    knownCount(known.released, projects.filter(({ byBatch }) => byBatch.size > 0).length),
    knownAmount(known.released, released),
    knownCount(known.work, projects.filter(({ state }) => state === '已开工' || state === '已竣工').length),
    knownCount(known.work, projects.filter(({ state }) => state === '已竣工').length),
    knownAmount(hasDone, done),
    rateCell(hasDone ? rateOf(done, plan) : null),
    rateCell(known.paid ? rateOf(paid, released) : null),
    { kind: 'count', value: cancelled },
    { kind: 'count', value: added },
  ];
}
