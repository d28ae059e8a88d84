// 储备、开工、在建、竣工 of the whole list at a day: states with counts and amounts, stocks and flows of the year (SPECS A5, A6).
import type { Day, Execution, FundLine, Payment, ProgressNote } from '../domain/execution.ts';
import { factsByProject } from '../domain/facts-by-project.ts';
import { LIFE_STATES, type LifeEvent, type LifeStateId, lifeState, rankOf } from '../domain/life.ts';
import type { Project } from '../domain/project.ts';
import { rememberPerProject } from '../domain/remember-per-project.ts';
import type { PlanData } from '../records/plan-data.ts';
import { makeTownResolver } from '../tables/crosswalk.ts';
import { type Fen, toFen, ZERO } from '../values/money.ts';
import { shownByWork } from './shown-by-work.ts';
import { type Life, lifeOf } from './state.ts';

export interface Tally {
  count: number;
  totalFen: Fen;
}

export interface BoardRow {
  key: string;
  name: string;
  total: Tally;
  /** 未入库, 储备, 在建, 累计竣工, 清理出库: their sum is the total (L01). */
  open: Tally;
  stored: Tally;
  building: Tally;
  finished: Tally;
  dropped: Tally;
  /** 其中暂缓. */
  paused: Tally;
  /** 1 January to the day; a project can be in both. */
  startedThisYear: Tally;
  finishedThisYear: Tally;
}

export interface ProjectLife {
  project: Project;
  life: Life;
}

export interface Board {
  asOf: Day;
  /** States in order, with `dropped` last; those without projects too. */
  states: { id: LifeStateId | 'dropped'; name: string; stage: string; count: number; totalFen: Fen }[];
  summary: BoardRow;
  rows: BoardRow[];
  projects: readonly ProjectLife[];
  /** Projects that only money or progress shows to be started or finished: no step says so, nor on which day. */
  unrecorded: number;
}

export type BoardDimension = 'class' | 'town';

const NONE: readonly never[] = [];

/** The state of every project at the day. */
export function projectLives(
  { projects }: PlanData,
  { lines, events }: Pick<Execution, 'lines' | 'events'>,
  asOf: Day,
): ProjectLife[] {
  const steps = factsByProject(events);
  const money = factsByProject(lines);
  return projects.map((project) => lifeAt(project, steps.get(project.id) ?? NONE, money.get(project.id) ?? NONE, asOf));
}

const lifeAt = rememberPerProject(
  (project, events: readonly LifeEvent[], lines: readonly FundLine[], asOf: Day): ProjectLife => ({
    project,
    life: lifeOf(events, lines, asOf),
  }),
);

/** A life as the board counts it: what money and work show goes on where no step was recorded, without a day. */
function counted(
  one: ProjectLife,
  payments: readonly Payment[],
  notes: readonly ProgressNote[],
  asOf: Day,
): ProjectLife {
  const shown = payments.length + notes.length === 0 ? null : shownByWork(payments, notes, asOf);
  if (shown === null || rankOf(shown) <= rankOf(one.life.state)) return one;
  return { ...one, life: { ...one.life, state: shown } };
}

export function makeBoard(
  data: PlanData,
  execution: Pick<Execution, 'lines' | 'events'> & Partial<Pick<Execution, 'payments' | 'notes'>>,
  asOf: Day,
  by: BoardDimension | null,
): Board {
  const payments = factsByProject(execution.payments ?? NONE);
  const notes = factsByProject(execution.notes ?? NONE);
  const lives = projectLives(data, execution, asOf);
  const projects = lives.map((one) =>
    counted(one, payments.get(one.project.id) ?? NONE, notes.get(one.project.id) ?? NONE, asOf),
  );
  const states = new Map<string, { count: number; totalFen: number }>();
  const summary = emptyRow('total', '合计');
  const rows = new Map<string, BoardRow>();
  const nameOf = by === null ? null : groupReader(data, by);
  for (const one of projects) {
    const id = one.life.isDropped ? 'dropped' : one.life.state;
    const tally = states.get(id) ?? { count: 0, totalFen: 0 };
    tally.count += 1;
    tally.totalFen += one.project.amounts.total ?? 0;
    states.set(id, tally);
    count(summary, one, asOf);
    if (!nameOf) continue;
    const { key, name } = nameOf(one.project);
    const row = rows.get(key) ?? emptyRow(key, name);
    count(row, one, asOf);
    rows.set(key, row);
  }
  const tallyOf = (id: string) => states.get(id) ?? { count: 0, totalFen: 0 };
  return {
    asOf,
    states: [
      ...LIFE_STATES.map(({ id, name, stage }) => ({ id, name, stage, ...tallyOf(id) })),
      { id: 'dropped' as const, name: '清理出库', stage: '清理出库', ...tallyOf('dropped') },
    ].map(({ totalFen, ...state }) => ({ ...state, totalFen: toFen(totalFen) })),
    summary,
    rows: [...rows.values()],
    projects,
    unrecorded: projects.filter((one, index) => one !== lives[index] && !one.life.isDropped).length,
  };
}

function emptyRow(key: string, name: string): BoardRow {
  const zero = (): Tally => ({ count: 0, totalFen: ZERO });
  return {
    key,
    name,
    total: zero(),
    open: zero(),
    stored: zero(),
    building: zero(),
    finished: zero(),
    dropped: zero(),
    paused: zero(),
    startedThisYear: zero(),
    finishedThisYear: zero(),
  };
}

const STOCKS = { 未入库: 'open', 储备: 'stored', 在建: 'building', 竣工: 'finished' } as const;

function count(row: BoardRow, { project, life }: ProjectLife, asOf: Day): void {
  const add = (tally: Tally): void => {
    tally.count += 1;
    tally.totalFen = toFen(tally.totalFen + (project.amounts.total ?? 0));
  };
  add(row.total);
  add(life.isDropped ? row.dropped : row[STOCKS[lifeState(life.state).stage]]);
  if (life.isPaused && !life.isDropped) add(row.paused);
  const isOfYear = (id: LifeStateId): boolean => life.reached.get(id)?.startsWith(asOf.slice(0, 4)) ?? false;
  if (isOfYear('started')) add(row.startedThisYear);
  if (isOfYear('finished')) add(row.finishedThisYear);
}

function groupReader(data: PlanData, by: BoardDimension): (project: Project) => { key: string; name: string } {
  const { reference } = data;
  if (by === 'town') {
    const townOf = makeTownResolver(reference);
    return ({ town, regionCode }) => {
      const name = town === null || town.trim() === '' ? '' : townOf(regionCode, town);
      return name === '' ? { key: '?', name: '未注明' } : { key: name, name };
    };
  }
  const byId = new Map(reference.categories.map((category) => [category.id, category]));
  return ({ categoryId }) => {
    let category = byId.get(categoryId ?? '');
    for (let up = category; up; up = byId.get(up.parent ?? '')) category = up;
    return category ? { key: category.id, name: category.name } : { key: '?', name: '未分类' };
  };
}
