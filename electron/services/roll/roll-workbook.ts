// 结转: makes a workbook from the unfinished projects of an old one, or adds to it what was not rolled over before.
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import { isVaultFile } from '#electron/db/cipher/keyring.ts';
import { commit } from '#electron/db/kernel/commit.ts';
import { openKernel } from '#electron/db/kernel/kind.ts';
import { KINDS, type Transaction } from '#electron/db/kinds/index.ts';
import { openFile } from '#electron/db/open.ts';
import type { RollInput, RollReport } from '#shared/contract/methods/roll.ts';
import type { Project } from '#shared/domain/project.ts';
import { type PlanInfo, periodText } from '#shared/domain/reference.ts';
import { UNCATEGORISED } from '#shared/format/annex-rows.ts';
import { dayWords } from '#shared/notice/period.ts';
import { type RollChoices, type RollOver, rollOver } from '#shared/roll/roll-over.ts';
import { AppError } from '#shared/values/app-error.ts';
import { isSameFile } from '../export.ts';
import { makeProjectId } from '../project-ids.ts';
import { addReference, makeWorkbookFile } from '../workbook-files.ts';
import { newPlan, newReference } from './new-frame.ts';
import { type OldPlan, readOldPlan } from './read-old.ts';
import { offeredSchemes, readChoices, withAskedScheme } from './roll-choices.ts';

const COMMAND = 'workbook.roll';

/** What would be rolled over; nothing is written. */
export function previewRoll(oldPath: string, input: Omit<RollInput, 'token'>): RollReport {
  const old = withAskedScheme(readOldPlan(oldPath), input.scheme);
  const choices = readChoices(old, input);
  return reportOf(old, choices, rollOver(old.data, choices), new Set());
}

/**
 * Rolls `oldPath` over into `newPath`. A new file is built beside its place and moved there whole; one that is a roll of
 * the same plan gets the projects that never were in it, as one step. Errors: invalid-input for choices that cannot be
 * and for a file that is something else, locked, cannot-write; the files are as before then.
 */
export function rollWorkbook(
  oldPath: string,
  newPath: string,
  input: Omit<RollInput, 'token'>,
  author: () => string,
): RollReport {
  if (isSameFile(oldPath, newPath))
    throw new AppError(
      'invalid-input',
      `“${basename(newPath)}”就是上一规划期的工作簿，不能结转到它自己。请换一个文件名。`,
    );
  const old = withAskedScheme(readOldPlan(oldPath), input.scheme);
  const choices = readChoices(old, input);
  const found = rollOver(old.data, choices);
  const earlier = existsSync(newPath)
    ? addTo(newPath, old, choices, found, author)
    : makeNew(newPath, old, choices, found, author);
  return reportOf(old, choices, found, earlier);
}

function labelOf({ workbook, next }: RollChoices, count: number): string {
  return `由“${workbook}”结转 ${count} 个项目（${periodText(next).replace(' ', '')}）`;
}

/** The first position after those that are there. */
function addProjects(tx: Transaction, projects: readonly Project[], after: number): void {
  for (const [index, project] of projects.entries()) {
    const id = makeProjectId();
    tx.add('project', id, { ...project, id, position: after + index + 1 });
  }
}

function makeNew(
  path: string,
  old: OldPlan,
  choices: RollChoices,
  { projects }: RollOver,
  author: () => string,
): ReadonlySet<string> {
  const plan = newPlan(old, choices);
  const fill = (db: Database): unknown =>
    commit(
      { kernel: openKernel(db, KINDS), author },
      COMMAND,
      labelOf(choices, projects.length),
      (tx) => {
        tx.add('plan', 'plan', plan);
        addReference(tx, newReference(old, choices));
        addProjects(tx, projects, 0);
      },
      { kind: 'base' },
    );
  makeWorkbookFile(path, fill, [old.path]);
  return new Set();
}

