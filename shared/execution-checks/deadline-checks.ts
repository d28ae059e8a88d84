// B09: days by which the projects of a batch are to start, be finished and be paid, and the nodes that an office sets for
// its year (SPECS B7). A batch's own day comes before a node.
import type { Finding } from '../checks/finding.ts';
import { NODES } from '../checks/fund-rule-heads.ts';
import { batchName } from '../domain/execution.ts';
import { type BatchFigures, progressFigures, rateOf } from '../funds/figures.ts';
import { parseNode, type TimeNode } from '../funds/time-node.ts';
import { toFen, wanText } from '../values/money.ts';
import {
  batchSpot,
  dayText,
  type ExecutionView,
  isStarted,
  listProjects,
  projectsOfBatch,
  tell,
} from './execution-view.ts';

export function checkDeadlines(view: ExecutionView): Finding[] {
  return [...view.figures.batches.flatMap((batch) => checkBatch(view, batch)), ...checkNodes(view)];
}

function checkBatch(view: ExecutionView, { batch }: BatchFigures): Finding[] {
  const { asOf } = view;
  const isPast = (day: string | null): day is string => day !== null && day < asOf;
  if (![batch.startBy, batch.finishBy, batch.payBy].some(isPast)) return [];
  const name = batchName(batch);
  const projects = projectsOfBatch(view, batch);
  const findings: Finding[] = [];
  const say = (day: string, what: string, words: string, left: string, right: string): void => {
    findings.push(
      tell('B09', 'warning', batchSpot(name, what), `${dayText(day)}${what}已过：${words}`, {
        left,
        right,
        aspect: what,
      }),
    );
  };
  if (isPast(batch.startBy)) {
    const open = projects.filter(({ progress }) => !isStarted(progress)).map(({ progress }) => progress);
    if (open.length > 0)
      say(
        batch.startBy,
        '开工期限',
        `${listProjects(open)}没有开工。请督促开工，或补录开工日期`,
        `${projects.length - open.length}`,
        `${projects.length}`,
      );
  }
  if (isPast(batch.finishBy)) {
    const open = projects.filter(({ progress }) => progress.state !== '已竣工').map(({ progress }) => progress);
    if (open.length > 0)
      say(
        batch.finishBy,
        '竣工期限',
        `${listProjects(open)}没有竣工。请督促，或补录竣工日期`,
        `${projects.length - open.length}`,
        `${projects.length}`,
      );
  }
  if (isPast(batch.payBy)) {
    const open = projects.filter(({ releasedFen, paidFen }) => paidFen < releasedFen);
    const unpaid = toFen(open.reduce((sum, { releasedFen, paidFen }) => sum + releasedFen - paidFen, 0));
    const released = toFen(projects.reduce((sum, { releasedFen }) => sum + releasedFen, 0));
    if (unpaid > 0)
      say(
        batch.payBy,
        '支付截止',
        `未支付 ${wanText(unpaid)} 万元（${listProjects(open.map(({ progress }) => progress))}）。请支付，或收回结余`,
        wanText(toFen(released - unpaid)),
        wanText(released),
      );
  }
  return findings;
}

function checkNodes(view: ExecutionView): Finding[] {
  return view.settings.of('B09', NODES).flatMap((text) => {
    const node = parseNode(text);
    if (!node) {
      const words = `设置中的时间节点“${text}”读不懂，没有审核。请写成“9-30 支付率 75%”`;
      return [tell('B09', 'warning', batchSpot('', '时间节点'), words, { left: text, aspect: text })];
    }
    const years = [...new Set(view.figures.batches.map(({ batch }) => batch.year))];
    return years.flatMap((year) => checkNode(view, node, year));
  });
}

const DEADLINES = { 开工率: 'startBy', 竣工率: 'finishBy', 支付率: 'payBy', 分配率: null } as const;

/** A node of a year's money at the day of the node, whatever was done since. */
function checkNode(
  { data, execution, asOf }: ExecutionView,
  { month, day, kind, percent }: TimeNode,
  year: number,
): Finding[] {
  const date = `${year}-${month}-${day}`;
  if (date >= asOf) return [];
  const deadline = DEADLINES[kind];
  const batches = progressFigures(data, execution, date).batches.filter(
    ({ batch }) => batch.year === year && batch.amountFen > 0 && (deadline === null || batch[deadline] === null),
  );
  const sum = (value: (one: BatchFigures) => number): number => batches.reduce((total, one) => total + value(one), 0);
  const [part, whole] = {
    开工率: [sum((one) => one.started), sum((one) => one.projects)],
    竣工率: [sum((one) => one.finished), sum((one) => one.projects)],
    支付率: [sum((one) => one.paidFen), sum((one) => one.allocatedFen)],
    分配率: [sum((one) => one.allocatedFen), sum((one) => one.batch.amountFen)],
  }[kind] as [number, number];
  const rate = rateOf(part, whole);
  if (rate === null || part * 100 >= whole * percent) return [];
  const inMoney = kind === '支付率' || kind === '分配率';
  const figures = inMoney ? `${wanText(toFen(part))}÷${wanText(toFen(whole))} 万元` : `${part}÷${whole} 个`;
  const words = `${dayText(date)}${kind}应达到 ${percent}%，当日是 ${rate}%（${figures}）。请加快进度，或在设置中改时间节点`;
  return [
    tell('B09', 'warning', batchSpot(`${year}年资金`, kind), words, {
      left: `${rate}%`,
      right: `${percent}%`,
      aspect: date,
    }),
  ];
}
