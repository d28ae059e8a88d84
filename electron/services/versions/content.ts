// The plan inside a kept version: all of it, as JSON, packed. What an older program packed is brought up to date by the kinds.
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Project } from '#shared/domain/project.ts';
import type { PlanInfo, ReferenceData } from '#shared/domain/reference.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { AppError } from '#shared/values/app-error.ts';

export interface VersionContent {
  plan: PlanInfo;
  reference: ReferenceData;
  projects: Project[];
}

/** Of what is said in lists and compared; about 30 KB for 514 projects. */
export function packPlan({ plan, reference, projects }: PlanData): string {
  return gzipSync(JSON.stringify({ format: 1, plan, reference, projects }), { level: 9 }).toString('base64');
}

/** Throws AppError damaged. */
export function unpackPlan(name: string, content: string): VersionContent {
  try {
    return JSON.parse(gunzipSync(Buffer.from(content, 'base64')).toString('utf8')) as VersionContent;
  } catch (error) {
    throw new AppError(
      'damaged',
      `版本“${name}”的内容读不出来（${(error as Error).message}）。请用“恢复”找最近的备份。`,
    );
  }
}
