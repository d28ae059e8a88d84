// 待办 of the work itself: what waits for a decision, what was sent back, money not allocated, months without a report,
// projects that lie in the library for years.
import { batchDay, batchName, type Day, type Execution } from '../domain/execution.ts';
import { type LifeStateId, lifeState, rankOf } from '../domain/life.ts';
import { progressFigures } from '../funds/figures.ts';
import { type ProjectLife, projectLives } from '../life/board.ts';
import { addDays } from '../notice/period.ts';
import type { PlanData } from '../records/plan-data.ts';
import { formatWanFull } from '../values/money.ts';
import type { TodoItem } from './todo.ts';

const LIBRARY_DAYS = 730;
const ALLOCATE_DAYS = 30;

const WAITING: readonly (readonly [LifeStateId, string])[] = [
  ['declared', '村已申报、待乡审核'],
  ['checked', '乡已审核、待县审定'],
  ['argued', '部门已论证、待县审定'],
  ['approved', '县已审定、待入库'],
];

export function workTodo(data: PlanData, execution: Execution, asOf: Day): TodoItem[] {
  const lives = projectLives(data, execution, asOf).filter(({ life }) => !life.isDropped);
  return [
    ...waiting(lives),
    ...sentBack(lives, asOf),
    ...longStored(lives, asOf),
    ...unallocated(data, execution, asOf),
    ...unreported(lives, execution, asOf),
  ];
}

function ofProjects(
  id: string,
  words: string,
  own: readonly ProjectLife[],
  isLate = false,
  due: Day | null = null,
): TodoItem[] {
  if (own.length === 0) return [];
  return [
    {
      ...{ id, text: `${words} ${own.length} 个项目`, count: own.length, amountFen: null, due, isLate },
      target: { page: 'projects', ids: own.map(({ project }) => project.id), title: `${words}的项目` },
    },
  ];
}

function waiting(lives: readonly ProjectLife[]): TodoItem[] {
  return WAITING.flatMap(([state, words]) =>
    ofProjects(
      `waiting-${state}`,
      words,
      lives.filter(({ life }) => life.state === state && life.returned === null && !life.isPaused),
    ),
  );
}

function sentBack(lives: readonly ProjectLife[], asOf: Day): TodoItem[] {
  const back = lives.filter(({ life }) => life.returned !== null);
  const late = back.filter(({ life }) => (life.returned?.dueDate ?? asOf) < asOf);
  return [
    ...ofProjects('returned-late', '退回期限已过、没有重报', late, true),
    ...ofProjects(
      'returned',
      '退回待重报',
      back.filter((one) => !late.includes(one)),
    ),
  ];
}

function longStored(lives: readonly ProjectLife[], asOf: Day): TodoItem[] {
  const limit = addDays(asOf, -LIBRARY_DAYS);
  const own = lives.filter(({ life }) => {
    const since = life.reached.get('stored') ?? null;
    return rankOf(life.state) < rankOf('started') && since !== null && since <= limit;
  });
  return ofProjects(
    'stored-long',
    `已入库两年未实施（仍在“${lifeState('stored').name}”到“${lifeState('released').name}”）`,
    own,
  );
}

function unallocated(data: PlanData, execution: Execution, asOf: Day): TodoItem[] {
  return progressFigures(data, execution, asOf).batches.flatMap(({ batch, unallocatedFen }): TodoItem[] => {
    const since = batch.receivedDate ?? batchDay(batch);
    if (unallocatedFen <= 0 || batch.amountFen <= 0 || since === null || addDays(since, ALLOCATE_DAYS) >= asOf)
      return [];
    return [
      {
        id: `unallocated-${batch.id}`,
        text: `“${batchName(batch)}”收到已过 ${ALLOCATE_DAYS} 天，还有 ${formatWanFull(unallocatedFen)} 万元没有分配`,
        ...{ count: 1, amountFen: unallocatedFen, due: null, isLate: true, target: { page: 'funds' } },
      },
    ];
  });
}

/** Whole months of this year, from the first money or work on, in which nothing was paid or reported while works go on. */
function unreported(lives: readonly ProjectLife[], execution: Execution, asOf: Day): TodoItem[] {
  const { payments, notes } = execution;
  const reported = new Set(
    [...payments, ...notes].filter(({ date }) => date <= asOf).map(({ date }) => date.slice(0, 7)),
  );
  const building = lives.filter(({ life }) => ['released', 'started'].includes(life.state));
  const begun = building.flatMap(({ life }) =>
    [life.reached.get('started'), life.reached.get('released')].filter(Boolean),
  );
  const [first] = (begun as Day[]).sort();
  if (first === undefined) return [];
  const months: string[] = [];
  for (let month = 1; month < Number(asOf.slice(5, 7)); month += 1) {
    const key = `${asOf.slice(0, 4)}-${String(month).padStart(2, '0')}`;
    if (key > first.slice(0, 7) && !reported.has(key)) months.push(`${month}月`);
  }
  if (months.length === 0) return [];
  return [
    {
      id: 'months',
      text: `${months.join('、')}没有支付和进度记录（已下达、在建 ${building.length} 个项目）`,
      ...{ count: months.length, amountFen: null, due: null, isLate: true, target: { page: 'funds' } },
    },
  ];
}
