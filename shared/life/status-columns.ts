// Columns of other people's sheets that tell of a project's life: 项目状态, 开工时间, 验收时间, 结算价 … What they say comes in
// as 补录 (SPECS A9): steps that were done before, whose earlier steps may be missing.
import type { Day } from '../domain/execution.ts';
import { LIFE_STATES, type LifeEvent, type LifeStateId, lifeState, rankOf } from '../domain/life.ts';
import { compactText } from '../values/fold-text.ts';
import type { Fen } from '../values/money.ts';

export type StatusKey =
  | 'state'
  | 'approvedAt'
  | 'approvedBy'
  | 'storedAt'
  | 'startedAt'
  | 'finishedAt'
  | 'acceptedAt'
  | 'verdict'
  | 'settled';

/** Headers, folded, groups joined by ›; what is planned is no fact. */
export const STATUS_COLUMNS: readonly (readonly [StatusKey, RegExp])[] = [
  ['state', /^(?:.*›)?(?:项目|建设|实施|当前|目前|工程)?状态$|^(?:.*›)?(?:项目|建设|实施)(?:所处)?阶段$/],
  ['approvedBy', /审定文号|(?:入库|审定)批复(?:文号)?$/],
  ['approvedAt', /审定(?:时间|日期)/],
  ['storedAt', /入库(?:时间|日期|年月)/],
  ['startedAt', /^(?!.*(?:计划|预计|拟|应)).*开工(?:时间|日期|年月)$/],
  ['finishedAt', /^(?!.*(?:计划|预计|拟|应)).*(?:完工|竣工)(?:时间|日期|年月)$/],
  ['acceptedAt', /^(?!.*(?:计划|预计|拟|应)).*验收(?:时间|日期|年月)/],
  ['verdict', /验收(?:结论|结果|意见)/],
  ['settled', /^(?!.*(?:送审|报审|上报|合同|中标)).*(?:结算(?:价|金额|审定)|审定(?:金额|价|结算)|决算(?:价|金额))/],
];

export function statusKeyOf(header: string): StatusKey | undefined {
  return STATUS_COLUMNS.find(([, words]) => words.test(header))?.[0];
}

type Meant = LifeStateId | 'dropped' | 'paused';

/** Words of other systems and of everyday sheets; names of our own states are known without. */
const WORDS: readonly (readonly [RegExp, Meant])[] = [
  [/^(?:谋划|草拟|未申报)(?:中|阶段)?$/, 'draft'],
  [/^(?:已)?申报$/, 'declared'],
  [/^(?:已)?(?:乡镇|镇|乡)审核(?:通过)?$/, 'checked'],
  [/^(?:已)?(?:审定|批复|审批|立项)(?:通过)?$/, 'approved'],
  [/^(?:规划中|储备(?:项目|库)?|(?:已)?入库|在库)$/, 'stored'],
  [
    /^(?:未开工|未启动|未实施|待开工|待实施|前期(?:工作|准备)?(?:中|阶段)?|招(?:标|投标)(?:中|阶段)?|(?:已)?下达)$/,
    'released',
  ],
  [/^(?:已开工|开工|在建|续建|建设中|实施中|施工中|进行中|正在(?:建设|实施|施工)|开工建设|推进中)$/, 'started'],
  [
    /^(?:已|全部)?(?:完成|完工|竣工|建成|实施完成|建设完成)$|^(?:已)?(?:完工|竣工)?(?:待|未)验收$|^投入使用$/,
    'finished',
  ],
  [/^(?:已)?(?:竣工|完工|完成)?验收(?:合格|通过|完成)?$|^(?:已)?(?:竣工|完工)并验收$/, 'accepted'],
  [/^(?:已)?(?:结算|决算|审计)(?:完成)?$/, 'settled'],
  [/^(?:已)?(?:移交|确权|资产移交)$/, 'handed'],
  [/^(?:已)?(?:归档|销号)$/, 'archived'],
  [/^(?:已)?(?:终止|取消|出库|清理出库|不再实施)$/, 'dropped'],
  [/^(?:已)?(?:暂停|暂缓|停工|停建|缓建)$/, 'paused'],
];

/** The state that a word means; null for one that nobody knows. */
export function stateOfWord(text: string): Meant | null {
  const word = compactText(text);
  const own = LIFE_STATES.find(({ name }) => name === word);
  return own?.id ?? WORDS.find(([words]) => words.test(word))?.[1] ?? null;
}

/** One step that a row tells of; the rest of an event is the same for all of them. */
export type ToldStep = Pick<LifeEvent, 'kind' | 'to' | 'date' | 'documentNumber' | 'verdict' | 'reason' | 'settledFen'>;

