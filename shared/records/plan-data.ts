// The whole plan as one immutable value: what tables, checks, exports and prints are computed from.

import type { Claim } from '../domain/claims.ts';
import type { Project } from '../domain/project.ts';
import type { PlanInfo, ReferenceData } from '../domain/reference.ts';
import type { Records } from '../records/records.ts';

export interface PlanData {
  plan: PlanInfo;
  reference: ReferenceData;
  /** In list order. A changed project is a new object, so results can be remembered per object. */
  projects: readonly Project[];
  claims: readonly Claim[];
  /** What planners keep besides projects: explanations, own rules, own tables … */
  records: Records;
}
