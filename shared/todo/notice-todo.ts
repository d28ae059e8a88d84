// 待办 of notices: ended and not closed, objections without an answer, changed after posting, papers not told of.
import { batchName } from '../domain/execution.ts';
import { POSTING_STAGES } from '../domain/posting.ts';
import { knownFacts, type PostingFacts } from '../postings/facts.ts';
import { lateBatches } from '../postings/late-batches.ts';
import { type RegisterRow, registerRows } from '../postings/register.ts';
import type { TodoItem } from './todo.ts';

export function noticeTodo(facts: PostingFacts): TodoItem[] {
  const rows = registerRows(facts.data, facts.postings, facts);
  const known = knownFacts(facts);
  const ofRows = (
    id: string,
    filter: 'ended' | 'open' | 'changed',
    own: readonly RegisterRow[],
    words: string,
  ): TodoItem[] =>
    own.length === 0
      ? []
      : [
          {
            ...{ id, text: `${words} ${own.length} 条`, count: own.length, amountFen: null, due: null },
            ...{ isLate: id === 'notices-open', target: { page: 'notices', filter } },
          },
        ];
  return [
    ...ofRows(
      'notices-open',
      'open',
      rows.filter(({ open }) => open > 0),
      '公示异议没有处理',
    ),
    ...ofRows(
      'notices-ended',
      'ended',
      rows.filter(({ status, open }) => status === 'ended' && open === 0),
      '公示到期待办结',
    ),
    ...ofRows(
      'notices-changed',
      'changed',
      rows.filter(({ changed }) => changed > 0),
      '公示后有改动，要重新公示',
    ),
    ...lateBatches(known).map(({ batch, limit, missing }): TodoItem => {
      const parts = missing.map(({ level, names }) => `${level} ${names.length} 个`);
      const names = new Set(missing.flatMap((one) => one.names));
      return {
        id: `paper-${batch.id}`,
        text: `“${batchName(batch)}”下达已过 ${limit} 天，没有公告的项目：${parts.join('、')}`,
        ...{ count: names.size, amountFen: null, due: null, isLate: true },
        target: {
          page: 'projects',
          ids: facts.execution.lines.filter(({ batchId }) => batchId === batch.id).map(({ projectId }) => projectId),
          title: `“${batchName(batch)}”的项目`,
        },
      };
    }),
    ...unposted(facts),
  ];
}

/** Projects that stand before a step whose notice was not put up yet; only where the workbook keeps a register. */
function unposted(facts: PostingFacts): TodoItem[] {
  if (facts.postings.length === 0) return [];
  const { coverage, projects } = knownFacts(facts);
  const ids = new Map<string, Set<string>>();
  const done = new Set(facts.execution.events.map(({ projectId, to }) => `${projectId}|${to}`));
  for (const { kind, to, date, projectId } of facts.execution.events) {
    if (kind !== 'state' || to === null || (date !== null && date > facts.asOf)) continue;
    const project = projects.get(projectId);
    // The step after which a notice of this county is due: 乡镇公示 after 村已申报, 县公示 after 乡已审核.
    const stage = POSTING_STAGES.find((one) => one.kind === '公示' && one.before !== null && one.after === to);
    if (!project || !stage || stage.id === 'completion' || coverage.of(project, stage.id).length > 0) continue;
    if (done.has(`${projectId}|${stage.before}`)) continue;
    ids.set(stage.name, (ids.get(stage.name) ?? new Set()).add(projectId));
  }
  return [...ids].map(
    ([name, own]): TodoItem => ({
      ...{ id: `unposted-${name}`, text: `待${name} ${own.size} 个项目`, count: own.size, amountFen: null, due: null },
      ...{ isLate: false, target: { page: 'projects', ids: [...own], title: `待${name}的项目` } },
    }),
  );
}
