// Making, opening, copying and verifying workbook files.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { commit } from '#electron/db/kernel/commit.ts';
import { openKernel } from '#electron/db/kernel/kind.ts';
import { KINDS, type Transaction } from '#electron/db/kinds/index.ts';
import { accountName } from '#electron/db/lock.ts';
import { createImage, type OpenFile } from '#electron/db/open.ts';
import { bytesLike } from '#electron/db/snapshot.ts';
import { clearDrafts, draftPath, isSameFile } from '#electron/files/move-into-place.ts';
import { agenciesFor, indicatorsFor, planDefaults, referenceFor } from '#seeds/index.ts';
import { sampleRegions } from '#seeds/regions.ts';
import { makeSampleProjects } from '#seeds/sample.ts';
import { BUILT_IN_SCHEMES, withScheme } from '#seeds/schemes.ts';
import { MOST_YEARS, type PlanInfo, periodText, type ReferenceData, type Region } from '#shared/domain/reference.ts';
import { AppError } from '#shared/values/app-error.ts';
import { makeProjectId } from './project-ids.ts';
import { takePlace } from './take-place.ts';
import { examineFile } from './verify.ts';

export interface NewWorkbook {
  regionCode: string;
  firstYear: number;
  lastYear: number;
  /** The places it begins with, the plan's own among them; those of the sample where none are given. */
  regions?: readonly Region[];
  /** Id of a built-in class scheme; the usual one of the region where not given. */
  scheme?: string | undefined;
  /** Fill it with the sample projects. */
  sample?: boolean;
}

/**
 * Makes a workbook file. The file is built beside its place and moved there at the end, so a failure leaves an
 * existing file untouched. Errors: invalid-input for a period that cannot be, locked where a workbook of that
 * name is open elsewhere, cannot-write.
 */
export function createWorkbookFile(path: string, spec: NewWorkbook): void {
  const { regionCode, firstYear, lastYear } = spec;
  if (lastYear < firstYear || lastYear - firstYear >= MOST_YEARS) {
    throw new AppError(
      'invalid-input',
      `规划期 ${firstYear}—${lastYear} 年不对：结束年应不早于开始年，且不超过 ${MOST_YEARS} 年。`,
    );
  }
  if (spec.scheme !== undefined && !BUILT_IN_SCHEMES.some(({ id }) => id === spec.scheme)) {
    const known = BUILT_IN_SCHEMES.map(({ id, name }) => `${id}（${name}）`).join('、');
    throw new AppError('invalid-input', `没有代码为“${spec.scheme}”的类别体系。可以用：${known}。`);
  }
  const regions = spec.regions ?? sampleRegions(regionCode);
  const usual = planDefaults(regionCode, firstYear, lastYear, regions);
  const plan = { ...usual, scheme: spec.scheme ?? usual.scheme };
  const reference = withScheme(
    { ...referenceFor(regionCode, regions), indicators: indicatorsFor(spec), agencies: agenciesFor(spec) },
    plan.scheme,
  );
  makeWorkbookFile(path, (db) => fillNew(db, plan, reference, spec.sample === true));
}

/**
 * Builds a workbook in memory with `fill`, writes it beside its place and moves it there at the end. It gets the password of
 * what stands there, or of the file it is `like`. Errors as of createWorkbookFile, password-needed.
 */
export function makeWorkbookFile(path: string, fill: (db: Database) => void, like: readonly string[] = []): void {
  const draft = draftPath(path);
  const db = createImage();
  try {
    clearDrafts(path);
    fill(db);
    writeFileSync(draft, bytesLike([path, ...like], db.serialize()));
    takePlace(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    if (error instanceof AppError) throw error;
    throw new AppError(
      'cannot-write',
      `无法在“${dirname(path)}”新建工作簿（${(error as Error).message}）。请换一个可写的文件夹。`,
    );
  } finally {
    db.close();
  }
}

function fillNew(db: Database, plan: PlanInfo, reference: ReferenceData, isSample: boolean): void {
  const label = `新建工作簿（${plan.regionName}，${periodText(plan).replace(' ', '')}）`;
  commit(
    { kernel: openKernel(db, KINDS), author: accountName },
    'workbook.create',
    label,
    (tx) => {
      tx.add('plan', 'plan', plan);
      addReference(tx, reference);
      if (!isSample) return;
      for (const [index, project] of makeSampleProjects().entries()) {
        const id = makeProjectId();
        tx.put('project', id, { ...project, id, position: index + 1 });
      }
    },
    { kind: 'base' },
  );
}

/** The frame of a new plan, each list in its own order. */
export function addReference(tx: Transaction, reference: ReferenceData): void {
  reference.regions.forEach((one, position) => {
    tx.add('region', one.code, { ...one, position });
  });
  reference.schemes.forEach((one, position) => {
    tx.add('scheme', one.id, { ...one, position });
  });
  reference.categories.forEach((one, position) => {
    tx.add('category', one.id, { ...one, position });
  });
  for (const one of reference.mappings) tx.add('mapping', `${one.from}|${one.to}`, one);
  reference.fundSources.forEach((one, position) => {
    tx.add('fundSource', one.id, { ...one, position });
  });
  reference.ownColumns.forEach((one, position) => {
    tx.add('ownColumn', one.id, { ...one, position });
  });
  reference.agencies.forEach((one, position) => {
    tx.add('agency', one.id, { ...one, position });
  });
  for (const one of reference.indicators) tx.add('indicator', String(one.number), one);
}

/**
 * Writes a copy of an open workbook and reads it back before it takes its final name.
 * Throws invalid-input where the target is the workbook itself, locked where it is open elsewhere, cannot-write where the
 * copy cannot be made or does not verify; an existing file is untouched then.
 */
export async function backupWorkbook(file: OpenFile, target: string): Promise<void> {
  if (isSameFile(target, file.path))
    throw new AppError('invalid-input', '备份不能覆盖正在使用的工作簿，请换一个文件名。');
  const draft = draftPath(target);
  try {
    clearDrafts(target);
    // A serialized copy comes between two steps, as SQLite's own backup does.
    // Without the file there is no telling its key, and a copy is never open to more people than it was.
    if (file.hasPassword && !existsSync(file.path)) throw new Error('设有密码的工作簿已不在原处');
    writeFileSync(draft, bytesLike([file.path, target], file.db.serialize()));
    const { problems } = examineFile(draft);
    if (problems.length > 0) throw new Error(problems.join('；'));
    takePlace(draft, target);
  } catch (error) {
    if (existsSync(draft)) rmSync(draft, { force: true });
    if (error instanceof AppError) throw error;
    throw new AppError('cannot-write', `备份没有完成（${(error as Error).message}）。请检查目标文件夹的空间和写权限。`);
  }
}
