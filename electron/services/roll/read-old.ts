// The plan of a workbook that is not the open one: read, never written, whether or not a window has it open.
import { basename } from 'node:path';
import { openKernel } from '#electron/db/kernel/kind.ts';
import { loadMemory } from '#electron/db/kernel/memory.ts';
import { KINDS } from '#electron/db/kinds/index.ts';
import { referenceOf } from '#electron/db/kinds/plan-frame.ts';
import { openFile } from '#electron/db/open.ts';
import { categoryOrder, compareInList } from '#shared/domain/list-order.ts';
import type { FundSource } from '#shared/domain/reference.ts';
import type { PlanData } from '#shared/records/plan-data.ts';

export interface OldPlan {
  data: PlanData;
  /** Fund sources as they are stored, with their undated names. */
  fundSources: readonly FundSource[];
  path: string;
  /** Name of the file. */
  workbook: string;
}

/** Reads a workbook. Errors as of openFile: file-missing, cannot-read, not-a-workbook, damaged. */
export function readOldPlan(path: string): OldPlan {
  const file = openFile(path, { readOnly: true });
  try {
    const memory = loadMemory(openKernel(file.db, KINDS));
    const plan = memory.slice('plan');
    const reference = referenceOf(memory);
    const order = categoryOrder(reference, plan.scheme);
    const projects = [...memory.images('project').values()].sort(compareInList(order));
    return {
      data: { plan, reference, projects, claims: memory.slice('claim'), records: memory.slice('record') },
      fundSources: memory.slice('fundSource'),
      path,
      workbook: basename(path),
    };
  } finally {
    file.close();
  }
}
