// Steps that wait for a notice, or that a notice has to follow (P08, E01, E07).
import type { Finding } from '../checks/finding.ts';
import { publicWorkdays } from '../checks/posting-rules.ts';
import { plainFinding, projectPlace } from '../checks/wording.ts';
import type { Day } from '../domain/execution.ts';
import { type LifeEvent, type LifeStateId, lifeState } from '../domain/life.ts';
import { isUnanswered, POSTING_STAGES, type Posting, postingStage } from '../domain/posting.ts';
import type { Project } from '../domain/project.ts';
import { addDays, type Holidays, lastDay } from '../notice/period.ts';
import { newestOf, postingName } from './coverage.ts';
import { type Known, nameOf, REGISTER, someNames } from './facts.ts';
import { postingState } from './posting-state.ts';

/** P08 and E01: steps that wait for a notice. */
export function checkSteps(known: Known): Finding[] {
  const { execution, projects, asOf, coverage, holidays } = known;
  const stageBefore = new Map(
    POSTING_STAGES.flatMap((stage) => (stage.before ? [[stage.before, stage] as const] : [])),
  );
  const findings: Finding[] = [];
  const backfilled = new Map<string, Set<string>>();
  for (const event of execution.events) {
    const stage = event.kind === 'state' && event.to !== null ? stageBefore.get(event.to as 'declared') : undefined;
    const project = projects.get(event.projectId);
    if (!stage || !project || (event.date !== null && event.date > asOf)) continue;
    const posting = newestOf(
      coverage.of(project, stage.id).filter(({ from }) => from === null || event.date === null || from <= event.date),
    );
    if (posting === null && event.isBackfilled) {
      const ids = backfilled.get(stage.name) ?? new Set();
      backfilled.set(stage.name, ids.add(project.id));
    } else if (posting === null) findings.push(missingFinding(project, event, stage.name));
    else findings.push(...stepFindings(project, event, posting, holidays));
  }
  for (const [name, ids] of backfilled) {
    findings.push(
      plainFinding(
        'P08',
        'info',
        { table: REGISTER, row: name, column: '项目数' },
        `${REGISTER}：补录办理的 ${ids.size} 个项目没有登记${name}。有台账的可以导入。`,
        { left: String(ids.size) },
      ),
    );
  }
  return findings;
}

function stepWords({ to, date }: LifeEvent): string {
  return `${date ?? '日期不详'} 已办理“${lifeState(to as LifeStateId).name}”`;
}

function missingFinding(project: Project, event: LifeEvent, stageName: string): Finding {
  return plainFinding(
    'P08',
    'warning',
    projectPlace(project, stageName, 'name'),
    `“${nameOf(project)}”${stepWords(event)}，之前没有登记${stageName}。请补登公示，或补做公示。`,
    { aspect: `缺${stageName}` },
  );
}

function stepFindings(project: Project, event: LifeEvent, posting: Posting, holidays: Holidays): Finding[] {
  const findings: Finding[] = [];
  const { to } = postingState(posting, event.date ?? '9999-12-31', holidays, null);
  const place = projectPlace(project, postingStage(posting.stage).name, 'name');
  if (event.date !== null && to !== null && event.date <= to) {
    findings.push(
      plainFinding(
        'P08',
        'warning',
        place,
        `“${nameOf(project)}”${stepWords(event)}，而${postingName(posting)}到 ${to} 才满。应在公示期满以后办理，请核对日期。`,
        { left: event.date, right: to, rightName: '公示期满', aspect: `早于期满${posting.id}` },
      ),
    );
  }
  const open = posting.objections.filter(
    (one) => isUnanswered(one) || (one.answeredAt !== null && event.date !== null && one.answeredAt > event.date),
  );
  if (open.length > 0) {
    const [first] = open;
    const answer = first?.answeredAt == null ? '还没有答复' : `到 ${first.answeredAt} 才答复`;
    findings.push(
      plainFinding(
        'E01',
        'warning',
        place,
        `“${nameOf(project)}”${stepWords(event)}，而${postingName(posting)}收到的 ${open.length} 件异议${answer}。请核实答复后再办理。`,
        { left: event.date ?? '', right: first?.answeredAt ?? '', rightName: '答复日期', aspect: posting.id },
      ),
    );
  }
  return findings;
}

/** E07: projects that came into the library together are one finding. */
export function checkStored({ execution, projects, coverage, holidays, settings, asOf }: Known): Finding[] {
  const limit = publicWorkdays(settings);
  const groups = new Map<string, { date: Day; number: string; missing: string[]; late: string[]; lateFrom: Day }>();
  for (const { kind, to, date, isBackfilled, projectId, documentNumber } of execution.events) {
    const project = projects.get(projectId);
    if (kind !== 'state' || to !== 'stored' || date === null || date > asOf || isBackfilled || !project) continue;
    const due = lastDay(addDays(date, 1), limit, 'workdays', holidays);
    const days = coverage.of(project, 'stored').flatMap(({ from }) => (from !== null && from <= asOf ? [from] : []));
    const first = days.filter((day) => day >= date).sort()[0] ?? days.sort().at(-1);
    if (first === undefined ? asOf <= due : first <= due) continue;
    const key = `${date}|${documentNumber}`;
    const group = groups.get(key) ?? { date, number: documentNumber, missing: [], late: [], lateFrom: '' };
    groups.set(key, group);
    if (first === undefined) group.missing.push(nameOf(project));
    else {
      group.late.push(nameOf(project));
      if (first > group.lateFrom) group.lateFrom = first;
    }
  }
  return [...groups.values()].map(({ date, number, missing, late, lateFrom }) => {
    const due = lastDay(addDays(date, 1), limit, 'workdays', holidays);
    const parts = [
      ...(missing.length > 0 ? [`${missing.length} 个项目没有入库公告（${someNames(missing, '个')}）`] : []),
      ...(late.length > 0 ? [`${late.length} 个项目到 ${lateFrom} 才公告（${someNames(late, '个')}）`] : []),
    ];
    return plainFinding(
      'E07',
      'warning',
      { table: REGISTER, row: `${date} 入库`, column: '入库公告' },
      `${REGISTER}：${date} 入库${number === '' ? '' : `（${number}）`}的项目应在 ${limit} 个工作日内（${due} 前）公告，${parts.join('，')}。请补公告并登记。`,
      { left: lateFrom, right: due, rightName: '公告期限', aspect: number },
    );
  });
}
