// B03, B04, B05, B11, B12, B14: what was paid for a project, against what was released, settled and planned.
import type { Finding } from '../checks/finding.ts';
import { SURPLUS_DAYS } from '../checks/fund-rule-heads.ts';
import { batchName, type FundBatch } from '../domain/execution.ts';
import { factsOf } from '../domain/facts-by-project.ts';
import { splitCellKey } from '../domain/project.ts';
import { topSourceOf } from '../domain/reference.ts';
import { batchesById, dayOfLine, type ProjectProgress } from '../funds/figures.ts';
import { paidUntil, statedTotals } from '../funds/stated-totals.ts';
import { toFen, wanText } from '../values/money.ts';
import {
  batchSpot,
  daysBetween,
  type ExecutionView,
  listProjects,
  pairOf,
  projectSpot,
  tell,
} from './execution-view.ts';

export function checkPayments(view: ExecutionView): Finding[] {
  const batches = batchesById(view.execution.batches);
  const findings = view.figures.projects.flatMap((one) => [
    ...checkPaid(one, batches),
    ...checkSettled(view, one),
    ...checkSources(view, one, batches),
    ...checkDays(view, one, batches),
    ...checkStated(view, one),
  ]);
  // A county begins in the middle of the year: what was paid is known, the papers are not all typed in yet.
  const loose = view.figures.projects.filter(({ releasedFen, paidFen }) => releasedFen === 0 && paidFen > 0);
  if (loose.length > 0) {
    const paid = toFen(loose.reduce((sum, { paidFen }) => sum + paidFen, 0));
    const words = `${listProjects(loose)}有支付 ${wanText(paid)} 万元，没有录入下达资金，支付率算不出来。请补录资金批次（指标文）和分配表`;
    findings.push(
      tell('B03', 'warning', batchSpot('', '下达资金'), words, { left: wanText(paid), right: '0', aspect: 'none' }),
    );
  }
  return findings;
}

function checkPaid(
  { project, paidFen, releasedFen, byBatch }: ProjectProgress,
  batches: ReadonlyMap<string, FundBatch>,
): Finding[] {
  if (releasedFen <= 0) return [];
  if (paidFen > releasedFen) {
    const words = `已支付 ${wanText(paidFen)} 万元，超过下达资金 ${wanText(releasedFen)} 万元，多 ${wanText(toFen(paidFen - releasedFen))} 万元。请核对支付，或补录没有录入的资金批次`;
    return [tell('B03', 'error', projectSpot(project, '已支付'), words, pairOf(paidFen, releasedFen))];
  }
  return [...byBatch].flatMap(([id, { releasedFen: given, paidFen: paid }]) => {
    const batch = batches.get(id);
    if (!batch || paid <= given) return [];
    const words = `由批次“${batchName(batch)}”支付 ${wanText(toFen(paid))} 万元，多于它下达的 ${wanText(toFen(given))} 万元；各批次合计没有超。请核对支付用的是哪一个批次`;
    return [
      tell('B03', 'warning', projectSpot(project, '已支付'), words, {
        ...pairOf(toFen(paid), toFen(given)),
        aspect: id,
      }),
    ];
  });
}

function checkSettled({ settings, asOf, execution }: ExecutionView, one: ProjectProgress): Finding[] {
  const { project, paidFen, settledFen, surplusFen, life } = one;
  if (settledFen === null) return [];
  const findings: Finding[] = [];
  if (paidFen > settledFen) {
    const words = `支付 ${wanText(paidFen)} 万元，超过审定结算价 ${wanText(settledFen)} 万元 ${wanText(toFen(paidFen - settledFen))} 万元。请追回多付的资金，或更正结算价`;
    findings.push(tell('B04', 'warning', projectSpot(project, '已支付'), words, pairOf(paidFen, settledFen)));
  }
  const settledAt = life.reached.get('settled') ?? null;
  const limit = settings.of('B12', SURPLUS_DAYS);
  if (surplusFen !== null && surplusFen > 0 && settledAt !== null && daysBetween(settledAt, asOf) > limit) {
    const takenBack = factsOf(execution.lines, project.id).some(
      ({ amountFen, date }) => amountFen < 0 && (date ?? asOf) >= settledAt,
    );
    if (!takenBack) {
      const words = `${settledAt} 结算，下达 ${wanText(one.releasedFen)} 万元，结算价 ${wanText(settledFen)} 万元，结余 ${wanText(surplusFen)} 万元已 ${daysBetween(settledAt, asOf)} 天没有收回或调整。请收回，或调整给别的项目（记一笔负的分配）`;
      findings.push(tell('B12', 'warning', projectSpot(project, '结余'), words, pairOf(one.releasedFen, settledFen)));
    }
  }
  return findings;
}

