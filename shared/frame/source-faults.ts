// Faults of fund sources: besides those of any tree, names whose years overlap and amounts that would have no source.

import { fundNameText } from '../domain/fund-names.ts';
import { type Project, splitCellKey } from '../domain/project.ts';
import type { FundName, FundSource } from '../domain/reference.ts';
import { addFen, type Fen, wanText, ZERO } from '../values/money.ts';
import type { FrameFault } from './faults.ts';
import type { Frame } from './frame.ts';
import { projectWords, treeFaults } from './tree-faults.ts';

export function sourceFaults(before: Frame, after: Frame, projects: readonly Project[]): FrameFault[] {
  if (before.fundSources === after.fundSources) return [];
  const { fundSources } = after;
  const faults = treeFaults(fundSources, { part: 'fundSources', what: '资金来源' });
  const byId = new Map(fundSources.map((one) => [one.id, one]));
  // In a circle every level has another one over it: that is said once.
  const isTree = faults.length === 0;
  for (const source of fundSources) faults.push(...nameFaults(source), ...(isTree ? depthFaults(source, byId) : []));
  if (!fundSources.some(({ parent }) => parent === null))
    faults.push({ part: 'fundSources', id: '', message: '一个资金来源也没有了。至少要留一个。' });
  return [...faults, ...lostAmounts(before, byId, projects)];
}

/** Sheets have two levels of sources: 财政衔接资金, and 中央, 省级 … beneath. */
function depthFaults({ id, name, parent }: FundSource, byId: ReadonlyMap<string, FundSource>): FrameFault[] {
  const over = parent === null ? undefined : byId.get(parent);
  const above = over?.parent ? byId.get(over.parent) : undefined;
  if (!over || !above || above.parent === id) return [];
  const message = `资金来源“${name}”的上级“${over.name}”自己还有上级“${above.name}”。资金来源只分两级，请改到“${above.name}”下面。`;
  return [{ part: 'fundSources', id, message }];
}

function nameFaults({ id, name, names }: FundSource): FrameFault[] {
  const fault = (message: string): FrameFault => ({ part: 'fundSources', id, message });
  const faults = names.flatMap((one): FrameFault[] => {
    if (one.name.trim() === '') return [fault(`资金来源“${name}”有一段年份没有写名称。请填写名称，或删去这一段。`)];
    if (one.from !== null && one.to !== null && one.from > one.to)
      return [fault(`资金来源“${name}”的“${one.name}”从 ${one.from} 年到 ${one.to} 年，起止颠倒了。请改过来。`)];
    return [];
  });
  const start = ({ from }: FundName): number => from ?? Number.NEGATIVE_INFINITY;
  const end = ({ to }: FundName): number => to ?? Number.POSITIVE_INFINITY;
  const sorted = names.toSorted((a, b) => start(a) - start(b));
  sorted.forEach((one, index) => {
    const next = sorted[index + 1];
    if (next && start(next) <= end(one))
      faults.push(
        fault(
          `资金来源“${name}”的两个名称年份重叠：“${fundNameText(one)}”和“${fundNameText(next)}”。一年只能有一个名称，请改起止年。`,
        ),
      );
  });
  return faults;
}

function lostAmounts(before: Frame, byId: ReadonlyMap<string, FundSource>, projects: readonly Project[]): FrameFault[] {
  const gone = before.fundSources.filter(({ id }) => !byId.has(id));
  return gone.flatMap(({ id, name }): FrameFault[] => {
    const found = projects.flatMap((project) => {
      const { bySource, cells } = project.amounts;
      const inCells = Object.entries(cells).flatMap(([key, fen]) => (splitCellKey(key).source === id ? [fen] : []));
      const own = bySource[id] ?? (inCells.length > 0 ? addFen(...inCells) : undefined);
      return own === undefined ? [] : [{ name: project.name, fen: own }];
    });
    if (found.length === 0) return [];
    const sum: Fen = addFen(ZERO, ...found.map(({ fen }) => fen));
    const message = `资金来源“${name}”在 ${projectWords(found.map((one) => one.name))}里有金额，共 ${wanText(sum)} 万元，不能直接删除。请把它并入另一个资金来源，或先改这些项目的资金来源。`;
    return [{ part: 'fundSources', id, message }];
  });
}
