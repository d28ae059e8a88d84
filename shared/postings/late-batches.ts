// Money that was released and of which town and village were not told in time (E04).
import type { Finding } from '../checks/finding.ts';
import { paperDays } from '../checks/posting-rules.ts';
import { plainFinding } from '../checks/wording.ts';
import { batchDay, batchName, type Day, FEE, type FundBatch } from '../domain/execution.ts';
import { addDays } from '../notice/period.ts';
import { type Known, nameOf, REGISTER, someNames } from './facts.ts';

export interface LateBatch {
  batch: FundBatch;
  released: Day;
  limit: number;
  /** Names of the projects that lack a 公告 at the level. */
  missing: { level: '乡镇' | '村'; names: string[] }[];
}

const PAPER_STAGES = ['approved', 'allocation', 'start'] as const;

/** Batches whose money was released longer ago than allowed and that lack notices in town or village (E04). */
export function lateBatches({ execution, projects, coverage, settings, asOf }: Known): LateBatch[] {
  const limit = paperDays(settings);
  const ofBatch = Map.groupBy(execution.lines, ({ batchId }) => batchId);
  return execution.batches.flatMap((batch): LateBatch[] => {
    const lines = (ofBatch.get(batch.id) ?? []).filter(({ projectId }) => projectId !== FEE && projects.has(projectId));
    const released = lines.flatMap(({ date }) => date ?? []).sort()[0] ?? batchDay(batch);
    if (lines.length === 0 || released === null || addDays(released, limit) >= asOf || batch.amountFen <= 0) return [];
    const own = [...new Set(lines.map(({ projectId }) => projectId))].flatMap((id) => projects.get(id) ?? []);
    const missing = (['乡镇', '村'] as const).flatMap((level) => {
      const names = own
        .filter((project) => {
          const there = coverage.atLevel(project, PAPER_STAGES, level);
          return !there.some(({ batchId, from }) => (batchId ?? batch.id) === batch.id && (from ?? '') <= asOf);
        })
        .map(nameOf);
      return names.length === 0 ? [] : [{ level, names }];
    });
    return missing.length === 0 ? [] : [{ batch, released, limit, missing }];
  });
}

export function batchFinding({ batch, released, limit, missing }: LateBatch): Finding {
  const parts = missing.map(({ level, names }) => `${level}公告缺 ${names.length} 个项目（${someNames(names, '个')}）`);
  return plainFinding(
    'E04',
    'warning',
    { table: REGISTER, row: batchName(batch), column: '批复后公告' },
    `资金批次“${batchName(batch)}”${released} 下达，已过 ${limit} 天，${parts.join('，')}。请在镇、村公告并登记。`,
    {
      left: missing.map(({ level }) => level).join('、'),
      right: addDays(released, limit),
      rightName: '公告期限',
      aspect: batch.id,
    },
  );
}

/** A workbook without a register: how many batches are due, no more. */
export function uncountedBatches(late: readonly LateBatch[]): Finding {
  return plainFinding(
    'E04',
    'info',
    { table: REGISTER, row: '', column: '批复后公告' },
    `${REGISTER}里还没有登记：${late.length} 个资金批次已下达超过 ${late[0]?.limit ?? 0} 天。公告过的可以在“公示台账”登记或导入台账。`,
    { left: String(late.length) },
  );
}
