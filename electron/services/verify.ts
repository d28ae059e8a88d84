// 检查文件: looks at a workbook from the inside — pages and indexes, references, the hash chain of the log, and every fact
// against what the log wrote last.
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { checkChain } from '#electron/db/kernel/chain.ts';
import { type Kinds as AnyKinds, openKernel } from '#electron/db/kernel/kind.ts';
import { loadMemory } from '#electron/db/kernel/memory.ts';
import { compareWithLog, type FactDifference } from '#electron/db/kernel/verify.ts';
import { KINDS, type Kinds } from '#electron/db/kinds/index.ts';
import { referenceOf } from '#electron/db/kinds/plan-frame.ts';
import type { PlanData } from '#shared/domain/plan-data.ts';

/** The problems of a workbook file that is not open, in Chinese; [] for a sound one. */
export function verifyFile(path: string): string[] {
  const db = new BetterSqlite3(path, { readonly: true });
  try {
    return verifyDatabase(db);
  } finally {
    db.close();
  }
}

/** The problems of a workbook, in Chinese; [] for a sound one. What differs from the log is told value by value. */
export function verifyDatabase(db: Database): string[] {
  const problems: string[] = [];
  for (const row of db.pragma('integrity_check(20)') as { integrity_check: string }[]) {
    if (row.integrity_check !== 'ok') problems.push(`文件结构：${row.integrity_check}`);
  }
  if (problems.length > 0) return problems;
  const dangling = db.pragma('foreign_key_check') as { table: string }[];
  if (dangling.length > 0)
    problems.push(`引用不完整：${dangling.length} 处（${[...new Set(dangling.map((row) => row.table))].join('、')}）`);
  const chain = checkChain(db);
  if (chain) problems.push(chain.message);
  return [...problems, ...differencesFromLog(db)];
}

/** So many differences are told one by one. */
const TOLD = 50;

function differencesFromLog(db: Database): string[] {
  const kernel = openKernel(db, KINDS);
  const differences = compareWithLog(kernel);
  if (differences.length === 0) return [];
  const memory = loadMemory(kernel);
  const data: PlanData = {
    plan: memory.slice('plan'),
    reference: referenceOf(memory),
    projects: [...memory.slice('project').values()],
    claims: memory.slice('claim'),
    records: memory.slice('record'),
  };
  const lines = differences.flatMap((difference) => inWords(difference, data));
  const rest = lines.length - TOLD;
  return rest > 0 ? [...lines.slice(0, TOLD), `另有 ${rest} 处与操作记录不符`] : lines;
}

function inWords({ entity, id, stored, logged }: FactDifference<Kinds>, data: PlanData): string[] {
  const kind = KINDS[entity] as AnyKinds[string];
  const values = kind.words(logged, stored, data);
  if (stored === null) return [`${kind.title}“${values[0]?.project ?? id}”不见了，操作记录里它还在`];
  if (logged === null) return [`${kind.title}“${values[0]?.project ?? id}”不是由本程序写入的，操作记录里没有它`];
  if (values.length === 0) return [`${kind.title} ${id} 与操作记录不符`];
  return values.map(
    ({ project, column, before, after }) =>
      `${kind.title}“${project}”的${column}与操作记录不符：现在是“${after || '空'}”，操作记录最后写的是“${before || '空'}”`,
  );
}
