// B01, B02, B07, B08: what of a batch was allocated, when, to whom.
import type { Finding } from '../checks/finding.ts';
import { ALLOCATE_DAYS, CENTRAL_FEE_PERCENT, OTHER_FEE_PERCENT } from '../checks/fund-rule-heads.ts';
import { batchDay, batchName, type FundBatch } from '../domain/execution.ts';
import type { Project } from '../domain/project.ts';
import { type BatchFigures, rateOf } from '../funds/figures.ts';
import { takenBackOf } from '../funds/taken-back.ts';
import { type Fen, subtractFen, toFen, wanText } from '../values/money.ts';
import {
  batchSpot,
  daysBetween,
  type ExecutionView,
  pairOf,
  projectSpot,
  projectsOfBatch,
  tell,
} from './execution-view.ts';

export function checkBatches(view: ExecutionView): Finding[] {
  const backs = takenBackOf(view.figures.batches.map(({ batch }) => batch));
  const linked = new Set([...backs.values()].flat().map(({ id }) => id));
  return view.figures.batches.flatMap((figures) => {
    const { batch, feeFen } = figures;
    const name = batchName(batch);
    const group = [batch, ...(backs.get(batch.id) ?? [])];
    const findings = linked.has(batch.id) ? [] : checkAllocated(view, figures, group);
    const most = view.settings.of(
      'B08',
      batch.fundSourceId?.endsWith('.central') ? CENTRAL_FEE_PERCENT : OTHER_FEE_PERCENT,
    );
    if (batch.amountFen > 0 && feeFen * 100 > batch.amountFen * most) {
      const rate = rateOf(feeFen, batch.amountFen) ?? '';
      const words = `项目管理费 ${wanText(feeFen)} 万元，占 ${wanText(batch.amountFen)} 万元的 ${rate}%，超过 ${most}%。请核减`;
      findings.push(
        tell('B08', 'warning', batchSpot(name, '项目管理费'), words, { left: `${rate}%`, right: `${most}%` }),
      );
    }
    return [...findings, ...checkDirection(view, batch)];
  });
}

/** A batch with the papers that took money back from it: what it has left against what of it is with projects. */
function checkAllocated(view: ExecutionView, { batch }: BatchFigures, group: readonly FundBatch[]): Finding[] {
  const ids = new Set(group.map(({ id }) => id));
  const own = view.figures.batches.filter((one) => ids.has(one.batch.id));
  const sumOf = (value: (one: BatchFigures) => number): Fen => toFen(own.reduce((sum, one) => sum + value(one), 0));
  const [has, gives] = [sumOf((one) => one.batch.amountFen), sumOf((one) => one.allocatedFen)];
  const open = subtractFen(has, gives);
  const name = batchName(batch);
  const isBack = batch.amountFen < 0;
  const back = subtractFen(has, batch.amountFen);
  const less = back === 0 ? '' : `（${wanText(batch.amountFen)} 万元，收回 ${wanText(toFen(-back))} 万元）`;
  const findings: Finding[] = [];
  if (!isBack && open < 0) {
    const words = `已分配 ${wanText(gives)} 万元，多于批次金额 ${wanText(has)} 万元${less}，多 ${wanText(toFen(-open))} 万元。请核对分配，${back === 0 ? '或补录追加的批次' : '收回的要落实到项目（记一笔负的分配）'}`;
    findings.push(tell('B01', 'error', batchSpot(name, '已分配'), words, pairOf(gives, has)));
  }
  const received = batch.receivedDate ?? batchDay(batch);
  const limit = view.settings.of('B02', ALLOCATE_DAYS);
  if (received === null || daysBetween(received, view.asOf) <= limit) return findings;
  const days = `已过 ${daysBetween(received, view.asOf)} 天`;
  if (isBack && open < 0) {
    const words = `${received} 收回 ${wanText(toFen(-has))} 万元，${days}，落实到项目 ${wanText(toFen(-gives))} 万元，还有 ${wanText(toFen(-open))} 万元不知道从哪个批次、哪些项目收回。请在备注写明原批次的文号，或记负的分配`;
    findings.push(tell('B02', 'warning', batchSpot(name, '收回'), words, pairOf(gives, has)));
  } else if (!isBack && open > 0) {
    const words = `${received} 收到，${days}，还有 ${wanText(open)} 万元没有分配到项目（已分配 ${wanText(gives)}，共 ${wanText(has)} 万元${less}）。请分配，或在设置中改期限`;
    findings.push(tell('B02', 'warning', batchSpot(name, '未分配'), words, pairOf(gives, has)));
  }
  return findings;
}

/** Words by which a project shows that it is of a direction; other directions are not told by words. */
const SIGNS: readonly (readonly [direction: string, words: RegExp])[] = [
  ['以工代赈', /以工代赈|劳务报酬/],
  ['少数民族发展', /族/],
];

function checkDirection(view: ExecutionView, batch: FundBatch): Finding[] {
  const sign = SIGNS.find(([direction]) => batch.direction.includes(direction));
  if (!sign) return [];
  const [direction, words] = sign;
  return projectsOfBatch(view, batch)
    .filter(({ progress }) => !words.test(wordsOf(progress.project)))
    .map(({ progress }) =>
      tell(
        'B07',
        'warning',
        projectSpot(progress.project, '任务方向'),
        `用的是“${direction}”方向的资金（${batchName(batch)}），项目的名称、内容、地点和备注里看不出这个方向。请核对安排，或在项目里写明`,
        { left: direction, aspect: batch.id },
      ),
    );
}

function wordsOf({ name, content, town, village, nationalType, nationalSubtype, note }: Project): string {
  return [name, content, town, village, nationalType, nationalSubtype, note].filter(Boolean).join('\n');
}