/** What was released by a source in a year beyond what the plan gives there; less is no fault while the year runs. */
function checkSources(
  { data, asOf }: ExecutionView,
  { project, byBatch }: ProjectProgress,
  batches: ReadonlyMap<string, FundBatch>,
): Finding[] {
  const plan = new Map<string, number>();
  const keyOf = (year: string, source: string): string =>
    `${year}|${topSourceOf(data.reference, source)?.id ?? source}`;
  for (const [key, fen] of Object.entries(project.amounts.cells)) {
    const { year, source } = splitCellKey(key);
    const at = keyOf(year, source);
    plan.set(at, (plan.get(at) ?? 0) + fen);
  }
  if (plan.size === 0) return [];
  const years = new Set([...plan.keys()].map((key) => splitCellKey(key).year));
  const released = new Map<string, number>();
  for (const [id, { releasedFen }] of byBatch) {
    const batch = batches.get(id);
    if (!batch?.fundSourceId || !years.has(String(batch.year))) continue;
    const at = keyOf(String(batch.year), batch.fundSourceId);
    released.set(at, (released.get(at) ?? 0) + releasedFen);
  }
  return [...released].flatMap(([key, fen]) => {
    const { year, source } = splitCellKey(key);
    const planned = plan.get(key) ?? 0;
    if (fen === planned || (fen < planned && asOf < `${year}-12-31`)) return [];
    const name = data.reference.fundSources.find(({ id }) => id === source)?.name ?? source;
    const words = `${year}年${name}下达 ${wanText(toFen(fen))} 万元，规划是 ${wanText(toFen(planned))} 万元，差 ${wanText(toFen(fen - planned))} 万元。两个数各自照存；请核对批次的资金来源，或办理规划调整`;
    return [
      tell('B05', 'warning', projectSpot(project, '下达资金'), words, {
        ...pairOf(toFen(fen), toFen(planned)),
        aspect: key,
      }),
    ];
  });
}

function checkDays(
  { execution, asOf }: ExecutionView,
  { project, life }: ProjectProgress,
  batches: ReadonlyMap<string, FundBatch>,
): Finding[] {
  const payments = factsOf(execution.payments, project.id).filter(
    ({ date, amountFen }) => date <= asOf && amountFen > 0,
  );
  if (payments.length === 0) return [];
  const days = factsOf(execution.lines, project.id).flatMap((line) => dayOfLine(line, batches) ?? []);
  const first = days.reduce<string | null>((least, day) => (least === null || day < least ? day : least), null);
  const archived = life.reached.get('archived') ?? null;
  const early = first === null ? [] : payments.filter(({ date }) => date < first);
  const late = archived === null ? [] : payments.filter(({ date }) => date > archived);
  const say = (found: typeof payments, words: string, aspect: string): Finding[] => {
    const [one] = found;
    if (!one) return [];
    const more = found.length > 1 ? `等 ${found.length} 笔` : '';
    return [
      tell(
        'B11',
        'warning',
        projectSpot(project, '支付日期'),
        `${one.date} 支付 ${wanText(one.amountFen)} 万元${more}，${words}。请核对日期`,
        {
          left: one.date,
          right: (aspect === 'early' ? first : archived) ?? '',
          aspect,
        },
      ),
    ];
  };
  return [...say(early, `早于最早的下达日期 ${first}`, 'early'), ...say(late, `晚于归档日期 ${archived}`, 'late')];
}

/** What the newest monthly sheet stated, against the payments up to its day. */
function checkStated({ execution, asOf }: ExecutionView, { project }: ProjectProgress): Finding[] {
  const newest = statedTotals(factsOf(execution.notes, project.id)).findLast(({ date }) => date <= asOf);
  if (!newest) return [];
  const [said, paid] = [toFen(newest.fen), toFen(paidUntil(factsOf(execution.payments, project.id), newest.date))];
  if (said === paid) return [];
  const what =
    paid > said ? `多 ${wanText(toFen(paid - said))} 万元，可能记重了` : `少 ${wanText(toFen(said - paid))} 万元`;
  const words = `截至 ${newest.date} 的月报累计支付 ${wanText(said)} 万元，到那一天已记支付 ${wanText(paid)} 万元，${what}。请核对各笔支付，月报不对的请更正后再导入`;
  return [
    tell('B14', 'warning', projectSpot(project, '已支付'), words, { ...pairOf(paid, said), aspect: newest.date }),
  ];
}