export interface ToldStatus {
  /** null: the cell is empty, or its word is not known. */
  state: Meant | null;
  stateText: string;
  days: Partial<Record<'approved' | 'stored' | 'started' | 'finished' | 'accepted', Day>>;
  documentNumber: string;
  verdict: string;
  settledFen: Fen | null;
  /** The day of the sheet: what stopped had stopped by then. */
  asOf: Day;
}

/** The steps of a row, in the order of a life; '' as conflict where day and state agree. */
export function stepsOf(told: ToldStatus): { steps: ToldStep[]; conflict: string } {
  const { state, stateText, days, documentNumber, verdict, settledFen, asOf } = told;
  const blank = { documentNumber: '', verdict: '', reason: '', settledFen: null };
  const step = (to: LifeStateId, date: Day | null): ToldStep => ({
    ...blank,
    kind: 'state',
    to,
    date,
    documentNumber: to === 'approved' ? documentNumber : '',
    verdict: to === 'accepted' ? verdict : '',
    settledFen: to === 'settled' ? settledFen : null,
  });
  const dated = (Object.entries(days) as [LifeStateId, Day][]).map(([to, date]) => step(to, date));
  const has = (to: LifeStateId): boolean => dated.some((one) => one.to === to);
  if (documentNumber !== '' && !has('approved')) dated.push(step('approved', null));
  if (verdict !== '' && !has('accepted')) dated.push(step('accepted', null));
  if (settledFen !== null) dated.push(step('settled', null));
  const steps = dated.sort((a, b) => rankOf(a.to ?? 'draft') - rankOf(b.to ?? 'draft'));
  const last = steps.at(-1)?.to ?? null;
  if (state === 'dropped' || state === 'paused') {
    return {
      steps: [...steps, { ...blank, kind: state, to: null, date: asOf, reason: `表上写“${stateText}”` }],
      conflict: '',
    };
  }
  if (state === null || state === 'draft') return { steps, conflict: '' };
  if (last === null || rankOf(last) < rankOf(state)) return { steps: [...steps, step(state, null)], conflict: '' };
  // 已完成 beside a day of acceptance says the same; 未开工 beside a day of completion does not.
  const isContrary = lifeState(state).stage !== lifeState(last).stage;
  const conflict = isContrary ? `状态写“${stateText}”，而另有“${lifeState(last).name}”的日期或内容` : '';
  return { steps, conflict };
}

/** How far a project is known to be before a sheet speaks of it. */
export interface KnownLife {
  rank: number;
  isPaused: boolean;
  isDropped: boolean;
}

/** What is new of the steps told of a project by a sheet of a day, beside those that it has. */
export function freshSteps(
  steps: readonly ToldStep[],
  events: readonly LifeEvent[],
  { rank, isPaused, isDropped }: KnownLife,
  asOf: Day,
): { fresh: ToldStep[]; others: { step: ToldStep; known: LifeEvent }[] } {
  const fresh: ToldStep[] = [];
  const others: { step: ToldStep; known: LifeEvent }[] = [];
  for (const step of steps) {
    if (step.kind !== 'state') {
      if (step.kind === 'paused' ? !isPaused : !isDropped) fresh.push(step);
      continue;
    }
    const known = events.findLast(({ kind, to }) => kind === step.kind && to === step.to);
    if (known) {
      const differs =
        (step.date !== null && step.date !== known.date) ||
        (step.settledFen !== null && step.settledFen !== known.settledFen) ||
        (step.verdict !== '' && step.verdict !== known.verdict);
      if (differs) others.push({ step, known });
      continue;
    }
    // A state without a day or a figure of its own says nothing where the project is known to be as far.
    const isBare = step.date === null && step.settledFen === null && step.verdict === '' && step.documentNumber === '';
    if (isBare && rankOf(step.to ?? 'draft') <= rank) continue;
    fresh.push(step);
  }
  // A project that had stopped and is told to be under way goes on again.
  const goesOn = steps.some(
    ({ kind, to, date }) => kind === 'state' && to !== null && rankOf(to) >= rankOf('started') && date === null,
  );
  if (isPaused && goesOn && fresh.length === 0 && steps.every(({ kind }) => kind === 'state')) {
    fresh.push({
      kind: 'resumed',
      to: null,
      date: asOf,
      documentNumber: '',
      verdict: '',
      reason: '',
      settledFen: null,
    });
  }
  return { fresh, others };
}

/** The event of a told step. */
export function backfilledEvent(step: ToldStep, file: string): Omit<LifeEvent, 'id' | 'projectId'> {
  return {
    ...step,
    office: '',
    opinion: '',
    meeting: '',
    dueDate: null,
    isBackfilled: true,
    planYear: null,
    note: `由“${file}”补录`,
  };
}
