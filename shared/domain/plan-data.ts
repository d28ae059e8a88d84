// The whole plan as one immutable value: what tables, checks, exports and prints are computed from.

import type { Records } from '../records/records.ts';
import type { Claim } from './claims.ts';
import type { Project } from './project.ts';
import type { PlanInfo, ReferenceData } from './reference.ts';

export interface PlanData {
  plan: PlanInfo;
  reference: ReferenceData;
  /** In list order. A changed project is a new object, so results can be remembered per object. */
  projects: readonly Project[];
  claims: readonly Claim[];
  /** What planners keep besides projects: explanations, own rules, own tables … */
  records: Records;
}
