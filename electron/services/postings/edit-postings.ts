// 公示登记 typed in or taken over from a print, changed, and taken away. What stood on the wall is taken down once, when a
// project comes into the notice, and never again.
import { randomUUID } from 'node:crypto';
import { type PostedContent, type Posting, postingStage } from '#shared/domain/posting.ts';
import { filterPlan } from '#shared/format/project-filter.ts';
import { makeNotice } from '#shared/notice/notice.ts';
import type { NoticeJob } from '#shared/notice/notice-job.ts';
import { isIsoDay } from '#shared/notice/period.ts';
import { freezeContent } from '#shared/postings/posted-content.ts';
import { AppError } from '#shared/values/app-error.ts';
import { goneProject, type Session } from '../session.ts';

/** What a person says of a notice; the content that stood there comes from the list. */
export type PostingDraft = Omit<Posting, 'id' | 'posted'> & { id: string | null };

/** Saves a notice; gives its id. Errors (AppError): not-found for a notice, project or batch that is gone; invalid-input. */
export function savePosting(session: Session, draft: PostingDraft, today: string): string {
  const before = draft.id === null ? null : postingById(session, draft.id);
  assertSound(session, draft);
  const id = draft.id ?? randomUUID();
  const posting: Posting = {
    ...draft,
    id,
    posted: contentOf(session, draft.projectIds, before?.posted ?? null, today),
  };
  const name = `${postingStage(draft.stage).name}“${draft.title}”`;
  session.change('notices.save', `${before === null ? '登记' : '修改'}${name}`, (tx) => tx.put('posting', id, posting));
  return id;
}

/** Registers a notice as it is printed by a job: its projects, words and columns as they stand there. */
export function registerPrinted(
  session: Session,
  job: NoticeJob,
  said: Pick<Posting, 'stage' | 'level' | 'medium' | 'place' | 'handler'>,
  today: string,
): string {
  const data = session.planData();
  const { projects } = filterPlan(data, job.filter);
  if (projects.length === 0) throw new AppError('invalid-input', '没有符合条件的项目，没有登记公示。');
  const notice = makeNotice(data, job, today);
  const stage = postingStage(said.stage);
  const id = randomUUID();
  const posting: Posting = {
    ...said,
    id,
    kind: stage.kind,
    title: notice.title,
    office: notice.closing[0] ?? '',
    from: job.from ?? today,
    days: stage.kind === '公示' ? job.days : null,
    dayKind: job.dayKind,
    to: null,
    projectIds: projects.map((project) => project.id),
    batchId: null,
    projectCount: null,
    amountFen: null,
    posted: freezeContent(projects, data.reference, today, {
      columns: notice.columns.map(({ key }) => key),
      mask: job.mask,
    }),
    contact: [job.contact, job.phone].filter((part) => part !== '').join(' '),
    hotline: job.hotline,
    objections: [],
    closedAt: null,
    result: '',
    withdrawnAt: null,
    note: '',
  };
  session.change('notices.save', `登记${stage.name}“${posting.title}”：${projects.length} 个项目`, (tx) =>
    tx.put('posting', id, posting),
  );
  return id;
}

/** Deletes notices as one undo step. Errors (AppError): not-found. */
export function removePostings(session: Session, ids: readonly string[]): void {
  const gone = ids.map((id) => postingById(session, id));
  const [first] = gone;
  if (!first) return;
  const label = gone.length === 1 ? `删除公示登记“${first.title}”` : `删除公示登记 ${gone.length} 条`;
  session.change('notices.remove', label, (tx) => {
    for (const { id } of gone) tx.put('posting', id, null);
  });
}

/** Errors (AppError): not-found. */
export function postingById(session: Session, id: string): Posting {
  const posting = session.postings().find((one) => one.id === id);
  if (!posting) throw new AppError('not-found', '这条公示登记已不在，可能刚被删除或撤销。请刷新后再试。');
  return posting;
}

/** Rows taken down before stay as they are; those of projects that left go, new ones are taken down today. */
export function contentOf(
  session: Session,
  projectIds: readonly string[],
  before: PostedContent | null,
  today: string,
): PostedContent | null {
  if (projectIds.length === 0) return null;
  const { projects, reference } = session.planData();
  const byId = new Map(projects.map((project) => [project.id, project]));
  const kept = new Map(before?.rows.map((row) => [row.projectId, row]));
  const fresh = freezeContent(
    projectIds.flatMap((id) => (kept.has(id) ? [] : (byId.get(id) ?? []))),
    reference,
    today,
    before === null ? {} : { columns: before.columns },
  );
  const rows = new Map([...kept, ...fresh.rows.map((row) => [row.projectId, row] as const)]);
  return {
    columns: before?.columns ?? fresh.columns,
    rows: projectIds.flatMap((id) => rows.get(id) ?? []),
    frozenAt: before?.frozenAt ?? today,
  };
}

const [EARLIEST, LATEST] = ['2000-01-01', '2100-12-31'];

function assertSound(session: Session, draft: PostingDraft): void {
  const refuse = (words: string): never => {
    throw new AppError('invalid-input', words);
  };
  if (draft.title.trim() === '') refuse('请填公示事项（标题）。');
  for (const day of [draft.from, draft.to, draft.closedAt, draft.withdrawnAt])
    if (day !== null && (!isIsoDay(day) || day < EARLIEST || day > LATEST)) refuse(`“${day}”不是可用的日期。`);
  if (draft.from !== null && draft.to !== null && draft.to < draft.from)
    refuse(`公示止 ${draft.to} 早于公示起 ${draft.from}，请核对。`);
  for (const [what, day] of [
    ['办结', draft.closedAt],
    ['撤下', draft.withdrawnAt],
  ] as const)
    if (draft.from !== null && day !== null && day < draft.from)
      refuse(`${what}日期 ${day} 早于公示起 ${draft.from}，请核对。`);
  const ids = new Set(session.planData().projects.map(({ id }) => id));
  const before = new Set(session.postings().find(({ id }) => id === draft.id)?.projectIds);
  if (draft.projectIds.some((id) => !ids.has(id) && !before.has(id))) throw goneProject();
  if (draft.batchId !== null && !session.execution().batches.some(({ id }) => id === draft.batchId))
    throw new AppError('not-found', '这个资金批次已不在，可能刚被删除。请刷新后再试。');
}
