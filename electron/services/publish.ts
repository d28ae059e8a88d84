// An open workbook for a province's database.
import { basename } from 'node:path';
import { chainHead, stepsOfLink } from '#electron/db/kernel/chain.ts';
import { originsOfProjects } from '#electron/db/provenance.ts';
import type { PublishedPlan } from '#electron/publish/plan.ts';
import { isIndustry } from '#shared/checks/bridge-fund.ts';
import { ruleSettings } from '#shared/checks/rule-settings.ts';
import { INDUSTRY } from '#shared/checks/shared-settings.ts';
import type { Day } from '#shared/domain/execution.ts';
import type { Session } from './session.ts';

/** What of a workbook is published, with its money and states up to a day. */
export function publishedPlan(session: Session, asOf: Day, program: string): PublishedPlan {
  const data = session.planData();
  const words = ruleSettings(data.records).of(INDUSTRY.rule, INDUSTRY.spec);
  const { db } = session.file;
  return {
    data,
    execution: session.execution(),
    head: chainHead(db),
    step: db.prepare<[], { n: number | null }>('SELECT max(id) AS n FROM change_set').get()?.n ?? 0,
    savedAt: session.status().savedAt,
    asOf,
    file: basename(session.file.path),
    program,
    origins: originsOfProjects(db),
    isIndustry: (project) => isIndustry(project, data.reference, words),
    hasLink: (head) => stepsOfLink(db, head).length > 0,
  };
}
