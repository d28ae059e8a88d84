// The bridge (调节表) from the county's total to the city's for the same county. Every step is a difference of two figures
// that stand somewhere, so that the steps add up exactly.

import { fenOf } from '#shared/checks/published-wording.ts';
import { suspectOf } from '#shared/checks/suspects.ts';
import { decimalsOfFen, judge } from '#shared/checks/tolerance.ts';
import type { PublishedTree } from '#shared/domain/published-table.ts';
import { addFen, type Fen, subtractFen, ZERO } from '#shared/values/money.ts';
import type { ClassLine } from './class-lines.ts';
import type { LeafFigure, PrintedClass } from './county-figures.ts';

/** print: slips of the county's own print; list: the list against the print; then those of class-lines.ts. */
export type StepReason = 'print' | 'list' | 'unclassified' | 'rounding' | 'missing' | 'changed';

/** county: from what the county printed to its list; city: from the list to the city's figure. */
export type BridgeStage = 'county' | 'city';

export const STAGE_NAMES: Readonly<Record<BridgeStage, string>> = {
  county: '一、县级自身：印发数与明细',
  city: '二、县级与市级：明细与市级数',
};

export interface BridgeStep {
  stage: BridgeStage;
  reason: StepReason;
  /** Class or table that it is about. */
  label: string;
  text: string;
  fen: Fen;
}

/** From one total to the other; `list` is what the county's list comes to, between the two stages. */
export interface Bridge {
  from: Fen;
  fromLabel: string;
  list: Fen;
  listLabel: string;
  to: Fen;
  steps: BridgeStep[];
}

interface Figures {
  basis: 'projects' | 'printed';
  tree: PublishedTree | undefined;
  printed: readonly PrintedClass[];
  leaves: readonly LeafFigure[];
  classes: readonly ClassLine[];
  city: Fen;
}

function sumOf(figures: readonly { total: Fen }[]): Fen {
  return addFen(ZERO, ...figures.map(({ total }) => total));
}

/** From the printed total of the county, where there is one, else from its list, to the city's figure. */
export function buildBridge({ basis, tree, printed, leaves, classes, city }: Figures): Bridge {
  const list = sumOf(leaves);
  const listLabel = basis === 'projects' ? '县级项目明细合计' : '县级印发表各行之和';
  const from = tree?.total ? fenOf(tree.total) : list;
  const own = tree?.total ? [...printSteps(tree.id, from, printed), ...listSteps(printed, leaves)] : [];
  const steps = [
    ...own.map((step): BridgeStep => ({ ...step, stage: 'county' })),
    ...citySteps(list, classes, city).map((step): BridgeStep => ({ ...step, stage: 'city' })),
  ];
  const fromLabel = tree?.total ? '县级印发的总投资' : listLabel;
  return { from, fromLabel, list, listLabel, to: city, steps: steps.filter(({ fen }) => fen !== 0) };
}

export interface BridgePart {
  stage: BridgeStage;
  steps: readonly BridgeStep[];
  /** The sum that the steps come to. */
  toLabel: string;
  to: Fen;
}

/** The stages of a bridge that have a step, each with the sum at its end: a class may stand in both, for two reasons. */
export function bridgeParts({ steps, list, listLabel, to }: Bridge): BridgePart[] {
  const of = (stage: BridgeStage): BridgeStep[] => steps.filter((step) => step.stage === stage);
  const parts: BridgePart[] = [
    { stage: 'county', steps: of('county'), toLabel: listLabel, to: list },
    { stage: 'city', steps: of('city'), toLabel: '市级的本县总投资', to },
  ];
  return parts.filter((part) => part.steps.length > 0 || part.stage === 'city');
}

/** A step before it is known which stage it belongs to. */
type OwnStep = Omit<BridgeStep, 'stage'>;

/** Half a last place for each figure is rounding; more is a slip of the print. */
function printReason(declared: Fen, parts: readonly { total: Fen }[]): StepReason {
  const addends = parts.reduce((most, { total }) => Math.max(most, decimalsOfFen(total)), 0);
  const precision = { declared: decimalsOfFen(declared), addends, count: parts.length };
  return judge(declared, sumOf(parts), precision) === 'different' ? 'print' : 'rounding';
}

/** Printed total -> printed headings -> printed rows. */
function printSteps(id: string, total: Fen, printed: readonly PrintedClass[]): OwnStep[] {
  const headings = subtractFen(sumOf(printed), total);
  return [
    { reason: printReason(total, printed), label: id, text: '县级印发的合计与各大类之和的差', fen: headings },
    ...printed.map(({ name, table, total: heading, leaves }): OwnStep => {
      const sum = sumOf(leaves);
      const suspect = suspectOf(
        heading,
        sum,
        leaves.map(({ label, total: fen }) => ({ label, fen })),
      );
      const text = `县级印发的标题数与下属各行之和的差${suspect?.rule === 'T05' ? `：${suspect.text}` : ''}`;
      return { reason: printReason(heading, leaves), label: `${table} ${name}`, text, fen: subtractFen(sum, heading) };
    }),
  ];
}

/** Printed rows -> the list, by class; a class that only one of them has is a step too. */
function listSteps(printed: readonly PrintedClass[], leaves: readonly LeafFigure[]): OwnStep[] {
  const rows = printed.flatMap((one) => one.leaves);
  const sums = new Map<string, { label: string; fen: number }>();
  const add = ({ categoryId, label, total }: LeafFigure, sign: 1 | -1): void => {
    const key = categoryId ?? label;
    const known = sums.get(key);
    sums.set(key, { label: known?.label ?? label, fen: (known?.fen ?? 0) + sign * total });
  };
  for (const row of rows) add(row, -1);
  for (const leaf of leaves) add(leaf, 1);
  return [...sums.values()].map(({ label, fen }) => ({
    ...{ reason: 'list' as const, label, text: '项目明细与印发数的差' },
    fen: addFen(fen as Fen),
  }));
}

/** The list -> the city's classes -> the city's total. */
function citySteps(list: Fen, classes: readonly ClassLine[], city: Fen): OwnStep[] {
  const mapped = addFen(ZERO, ...classes.map((line) => line.mapped));
  const printed = addFen(ZERO, ...classes.map((line) => line.city));
  const steps = classes.flatMap(({ name, reason, text, difference }): OwnStep[] =>
    reason === 'equal' ? [] : [{ reason, label: name, text, fen: difference }],
  );
  return [
    {
      reason: 'unclassified',
      label: '未归入市级类别',
      text: '没有类别或类别没有对应关系的项目',
      fen: subtractFen(mapped, list),
    },
    ...steps,
    { reason: 'rounding', label: '市级合计', text: '市级合计与各类之和的差', fen: subtractFen(city, printed) },
  ];
}
