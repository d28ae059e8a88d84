// Notices on the register with what a test does not care about filled in.
import { type Posting, type PostingStageId, postingStage } from '#shared/domain/posting.ts';

export function makePosting(id: string, stage: PostingStageId, fields: Partial<Posting> = {}): Posting {
  const { kind, level, days } = postingStage(stage);
  return {
    ...{ id, stage, level, kind, title: `公示${id}`, office: '某村', medium: '公开栏', place: '', from: null, days },
    ...{ dayKind: 'days', to: null, projectIds: [], batchId: null, projectCount: null, amountFen: null, posted: null },
    ...{ contact: '', hotline: '12317', handler: '', objections: [], closedAt: null, result: '', withdrawnAt: null },
    note: '',
    ...fields,
  };
}
