// A rollup that projects go into and out of. Each figure knows how many stated it: one that nobody states any more is
// blank again, and not 0.
import { type Project, startYear } from '../domain/project.ts';
import type { Preparer, Rollup } from '../domain/rollup.ts';
import { type Fen, toFen } from '../values/money.ts';

interface Figure {
  sum: number;
  parts: number;
}
type Figures = Map<string, Figure>;

export interface RunningRollup {
  count: number;
  total: number;
  bySource: Figures;
  byYear: Figures;
  cells: Figures;
  countByYear: Figures;
  /** As it was read last; null where something changed since. */
  read: Rollup | null;
}

export function startRollup(): RunningRollup {
  const figures = (): Figures => new Map();
  return {
    count: 0,
    total: 0,
    bySource: figures(),
    byYear: figures(),
    cells: figures(),
    countByYear: figures(),
    read: null,
  };
}

/** Puts a project in (sign 1) or takes it out (-1). */
export function changeRollup(running: RunningRollup, project: Project, sign: 1 | -1, prepare: Preparer): void {
  const { bySource, byYear, cells } = prepare(project.amounts);
  running.read = null;
  running.count += sign;
  running.total += sign * (project.amounts.total ?? 0);
  for (const [key, fen] of bySource) change(running.bySource, key, fen, sign);
  for (const [key, fen] of byYear) change(running.byYear, key, fen, sign);
  for (const [key, fen] of cells) change(running.cells, key, fen, sign);
  const year = startYear(project);
  if (year !== null) change(running.countByYear, String(year), 1, sign);
}

function change(figures: Figures, key: string, value: number, sign: 1 | -1): void {
  const figure = figures.get(key);
  if (!figure) figures.set(key, { sum: sign * value, parts: sign });
  else {
    figure.sum += sign * value;
    figure.parts += sign;
    if (figure.parts === 0) figures.delete(key);
  }
}

/** What it adds up to now; the same object until something changes. */
export function readRollup(running: RunningRollup): Rollup {
  const sums = (figures: Figures): Record<string, Fen> =>
    Object.fromEntries([...figures].map(([key, { sum }]) => [key, toFen(sum)]));
  running.read ??= {
    count: running.count,
    total: toFen(running.total),
    bySource: sums(running.bySource),
    byYear: sums(running.byYear),
    cells: sums(running.cells),
    countByYear: sums(running.countByYear),
  };
  return running.read;
}
