// B01, B02, B07, B08: what of a batch was allocated, when, to whom.
import type { Finding } from '../checks/finding.ts';
import { ALLOCATE_DAYS, CENTRAL_FEE_PERCENT, OTHER_FEE_PERCENT } from '../checks/fund-rule-heads.ts';
import { batchDay, batchName, type FundBatch } from '../domain/execution.ts';
import type { Project } from '../domain/project.ts';
import { rateOf } from '../funds/figures.ts';
import { wanText } from '../values/money.ts';
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
  return view.figures.batches.flatMap((figures) => {
    const { batch, allocatedFen, unallocatedFen, feeFen } = figures;
    const name = batchName(batch);
    const findings: Finding[] = [];
    if (batch.amountFen >= 0 && allocatedFen > batch.amountFen) {
      const words = `已分配 ${wanText(allocatedFen)} 万元，多于批次金额 ${wanText(batch.amountFen)} 万元，多 ${wanText(pairFen(allocatedFen, batch.amountFen))} 万元。请核对分配，或补录追加的批次`;
      findings.push(tell('B01', 'error', batchSpot(name, '已分配'), words, pairOf(allocatedFen, batch.amountFen)));
    }
    const received = batch.receivedDate ?? batchDay(batch);
    const limit = view.settings.of('B02', ALLOCATE_DAYS);
    if (received !== null && unallocatedFen > 0 && batch.amountFen > 0 && daysBetween(received, view.asOf) > limit) {
      const words = `${received} 收到，已过 ${daysBetween(received, view.asOf)} 天，还有 ${wanText(unallocatedFen)} 万元没有分配到项目（已分配 ${wanText(allocatedFen)}，共 ${wanText(batch.amountFen)} 万元）。请分配，或在设置中改期限`;
      findings.push(tell('B02', 'warning', batchSpot(name, '未分配'), words, pairOf(allocatedFen, batch.amountFen)));
    }
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

function pairFen(left: number, right: number) {
  return (left - right) as FundBatch['amountFen'];
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
