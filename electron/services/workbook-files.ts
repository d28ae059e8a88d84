// Making, opening, copying and verifying workbook files.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { commit } from '#electron/db/commit.ts';
import { openEntities } from '#electron/db/entities.ts';
import { accountName } from '#electron/db/lock.ts';
import { createFile, type OpenFile } from '#electron/db/open.ts';
import { writePlan, writeReference } from '#electron/db/reference.ts';
import { planDefaults, planRegion, referenceFor } from '#seeds/index.ts';
import { makeSampleProjects } from '#seeds/sample.ts';
import { AppError } from '#shared/contract/reply.ts';
import { makeProjectId } from './project-ids.ts';

export interface NewWorkbook {
  regionCode: string;
  firstYear: number;
  lastYear: number;
  /** Fill it with the sample projects. */
  sample?: boolean;
}

/**
 * Makes a workbook file. The file is built beside its place and moved there at the end, so a failure leaves an
 * existing file untouched. Errors: invalid-input for a region or period that cannot be, cannot-write.
 */
export function createWorkbookFile(path: string, spec: NewWorkbook): void {
  if (!planRegion(spec.regionCode)) {
    throw new AppError(
      'invalid-input',
      `没有行政区划代码为 ${spec.regionCode} 的地区，请从列表中选择市或县（市、区）。`,
    );
  }
  if (spec.lastYear < spec.firstYear || spec.lastYear - spec.firstYear > 14) {
    throw new AppError(
      'invalid-input',
      `规划期 ${spec.firstYear}—${spec.lastYear} 年不对：结束年应不早于开始年，且不超过 15 年。`,
    );
  }
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    rmSync(draft, { force: true });
    fillNewFile(draft, spec);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    if (error instanceof AppError) throw error;
    throw new AppError(
      'cannot-write',
      `无法在“${dirname(path)}”新建工作簿（${(error as Error).message}）。请换一个可写的文件夹。`,
    );
  }
}

function fillNewFile(path: string, spec: NewWorkbook): void {
  const db = createFile(path);
  try {
    const plan = planDefaults(spec.regionCode, spec.firstYear, spec.lastYear);
    const label = `新建工作簿（${plan.regionName}，${plan.firstYear}—${plan.lastYear}年）`;
    commit(
      { db, stores: openEntities(db), author: accountName },
      'workbook.create',
      label,
      (tx) => {
        writePlan(tx.db, plan);
        writeReference(tx.db, referenceFor(spec.regionCode));
        if (!spec.sample) return;
        for (const [index, project] of makeSampleProjects().entries()) {
          const id = makeProjectId();
          tx.put('project', id, { ...project, id, position: index + 1 });
        }
      },
      { kind: 'base' },
    );
  } finally {
    db.close();
  }
}

/**
 * Writes a copy of an open workbook and reads it back before it takes its final name.
 * Throws cannot-write where the copy cannot be made or does not verify; an existing file is untouched then.
 */
export async function backupWorkbook(file: OpenFile, target: string): Promise<void> {
  if (target === file.path) throw new AppError('invalid-input', '备份不能覆盖正在使用的工作簿，请换一个文件名。');
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  try {
    await file.db.backup(draft);
    const problems = verifyFile(draft);
    if (problems.length > 0) throw new Error(problems.join('；'));
    renameSync(draft, target);
  } catch (error) {
    if (existsSync(draft)) rmSync(draft, { force: true });
    throw new AppError('cannot-write', `备份没有完成（${(error as Error).message}）。请检查目标文件夹的空间和写权限。`);
  }
}

function verifyFile(path: string): string[] {
  const db = new BetterSqlite3(path, { readonly: true });
  try {
    return verifyDatabase(db);
  } finally {
    db.close();
  }
}

/** Looks at the file from the inside: pages and indexes, references, and the log's numbering. Problems in Chinese. */
export function verifyDatabase(db: OpenFile['db']): string[] {
  const problems: string[] = [];
  for (const row of db.pragma('integrity_check(20)') as { integrity_check: string }[]) {
    if (row.integrity_check !== 'ok') problems.push(`文件结构：${row.integrity_check}`);
  }
  const dangling = db.pragma('foreign_key_check') as { table: string }[];
  if (dangling.length > 0)
    problems.push(`引用不完整：${dangling.length} 处（${[...new Set(dangling.map((row) => row.table))].join('、')}）`);
  const gaps = db
    .prepare(
      'SELECT count(*) FROM change_set c WHERE c.id > 1 AND NOT EXISTS (SELECT 1 FROM change_set p WHERE p.id = c.id - 1)',
    )
    .pluck()
    .get() as number;
  if (gaps > 0) problems.push(`修改日志有 ${gaps} 处断号`);
  return problems;
}
