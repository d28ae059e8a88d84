// A county's own workbook as a report to the office above: read, never written.
import { basename } from 'node:path';
import { openFile } from '#electron/db/open.ts';
import type { Execution } from '#shared/domain/execution.ts';
import { homeRegion, isUpperPlan, type Region } from '#shared/domain/reference.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { AppError } from '#shared/values/app-error.ts';
import { localDay } from '#shared/values/local-time.ts';
import { isSameFile } from '../export.ts';
import { type Session, startSession } from '../session.ts';

export interface CountyBook {
  file: string;
  county: Region;
  data: PlanData;
  execution: Execution;
  /** The day on which it was saved last. */
  asOf: string | null;
}

/** Errors: invalid-input for the open workbook, one of an office above counties, one of a county elsewhere; those of openFile. */
export function readCountyBook(session: Session, path: string, regionCode: string | undefined): CountyBook {
  const file = basename(path);
  const { plan, reference } = session.planData();
  if (isSameFile(path, session.file.path))
    throw new AppError('invalid-input', `“${file}”就是正在使用的工作簿，不能收到它自己里面。`);
  const other = startSession(openFile(path, { readOnly: true }), () => undefined);
  try {
    const data = other.planData();
    if (isUpperPlan(data))
      throw new AppError('invalid-input', `“${file}”是${data.plan.regionName}的工作簿，不是县（市、区）的。没有收。`);
    const code = regionCode ?? homeRegion(data);
    const county = reference.regions.find((region) => region.code === code && region.level === 'county');
    if (!county)
      throw new AppError(
        'invalid-input',
        `“${file}”是${data.plan.regionName}的工作簿，${plan.regionName}的地名里没有这个县（市、区）。没有收；确是本市的，请用 --region 写明代码。`,
      );
    const { savedAt } = other.status();
    return {
      file,
      county,
      data,
      execution: other.execution(),
      asOf: savedAt === null ? null : localDay(new Date(savedAt)),
    };
  } finally {
    other.close();
  }
}
