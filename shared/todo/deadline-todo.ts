// 待办 of deadlines: those in the papers of fund batches, and the days of the planner's year. A paper's own day goes first.
import { batchName, type Day, type Execution, type FundBatch } from '../domain/execution.ts';
import { rankOf } from '../domain/life.ts';
import { type ProgressFigures, progressFigures } from '../funds/figures.ts';
import { type ProjectLife, projectLives } from '../life/board.ts';
import { addDays, countDays } from '../notice/period.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { TodoSettings } from '../records/todo-settings.ts';
import { type Fen, formatWanFull, toFen } from '../values/money.ts';
import type { TodoItem } from './todo.ts';
import { dayOfYear, type YearDayId } from './year-days.ts';

interface Context {
  asOf: Day;
  leadDays: number;
  lives: ReadonlyMap<string, ProjectLife>;
  figures: ProgressFigures;
}

interface Open {
  ids: string[];
  /** Money that is not paid; null where a deadline is not about money. */
  fen: Fen | null;
}

export function deadlineTodo(data: PlanData, execution: Execution, asOf: Day, settings: TodoSettings): TodoItem[] {
  const context: Context = {
    asOf,
    leadDays: settings.leadDays,
    lives: new Map(projectLives(data, execution, asOf).map((one) => [one.project.id, one])),
    figures: progressFigures(data, execution, asOf),
  };
  return [...ofBatches(execution.batches, context), ...ofYear(execution, settings, context)];
}

type Matter = 'start' | 'finish' | 'pay';

const OPEN_WORDS: Readonly<Record<Matter, string>> = { start: '未开工', finish: '未竣工', pay: '未付' };
const MATTERS: Readonly<Record<Matter, string>> = { start: '开工', finish: '竣工', pay: '支付' };

function ofBatches(batches: readonly FundBatch[], context: Context): TodoItem[] {
  return batches.flatMap((batch) =>
    (
      [
        ['start', batch.startBy],
        ['finish', batch.finishBy],
        ['pay', batch.payBy],
      ] as const
    ).flatMap(([matter, due]) => {
      const open = openIn((id) => id === batch.id, matter, context);
      const title = `“${batchName(batch)}”${MATTERS[matter]}`;
      return item(`batch-${batch.id}-${matter}`, title, OPEN_WORDS[matter], due, open, context);
    }),
  );
}

function ofYear(execution: Execution, settings: TodoSettings, context: Context): TodoItem[] {
  const year = context.asOf.slice(0, 4);
  const without = (key: 'startBy' | 'finishBy' | 'payBy'): ReadonlySet<string> =>
    new Set(execution.batches.filter((batch) => batch[key] === null).map(({ id }) => id));
  const [noStart, noFinish, noPay] = [without('startBy'), without('finishBy'), without('payBy')];
  const lives = [...context.lives.values()].filter(({ life }) => !life.isDropped && !life.isPaused);
  const inStates = (from: Parameters<typeof rankOf>[0], before: Parameters<typeof rankOf>[0]): Open => ({
    ids: lives
      .filter(({ life }) => rankOf(life.state) >= rankOf(from) && rankOf(life.state) < rankOf(before))
      .map(({ project }) => project.id),
    fen: null,
  });
  const nextYear = String(Number(year) + 1);
  const coming = new Set(
    lives.filter(({ project }) => (project.amounts.byYear[nextYear] ?? 0) > 0).map(({ project }) => project.id),
  );
  const declared = inStates('declared', 'checked');
  const list: [YearDayId, string, string, Open][] = [
    ['start', '开工', '未开工', openIn((id) => noStart.has(id), 'start', context, dayOfYear(settings, 'start', year))],
    ['review', `${nextYear}年项目审核`, '待乡审核', { ...declared, ids: declared.ids.filter((id) => coming.has(id)) }],
    ['finish', '竣工', '未竣工', openIn((id) => noFinish.has(id), 'finish', context)],
    ['pay', '支付', '未付', openIn((id) => noPay.has(id), 'pay', context)],
    ['hand', '资产移交', '已验收未移交', inStates('accepted', 'handed')],
    ['approve', '县审定入库', '待审定', inStates('checked', 'approved')],
  ];
  return list.flatMap(([id, title, words, open]) =>
    item(`year-${id}`, title, words, dayOfYear(settings, id, year), open, context),
  );
}

/** Projects with money of some batches that are not that far; with `released` only money released before that day. */
function openIn(
  isWanted: (batchId: string) => boolean,
  matter: Matter,
  { figures, lives }: Context,
  released: Day | null = null,
): Open {
  const ids: string[] = [];
  let fen = 0;
  for (const { project, byBatch, state } of figures.projects) {
    let given = 0;
    let paid = 0;
    for (const [id, own] of byBatch) {
      if (!isWanted(id)) continue;
      given += own.releasedFen;
      paid += own.paidFen;
    }
    const life = lives.get(project.id)?.life;
    if (given <= 0 || life?.isDropped) continue;
    const since = life?.reached.get('released') ?? null;
    if (released !== null && since !== null && since > released) continue;
    const rank = rankOf(life?.state ?? 'draft');
    const isDone =
      matter === 'start'
        ? rank >= rankOf('started') || state === '已开工' || state === '已竣工'
        : matter === 'finish'
          ? rank >= rankOf('finished') || state === '已竣工'
          : given - paid <= 0;
    if (isDone) continue;
    ids.push(project.id);
    fen += given - paid;
  }
  return { ids, fen: matter === 'pay' ? toFen(fen) : null };
}

/** One item where something is open and its day is near or past; none otherwise. */
function item(
  id: string,
  title: string,
  words: string,
  due: Day | null,
  { ids, fen }: Open,
  { asOf, leadDays }: Context,
): TodoItem[] {
  if (due === null || ids.length === 0 || addDays(due, -leadDays) > asOf) return [];
  const isLate = due < asOf;
  const [, month, day] = due.split('-').map(Number);
  const left = countDays(asOf, due, 'days') - 1;
  const when = isLate ? '已过' : left === 0 ? '就在今天' : `还有 ${left} 天`;
  const money = fen === null ? '' : `、${formatWanFull(fen)} 万元`;
  return [
    {
      ...{ id, due, isLate, count: ids.length, amountFen: fen },
      text: `${title}截止（${month}月${day}日）${when}：${words} ${ids.length} 个${money}`,
      target: { page: 'projects', ids, title: `${title}：${words}的项目` },
    },
  ];
}
