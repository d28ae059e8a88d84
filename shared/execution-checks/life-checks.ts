// P01, P09, L02–L08: the steps of projects, their days and what they need. A missing earlier step of a project that has no
// history at all is said once for all of them.
import type { Finding } from '../checks/finding.ts';
import { IDLE_DAYS, LEAST_SETTLED, START_DAYS } from '../checks/life-rule-heads.ts';
import { factsOf } from '../domain/facts-by-project.ts';
import { type LifeEvent, lifeState, rankOf } from '../domain/life.ts';
import { batchesById, dayOfLine, type ProjectProgress } from '../funds/figures.ts';
import { inOrder } from '../life/state.ts';
import { toFen, wanText } from '../values/money.ts';
import { lastDayOf } from '../values/parse-day.ts';
import {
  daysBetween,
  type ExecutionView,
  isStarted,
  listProjects,
  pairOf,
  projectSpot,
  tell,
} from './execution-view.ts';

export function checkLives(view: ExecutionView): Finding[] {
  const findings = view.figures.projects.flatMap((one) => {
    const events = factsOf(view.execution.events, one.project.id);
    return [
      ...checkLibrary(view, one, events),
      ...checkOrder(view, one, events),
      ...checkPace(view, one, events),
      ...checkEnd(view, one, events),
    ];
  });
  const silent = view.figures.projects.filter(
    ({ releasedFen, project }) => releasedFen > 0 && factsOf(view.execution.events, project.id).length === 0,
  );
  const [first] = silent;
  if (first) {
    const words = `${listProjects(silent)}下达了资金，没有入库等办理记录。以前办过的请用“补录”一次补上（可选全部项目），不影响使用`;
    findings.push(
      tell('P01', 'warning', { table: '资金和进度', row: '', column: '入库' }, words, {
        left: String(silent.length),
        right: '0',
        aspect: 'none',
      }),
    );
  }
  return findings;
}

function checkLibrary(
  { asOf, settings }: ExecutionView,
  one: ProjectProgress,
  events: readonly LifeEvent[],
): Finding[] {
  const { project, life, releasedFen } = one;
  if (events.length === 0) return [];
  const findings: Finding[] = [];
  const wasStored = [...life.reached.keys()].some(
    (id) => rankOf(id) >= rankOf('stored') && id !== 'planned' && id !== 'released',
  );
  if (life.isDropped || !wasStored) {
    const use =
      releasedFen > 0
        ? `下达了 ${wanText(releasedFen)} 万元`
        : life.planYears.size > 0
          ? `列入了 ${[...life.planYears].join('、')} 年度计划`
          : '';
    const before = [...life.reached.keys()].filter((id) => id !== 'planned' && id !== 'released').at(-1);
    const now = life.isDropped ? '已清理出库' : `只到“${lifeState(before ?? 'draft').name}”`;
    if (use !== '') {
      const words = `${now}，却${use}，没有入库。请先办理入库；以前入过库的用“补录”`;
      findings.push(tell('P01', 'error', projectSpot(project, '入库'), words, { left: now, right: '已入库' }));
    }
  }
  const storedAt = life.reached.get('stored') ?? null;
  const limit = settings.of('P09', IDLE_DAYS);
  if (storedAt !== null && !life.isDropped && !isStarted(one) && daysBetween(storedAt, asOf) >= limit) {
    const words = `${storedAt} 入库，已 ${daysBetween(storedAt, asOf)} 天还没有开工。请清理出库，或说明原因`;
    findings.push(tell('P09', 'warning', projectSpot(project, '入库'), words, { left: storedAt, right: asOf }));
  }
  return findings;
}

function checkOrder({ asOf }: ExecutionView, { project }: ProjectProgress, events: readonly LifeEvent[]): Finding[] {
  const findings: Finding[] = [];
  for (const { date, to, kind } of events) {
    if (date === null || daysBetween(asOf, date) <= 1) continue;
    const name = kind === 'state' && to ? lifeState(to).name : '办理';
    findings.push(
      tell('L02', 'error', projectSpot(project, '办理日期'), `“${name}”的日期 ${date} 在 ${asOf} 以后。请更正日期`, {
        left: date,
        right: asOf,
        aspect: `later-${name}`,
      }),
    );
  }
  const dated = inOrder(events).filter(
    ({ kind, date, to }) => kind === 'state' && date !== null && date <= asOf && to !== 'planned',
  );
  // A project that was returned or came back into the library goes its way again.
  if (events.some(({ kind }) => kind === 'returned' || kind === 'dropped')) return findings;
  for (const [index, earlier] of dated.entries()) {
    const later = dated.slice(index + 1).find(({ to }) => rankOf(to ?? 'draft') < rankOf(earlier.to ?? 'draft'));
    if (!later?.to || !earlier.to || later.date === earlier.date) continue;
    // `earlier` is the later step of a life, dated before `later`.
    const isWork =
      (earlier.to === 'finished' && later.to === 'started') || (earlier.to === 'accepted' && later.to === 'finished');
    const words = `“${lifeState(earlier.to).name}”的日期 ${earlier.date} 早于“${lifeState(later.to).name}”的日期 ${later.date}。请核对两个日期`;
    findings.push(
      tell(isWork ? 'L03' : 'L02', 'warning', projectSpot(project, '办理日期'), words, {
        left: earlier.date ?? '',
        right: later.date ?? '',
        aspect: `${earlier.to}-${later.to}`,
      }),
    );
  }
  return findings;
}

