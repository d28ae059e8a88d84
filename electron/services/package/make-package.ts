// 上报 and 下达: makes a package of what is the office's to send, with 附表.xlsx beside it for offices without the program.
import { rmSync } from 'node:fs';
import { writeAnnex } from '#electron/excel/write/annex.ts';
import { writeTables } from '#electron/excel/write/tables.ts';
import { replaceFile } from '#electron/files/replace-file.ts';
import { sealPackage } from '#electron/package/sealed.ts';
import { isOpen } from '#shared/checks/explanation.ts';
import type { SentPackage } from '#shared/domain/exchange.ts';
import { type LifeEvent, lifeState, rankOf } from '#shared/domain/life.ts';
import { isAbove, type Office, officeName } from '#shared/domain/office.ts';
import { projectLives } from '#shared/life/board.ts';
import { chooseFacts } from '#shared/package/choose-facts.ts';
import type { Facts } from '#shared/package/facts.ts';
import { factsTable } from '#shared/package/facts-table.ts';
import { makeScope } from '#shared/package/offices.ts';
import { kindsOf, PACKAGE_SPECS } from '#shared/package/package-kinds.ts';
import { AppError } from '#shared/values/app-error.ts';
import { findAll } from '../checks.ts';
import { assertOtherFile } from '../export.ts';
import { BLANK_STEP, planStep, type Step, type StepResult, stepEvents, writeSteps } from '../life/steps.ts';
import type { Session } from '../session.ts';
import { aliasesOf } from './last-common.ts';
import { localFacts } from './local-facts.ts';
import { ownOffice } from './own-office.ts';
import { type OwnFinding, type PackageOrder, packUp } from './pack-up.ts';

export interface MadePackage {
  sent: SentPackage;
  office: Office;
  isSigned: boolean;
  annex: string;
  /** What the sender should know: what was left out. */
  notes: string[];
}

const FINDINGS_TOLD = 5;

/**
 * Writes a package and 附表.xlsx beside it, and remembers it as one step. Errors (AppError): invalid-input for a kind that is
 * not the office's, nothing to send, open errors of 勾稽审核; those of writing.
 */
export async function makePackage(session: Session, target: string, order: PackageOrder): Promise<MadePackage> {
  assertOtherFile(target, session.file.path);
  const office = ownOffice(session);
  assertMayMake(office, order);
  const data = session.planData();
  const scope = order.to ?? office;
  const isInScope = order.kind === '论证意见包' ? () => true : makeScope(data, scope);
  const all = localFacts(session);
  const inScope = new Set(all.projects.filter(isInScope).map(({ id }) => id));
  const findings = findingsOf(session, inScope);
  const keys = new Set(findings.map(({ key }) => key));
  const { events, refused } = stepsWith(session, office, order, inScope);
  const facts = chooseFacts({ ...all, events: [...all.events, ...events] }, order.kind, isInScope, (key) =>
    keys.has(key),
  );
  assertSomething(facts, order, scope);
  if (PACKAGE_SPECS[order.kind].isChecked) assertNoErrors(findings);
  const { bytes, sent, isSigned } = packUp(session, office, order, toTheirIds(session, order.to, facts), findings);
  const annex = `${target.replace(/\.xjpkg$/i, '')}-附表.xlsx`;
  const touched = touchedProjects(all, facts);
  const notes =
    facts.projects.length > 0
      ? await writeAnnex(annex, { ...data, projects: touched }, ANNEX)
      : await writeTables(annex, [factsTable({ ...data, projects: touched }, facts, `${office.name}${order.kind}`)], {
          code: '',
        });
  await replaceFile(target, order.password === null ? bytes : sealPackage(bytes, order.password));
  try {
    session.change(
      'package.make',
      `${order.to === null ? '上报' : '下发'}${order.kind}第 ${sent.number} 号：${sent.projectCount} 个项目${order.to === null ? '' : `，给${officeName(order.to)}`}`,
      (tx) => {
        writeSteps(tx, events);
        tx.add('sentPackage', sent.id, sent);
      },
    );
  } catch (error) {
    rmSync(target, { force: true });
    throw error;
  }
  const left = all.projects.length - inScope.size;
  if (order.to === null && left > 0 && PACKAGE_SPECS[order.kind].carries.includes('projects'))
    notes.push(`另有 ${left} 个项目不在${officeName(office)}的范围内，没有装进去。`);
  if (refused.length > 0) notes.push(stepNote(order, refused));
  return { sent, office, isSigned, annex, notes };
}

