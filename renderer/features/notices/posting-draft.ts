// A notice while it is filled in: what a stage proposes stands there until somebody says otherwise.

import type { PostingRow } from '#shared/contract/methods/postings.ts';
import type { MethodInput } from '#shared/contract/methods.ts';
import { type PostingStageId, postingStage } from '#shared/domain/posting.ts';
import { localDay } from '#shared/values/local-time.ts';

export type Draft = MethodInput<'notices.save'>['posting'];

/** Kind, level and days as the stage has them. */
export function ofStage(stage: PostingStageId): Pick<Draft, 'stage' | 'kind' | 'level' | 'days'> {
  const { kind, level, days } = postingStage(stage);
  return { stage, kind, level, days };
}

export function draftOf(row: PostingRow | null): Draft {
  if (row) return { ...row.posting, projectIds: [...row.posting.projectIds], objections: [...row.posting.objections] };
  return {
    ...ofStage('village'),
    ...{ id: null, title: '', office: '', medium: '公开栏', place: '', from: localDay(new Date()), dayKind: 'days' },
    ...{ to: null, projectIds: [], batchId: null, projectCount: null, amountFen: null, contact: '', hotline: '12317' },
    ...{ handler: '', objections: [], closedAt: null, result: '', withdrawnAt: null, note: '' },
  };
}