function checkPace(view: ExecutionView, one: ProjectProgress, events: readonly LifeEvent[]): Finding[] {
  const { asOf, execution, settings } = view;
  const { project, life } = one;
  if (life.isDropped || life.isPaused) return [];
  const findings: Finding[] = [];
  const batches = batchesById(execution.batches);
  const lines = factsOf(execution.lines, project.id).filter(({ amountFen }) => amountFen > 0);
  if (!isStarted(one) && lines.length > 0 && lines.every(({ batchId }) => !batches.get(batchId)?.startBy)) {
    const days = lines.flatMap((line) => dayOfLine(line, batches) ?? []).sort();
    const [first] = days;
    const limit = settings.of('L04', START_DAYS);
    if (first !== undefined && daysBetween(first, asOf) > limit) {
      const words = `${first} 下达 ${wanText(one.releasedFen)} 万元，已 ${daysBetween(first, asOf)} 天（应在 ${limit} 天内）还没有开工。请督促开工，或补录开工日期`;
      findings.push(tell('L04', 'warning', projectSpot(project, '开工时间'), words, { left: first, right: asOf }));
    }
  }
  const hasFacts = events.length > 0 || lines.length > 0 || one.paidFen !== 0 || one.note !== null;
  const end = lastDayIn(project.endAt ?? project.startAt);
  const finishedAt = life.reached.get('finished') ?? null;
  if (hasFacts && end !== null) {
    if (finishedAt !== null && finishedAt > end) {
      const words = `${finishedAt} 竣工，晚于建设年限的 ${project.endAt ?? project.startAt}，晚 ${daysBetween(end, finishedAt)} 天。请说明原因，或办理年限变更`;
      findings.push(tell('L05', 'warning', projectSpot(project, '竣工时间'), words, { left: finishedAt, right: end }));
    } else if (one.state !== '已竣工' && end < asOf) {
      const words = `建设年限到 ${project.endAt ?? project.startAt}，已过 ${daysBetween(end, asOf)} 天还没有竣工（${one.state}）。请督促，或补录竣工日期`;
      findings.push(tell('L05', 'warning', projectSpot(project, '竣工时间'), words, { left: one.state, right: end }));
    }
  }
  const { returned } = life;
  if (returned?.dueDate && returned.dueDate < asOf) {
    const words = `${returned.date ?? ''} 退回${returned.reason === '' ? '' : `（${returned.reason}）`}，限 ${returned.dueDate} 重报，已过 ${daysBetween(returned.dueDate, asOf)} 天没有重报。请催办`;
    findings.push(tell('L08', 'warning', projectSpot(project, '退回'), words, { left: returned.dueDate, right: asOf }));
  }
  return findings;
}

/** The last day of 'YYYY' or 'YYYY-MM'. */
function lastDayIn(period: string | null): string | null {
  if (period === null) return null;
  const [year = '', month = '12'] = period.split('-');
  return lastDayOf(Number(year), Number(month));
}

function checkEnd(
  { settings, asOf }: ExecutionView,
  { project, settledFen }: ProjectProgress,
  events: readonly LifeEvent[],
): Finding[] {
  const findings: Finding[] = [];
  const last = inOrder(events).findLast(
    ({ to, kind, date, verdict }) => kind === 'state' && to === 'accepted' && verdict !== '' && (date ?? '') <= asOf,
  );
  if (last?.verdict.includes('不合格')) {
    const words = `${last.date ?? '日期不详'} 验收结论为“${last.verdict}”，以后没有再验收。请整改后重新验收`;
    findings.push(tell('L06', 'warning', projectSpot(project, '验收'), words, { left: last.verdict, right: '合格' }));
  }
  const { total } = project.amounts;
  if (settledFen !== null && total !== null && total > 0) {
    const least = settings.of('L07', LEAST_SETTLED);
    if (settledFen > total) {
      const words = `审定结算价 ${wanText(settledFen)} 万元，超过总投资 ${wanText(total)} 万元 ${wanText(toFen(settledFen - total))} 万元。请核对，或办理规划调整`;
      findings.push(tell('L07', 'warning', projectSpot(project, '结算价'), words, pairOf(settledFen, total)));
    } else if (settledFen * 100 < total * least) {
      const words = `审定结算价 ${wanText(settledFen)} 万元，不到总投资 ${wanText(total)} 万元的 ${least}%，少 ${wanText(toFen(total - settledFen))} 万元。请核对，结余应收回或调整`;
      findings.push(tell('L07', 'warning', projectSpot(project, '结算价'), words, pairOf(settledFen, total)));
    }
  }
  return findings;
}
