// The same figures by batch, town, unit, class, source, direction or year: rows and their total (SPECS B6).
import { batchName } from '../domain/execution.ts';
import type { PlanData } from '../records/plan-data.ts';
import { makeTownResolver } from '../tables/crosswalk.ts';
import { type Fen, toFen } from '../values/money.ts';
import { type ProgressFigures, type ProjectProgress, stateWords } from './figures.ts';

export const PROGRESS_DIMENSIONS = [
  'batch',
  'town',
  'unit',
  'class',
  'project',
  'source',
  'direction',
  'year',
] as const;
export type ProgressDimension = (typeof PROGRESS_DIMENSIONS)[number];

export interface ProgressRow {
  key: string;
  name: string;
  projects: number;
  started: number;
  finished: number;
  planFen: Fen;
  releasedFen: Fen;
  paidFen: Fen;
  doneFen: Fen;
  /** Of a project; '' of a group. */
  state: string;
  percent: number | null;
}

interface Share {
  key: string;
  name: string;
  /** Of this share only; null: all of the project's. */
  money: { releasedFen: number; paidFen: number } | null;
}

/** Money under no batch, place or unit. */
const OPEN = { key: '?', name: '未注明' };

/** Rows in the order of the plan, those without a name last; and the total, the same by every dimension. */
export function groupProgress(
  data: PlanData,
  figures: ProgressFigures,
  by: ProgressDimension,
): { rows: ProgressRow[]; total: ProgressRow } {
  const total = emptyRow('total', '合计');
  for (const progress of figures.projects) add(total, progress, null, true);
  addFee(total, figures);
  const sharesOf = shareReader(data, figures, by);
  const rows = new Map<string, ProgressRow>();
  const row = (key: string, name: string): ProgressRow => {
    const found = rows.get(key) ?? emptyRow(key, name);
    rows.set(key, found);
    return found;
  };
  // Batches stand in their own order, also those without a project.
  if (by === 'batch') for (const { batch } of figures.batches) row(batch.id, batchName(batch));
  for (const progress of figures.projects) {
    const shares = sharesOf(progress);
    shares.forEach(({ key, name, money }, index) => {
      const own = row(key, name);
      // Plan and work of a project paid from two batches stand with the first, so that the rows add up.
      add(own, progress, money, index === 0);
      if (by === 'project') Object.assign(own, { state: stateWords(progress), percent: progress.percent });
    });
  }
  if (figures.feeFen !== 0 || figures.feePaidFen !== 0) feeRows(figures, by, row);
  const open = rows.get(OPEN.key);
  if (open) {
    rows.delete(OPEN.key);
    rows.set(OPEN.key, open);
  }
  return { rows: [...rows.values()], total };
}

function emptyRow(key: string, name: string): ProgressRow {
  const zero = toFen(0);
  return {
    key,
    name,
    projects: 0,
    started: 0,
    finished: 0,
    planFen: zero,
    releasedFen: zero,
    paidFen: zero,
    doneFen: zero,
    state: '',
    percent: null,
  };
}

/** Plan and work of a project belong to all of it: they are shown where `withPlan`, money of a share where it is given. */
function add(row: ProgressRow, one: ProjectProgress, money: Share['money'], withPlan: boolean): void {
  row.projects += 1;
  if (one.state === '已开工' || one.state === '已竣工') row.started += 1;
  if (one.state === '已竣工') row.finished += 1;
  row.releasedFen = toFen(row.releasedFen + (money ?? one).releasedFen);
  row.paidFen = toFen(row.paidFen + (money ?? one).paidFen);
  if (!withPlan) return;
  row.planFen = toFen(row.planFen + one.planFen);
  row.doneFen = toFen(row.doneFen + one.doneFen);
}

function addFee(row: ProgressRow, { feeFen, feePaidFen }: Pick<ProgressFigures, 'feeFen' | 'feePaidFen'>): void {
  row.releasedFen = toFen(row.releasedFen + feeFen);
  row.paidFen = toFen(row.paidFen + feePaidFen);
}

function feeRows(
  figures: ProgressFigures,
  by: ProgressDimension,
  row: (key: string, name: string) => ProgressRow,
): void {
  if (by !== 'batch' && by !== 'source' && by !== 'direction' && by !== 'year') {
    addFee(row('fee', '项目管理费'), figures);
    return;
  }
  let open = figures.feePaidFen as number;
  for (const { batch, feeFen, feePaidFen } of figures.batches) {
    if (feeFen === 0 && feePaidFen === 0) continue;
    const { key, name } = batchShare(batch, by, new Map());
    addFee(row(key, name), { feeFen, feePaidFen });
    open -= feePaidFen;
  }
  // Paid before any of it was allocated.
  if (open !== 0) addFee(row(OPEN.key, OPEN.name), { feeFen: toFen(0), feePaidFen: toFen(open) });
}

type Batch = ProgressFigures['batches'][number]['batch'];

function batchShare(
  batch: Batch,
  by: ProgressDimension,
  sources: ReadonlyMap<string, string>,
): { key: string; name: string } {
  if (by === 'batch') return { key: batch.id, name: batchName(batch) };
  if (by === 'year') return { key: String(batch.year), name: `${batch.year}年` };
  if (by === 'direction') return batch.direction === '' ? OPEN : { key: batch.direction, name: batch.direction };
  const name = sources.get(batch.fundSourceId ?? '') ?? batch.sourceText;
  return name === '' ? OPEN : { key: batch.fundSourceId ?? name, name };
}

function shareReader(
  data: PlanData,
  figures: ProgressFigures,
  by: ProgressDimension,
): (one: ProjectProgress) => Share[] {
  const { reference } = data;
  if (by === 'project') return ({ project }) => [{ key: project.id, name: project.name, money: null }];
  const named = (name: string | null | undefined): Share[] =>
    name?.trim() ? [{ key: name.trim(), name: name.trim(), money: null }] : [{ ...OPEN, money: null }];
  if (by === 'town') {
    const townOf = makeTownResolver(reference);
    return ({ project }) => named(project.town === null ? null : townOf(project.regionCode, project.town));
  }
  if (by === 'unit') return ({ project }) => named(project.unit);
  if (by === 'class') {
    const byId = new Map(reference.categories.map((category) => [category.id, category]));
    const topOf = (id: string | null) => {
      let category = byId.get(id ?? '');
      while (category?.parent) category = byId.get(category.parent) ?? { ...category, parent: null };
      return category;
    };
    return ({ project }) => {
      const top = topOf(project.categoryId);
      return [top ? { key: top.id, name: top.name, money: null } : { key: '?', name: '未分类', money: null }];
    };
  }
  const batches = new Map(figures.batches.map(({ batch }) => [batch.id, batch]));
  const sources = new Map(reference.fundSources.map(({ id, name }) => [id, name]));
  return ({ byBatch }) => {
    const shares = new Map<string, Share & { money: { releasedFen: number; paidFen: number } }>();
    for (const [id, money] of byBatch) {
      const batch = batches.get(id);
      const { key, name } = batch ? batchShare(batch, by, sources) : OPEN;
      const share = shares.get(key) ?? { key, name, money: { releasedFen: 0, paidFen: 0 } };
      share.money.releasedFen += money.releasedFen;
      share.money.paidFen += money.paidFen;
      shares.set(key, share);
    }
    if (shares.size === 0) return [{ ...OPEN, money: null }];
    return [...shares.values()];
  };
}