/** Ids of old projects that came into the workbook before, whether or not they are still there. */
function addTo(
  path: string,
  old: OldPlan,
  choices: RollChoices,
  { projects, lines }: RollOver,
  author: () => string,
): ReadonlySet<string> {
  const file = openFile(path);
  try {
    if (file.readOnly !== null)
      throw new AppError('read-only', `工作簿“${basename(path)}”不能修改：${file.readOnly}。没有结转。`);
    const kernel = openKernel(file.db, KINDS);
    const earlier = new Set(
      file.db
        .prepare(
          "SELECT json_extract(after, '$.originId') FROM change WHERE entity = 'project' AND before IS NULL AND after IS NOT NULL",
        )
        .pluck()
        .all()
        .filter((id) => typeof id === 'string'),
    );
    assertRollOf(path, old, choices, {
      isRoll: file.db.prepare('SELECT 1 FROM change_set WHERE id = 1 AND command = ?').get(COMMAND) !== undefined,
      plan: kernel.stores.plan.read('plan'),
      isKnown: earlier.size === 0 || lines.some(({ originId }) => earlier.has(originId)),
    });
    const fresh = projects.filter(({ originId }) => !earlier.has(originId ?? ''));
    if (fresh.length > 0) {
      const last = file.db.prepare('SELECT max(position) FROM project').pluck().get() as number | null;
      commit(
        { kernel, author, assertOurs: file.assertOurs, keep: file.keep },
        COMMAND,
        labelOf(choices, fresh.length),
        (tx) => addProjects(tx, fresh, Math.ceil(last ?? 0)),
      );
    }
    return earlier;
  } finally {
    file.close();
  }
}

function assertRollOf(
  path: string,
  old: OldPlan,
  { next }: RollChoices,
  there: {
    isRoll: boolean;
    isKnown: boolean;
    plan: { regionCode: string; firstYear: number; lastYear: number; scheme: string } | null;
  },
): void {
  const { plan } = there;
  const name = basename(path);
  if (!there.isRoll || !there.isKnown || plan?.regionCode !== old.data.plan.regionCode)
    throw new AppError(
      'invalid-input',
      `“${name}”已经存在，而且不是由“${old.workbook}”结转来的工作簿，没有改动它。请换一个文件名。`,
    );
  if (plan.firstYear !== next.firstYear || plan.lastYear !== next.lastYear)
    throw new AppError(
      'invalid-input',
      `“${name}”的规划期是 ${periodText(plan)}，与要结转的 ${periodText(next)}不同，没有改动它。`,
    );
  if (plan.scheme !== next.scheme)
    throw new AppError(
      'invalid-input',
      `“${name}”用的类别体系是“${plan.scheme}”，与要结转的“${next.scheme}”不同，没有改动它。`,
    );
}

function reportOf(old: OldPlan, choices: RollChoices, { lines }: RollOver, earlier: ReadonlySet<string>): RollReport {
  const { next, asOf, workbook } = choices;
  const taken = lines.filter(({ isTaken }) => isTaken);
  const unclassed = taken.filter(({ newClass }) => newClass === UNCATEGORISED).length;
  return {
    workbook,
    region: old.data.plan.regionName,
    oldPeriod: { firstYear: old.data.plan.firstYear, lastYear: old.data.plan.lastYear },
    period: { firstYear: next.firstYear, lastYear: next.lastYear },
    asOf,
    scheme: next.scheme,
    schemes: offeredSchemes(old.data.reference.schemes).map(({ id, name }) => ({ id, name })),
    added: taken.filter(({ originId }) => !earlier.has(originId)).length,
    lines,
    notes: [
      ...(isVaultFile(old.path) ? ['原工作簿设有密码，新建的工作簿沿用同一个密码。'] : []),
      ...overlapNote(old.data.plan, next),
      `截至${dayWords(asOf)}。结转不看项目办理和支付记录：原状态按建设年限和分年度投资判断（开工不晚于截至日而未完工的为在建，未开工的为储备，已到完工时间且以后没有投资的为竣工），期前完成按 ${next.firstYear} 年以前的计划数。`,
      ...(unclassed === 0 ? [] : [`${unclassed} 个项目没有新类别，列入${UNCATEGORISED}，请逐个选定（原因见备注）。`]),
    ],
  };
}

/** Which years count as 期前 where both plans have some years. */
function overlapNote(old: Years, next: Years): string[] {
  if (next.firstYear > old.lastYear) return [];
  const [before, common] = [
    { firstYear: old.firstYear, lastYear: next.firstYear - 1 },
    { firstYear: next.firstYear, lastYear: Math.min(old.lastYear, next.lastYear) },
  ];
  return [
    `新规划期与原规划期（${periodText(old)}）有重叠：${periodText(before)}的投资计入期前完成，${periodText(common)}的投资照旧列在新规划期的各年。`,
  ];
}

type Years = Pick<PlanInfo, 'firstYear' | 'lastYear'>;