/** The steps that handing up stands for: of those projects that have not come so far and can take it. */
function stepsWith(
  session: Session,
  office: Office,
  { kind, stepOn }: PackageOrder,
  ids: ReadonlySet<string>,
): { events: LifeEvent[]; refused: StepResult['refused'] } {
  const to = PACKAGE_SPECS[kind].step;
  if (stepOn === null || to === undefined) return { events: [], refused: [] };
  const lives = projectLives(session.planData(), session.execution(), stepOn);
  const open = lives.filter(
    ({ project, life }) => ids.has(project.id) && !life.isDropped && rankOf(life.state) < rankOf(to),
  );
  const step: Step = { ...BLANK_STEP, kind: 'state', to, date: stepOn, office: office.name };
  const { done, refused } = planStep(
    session,
    open.map(({ project }) => project.id),
    step,
    stepOn,
  );
  return { events: stepEvents(done, step), refused };
}

function stepNote({ kind }: PackageOrder, refused: StepResult['refused']): string {
  const name = lifeState(PACKAGE_SPECS[kind].step ?? 'declared').name;
  const some = refused.slice(0, 3).map(({ project, reason }) => `${project}（${reason}）`);
  return `${refused.length} 个项目没有办理“${name}”：${some.join('、')}${refused.length > 3 ? '等' : ''}。包里照样有它们。`;
}

const ANNEX = {
  formulas: true,
  totalPosition: 'first',
  numbering: 'continuous',
  extraColumns: 'used',
  code: '',
} as const;

function assertMayMake(office: Office, { kind, to }: PackageOrder): void {
  const { from, direction } = PACKAGE_SPECS[kind];
  if (!from.includes(office.level)) {
    const own = kindsOf(office.level).join('、');
    throw new AppError(
      'invalid-input',
      `${officeName(office)}不能出“${kind}”，可以出：${own}。单位不对的，请先选定本单位。`,
    );
  }
  if (direction === 'down' && to === null) throw new AppError('invalid-input', `“${kind}”要写明给哪个下级单位。`);
  if (direction === 'up' && to !== null)
    throw new AppError('invalid-input', `“${kind}”是报给上级的，不能给${officeName(to)}；给下级用“下达包”或“退回包”。`);
  if (to !== null && !isAbove(office, to))
    throw new AppError('invalid-input', `${officeName(to)}不是${officeName(office)}的下级，不能给它下发。`);
}

function assertSomething(facts: Facts, { kind }: PackageOrder, scope: Office): void {
  const { carries } = PACKAGE_SPECS[kind];
  if (carries.some((name) => facts[name].length > 0)) return;
  const what = carries.includes('projects') ? '项目' : '可报的办理、资金或进度记录';
  throw new AppError('invalid-input', `没有${officeName(scope)}的${what}，没有打包。请核对本单位和项目的地点。`);
}

/** Findings on the projects, and those on the list as a whole where the projects are the whole list. */
function findingsOf(session: Session, projects: ReadonlySet<string>): OwnFinding[] {
  const isWhole = projects.size === session.planData().projects.length;
  return findAll(session)
    .filter(({ projectId }) => (projectId === undefined ? isWhole : projects.has(projectId)))
    .map((finding) => ({
      key: finding.key,
      rule: finding.rule,
      level: finding.level,
      message: finding.message.slice(0, 5000),
      projectId: finding.projectId ?? null,
      explanation: isOpen(finding) ? null : (finding.explanation?.text ?? null),
    }));
}

function assertNoErrors(findings: readonly OwnFinding[]): void {
  const errors = findings.filter(({ level, explanation }) => level === 'error' && explanation === null);
  if (errors.length === 0) return;
  const some = errors.slice(0, FINDINGS_TOLD).map(({ rule, message }) => `${rule} ${message}`);
  throw new AppError(
    'invalid-input',
    `勾稽审核还有 ${errors.length} 项强制性差错，不能上报，请先改正：\n${some.join('\n')}${errors.length > FINDINGS_TOLD ? '\n……' : ''}`,
    { findings: errors.map(({ rule, message, projectId }) => ({ rule, message, projectId })) },
  );
}

/** Facts under the ids by which the receiver knows its projects. */
function toTheirIds(session: Session, to: Office | null, facts: Facts): Facts {
  const theirs = new Map(
    Object.entries(to === null ? {} : aliasesOf(session, to)).map(([their, mine]) => [mine, their]),
  );
  if (theirs.size === 0) return facts;
  const idOf = (id: string): string => theirs.get(id) ?? id;
  const ofProject = <T extends { projectId: string }>(list: readonly T[]): T[] =>
    list.map((one) => ({ ...one, projectId: idOf(one.projectId) }));
  return {
    ...facts,
    projects: facts.projects.map((one) => ({ ...one, id: idOf(one.id) })),
    events: ofProject(facts.events),
    lines: ofProject(facts.lines),
  };
}

/** The projects that the package speaks of. */
function touchedProjects({ projects }: Facts, facts: Facts): Facts['projects'] {
  const ids = new Set([
    ...facts.projects.map(({ id }) => id),
    ...[...facts.events, ...facts.lines, ...facts.payments, ...facts.notes].map(({ projectId }) => projectId),
  ]);
  return projects.filter(({ id }) => ids.has(id));
}
