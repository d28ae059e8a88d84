// 检查文件: looks at a workbook from the inside — pages and indexes, the schema, references, the hash chain of the log, and
// every fact against what the log wrote last. What is damaged is located; nothing is mended here.
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { isVaultFile } from '#electron/db/cipher/keyring.ts';
import { chainHead, checkChain } from '#electron/db/kernel/chain.ts';
import { type Kinds as AnyKinds, openKernel } from '#electron/db/kernel/kind.ts';
import { loadMemory } from '#electron/db/kernel/memory.ts';
import { compareWithLog, type FactDifference } from '#electron/db/kernel/verify.ts';
import { KINDS, type Kinds, type WorkbookKernel } from '#electron/db/kinds/index.ts';
import { referenceOf } from '#electron/db/kinds/plan-frame.ts';
import { isOlder, migrate } from '#electron/db/migrate.ts';
import { schemaProblems } from '#electron/db/schema-check.ts';
import { readSnapshot } from '#electron/db/snapshot.ts';
import type { Damage } from '#shared/domain/file-health.ts';
import type { PlanData } from '#shared/records/plan-data.ts';

export interface Examination {
  /** All problems in Chinese; [] for a sound workbook. */
  problems: string[];
  /** The values among them that do not agree with the log, as far as they could be read. */
  damage: Damage[];
  /** The newest link of the chain (64 letters); '' where there is none. */
  head: string;
}

/** The problems of a workbook, in Chinese; [] for a sound one. What differs from the log is told value by value. */
export function verifyDatabase(db: Database): string[] {
  return examineDatabase(db).problems;
}

/** Looks at all of a workbook. Never throws: what cannot be read is a problem. */
export function examineDatabase(db: Database): Examination {
  const problems: string[] = [];
  const damage: Damage[] = [];
  /** What cannot be looked at ends the examination: the rest would only follow from it. */
  const look = (what: string, work: () => void): boolean => {
    const before = problems.length;
    try {
      work();
    } catch (error) {
      problems.push(`${what}读不出来（${(error as Error).message}）`);
    }
    return problems.length === before;
  };
  const isSoundFile = look('文件结构', () => {
    for (const row of db.pragma('integrity_check(20)') as { integrity_check: string }[]) {
      if (row.integrity_check !== 'ok') problems.push(`文件结构：${row.integrity_check}`);
    }
  });
  if (!isSoundFile) return { problems, damage, head: readHead(db) };
  look('数据表的规定', () => problems.push(...schemaProblems(db).map(({ message }) => message)));
  look('引用关系', () => {
    const dangling = db.pragma('foreign_key_check') as { table: string }[];
    const tables = [...new Set(dangling.map((row) => row.table))].join('、');
    if (dangling.length > 0) problems.push(`引用不完整：${dangling.length} 处（${tables}）`);
  });
  look('修改日志', () => {
    const chain = checkChain(db);
    if (chain) problems.push(chain.message);
  });
  look('工作簿的内容', () => {
    const kernel = openKernel(db, KINDS);
    damage.push(...describeDamage(kernel, compareWithLog(kernel)));
    problems.push(...damageLines(damage));
  });
  return { problems, damage, head: readHead(db) };
}

function readHead(db: Database): string {
  try {
    return chainHead(db);
  } catch {
    return '';
  }
}

/** Looks at a workbook file that is not open; it is only read. */
export function examineFile(path: string): Examination {
  // One with a password can only be looked at in memory.
  const db = isVaultFile(path)
    ? new BetterSqlite3(readSnapshot(path))
    : new BetterSqlite3(path, { readonly: true, fileMustExist: true });
  try {
    return examineDatabase(db);
  } finally {
    db.close();
  }
}

/** Looks at a workbook that may be open: at its content of one moment, in memory. An older one is looked at upgraded. */
export function examineSnapshot(path: string): Examination {
  return examineBytes(readSnapshot(path));
}

/** The same for bytes that were read already. */
export function examineBytes(bytes: Buffer): Examination {
  const db = new BetterSqlite3(bytes);
  try {
    if (isOlder(db)) migrate(db);
    return examineDatabase(db);
  } finally {
    db.close();
  }
}

/** So many differences are told one by one. */
const TOLD = 50;

function damageLines(damage: readonly Damage[]): string[] {
  const rest = damage.length - TOLD;
  const told = damage.slice(0, TOLD).map(({ message }) => message);
  return rest > 0 ? [...told, `另有 ${rest} 处与操作记录不符`] : told;
}

/** Differences between facts and log, value by value, in the words of the screen. */
export function describeDamage(kernel: WorkbookKernel, differences: readonly FactDifference<Kinds>[]): Damage[] {
  if (differences.length === 0) return [];
  const data = planDataOf(kernel);
  return differences.flatMap((difference) => inWords(difference, data));
}

/** The plan as it is stored, for its words; null where not even that can be read. */
function planDataOf(kernel: WorkbookKernel): PlanData | null {
  try {
    const memory = loadMemory(kernel);
    return {
      plan: memory.slice('plan'),
      reference: referenceOf(memory),
      projects: [...memory.slice('project').values()],
      claims: memory.slice('claim'),
      records: memory.slice('record'),
    };
  } catch {
    return null;
  }
}

function inWords({ entity, id, stored, logged, unreadable }: FactDifference<Kinds>, data: PlanData | null): Damage[] {
  const kind = KINDS[entity] as AnyKinds[string];
  const values = data === null ? [] : kind.words(logged, stored, data);
  const name = values[0]?.project ?? nameOf(stored ?? logged) ?? id;
  const whole = (fault: Damage['fault'], message: string): Damage[] => [
    { kind: kind.title, id, name, column: null, stored: null, logged: null, fault, message },
  ];
  const one = `${kind.title}“${name}”`;
  if (unreadable.includes('stored'))
    return whole('unreadable', `${one}读不出来${unreadable.includes('logged') ? '，操作记录里的也读不出来' : ''}`);
  if (unreadable.includes('logged')) return whole('unreadable', `${one}在操作记录里最后写的内容读不出来`);
  if (stored === null) return whole('missing', `${one}不见了，操作记录里它还在`);
  if (logged === null) return whole('foreign', `${one}不是由本程序写入的，操作记录里没有它`);
  if (values.length === 0) return whole('changed', `${kind.title} ${id} 与操作记录不符`);
  return values.map(({ project, column, before, after }) => ({
    kind: kind.title,
    id,
    name: project,
    column,
    stored: after,
    logged: before,
    fault: 'changed',
    message: `${kind.title}“${project}”的${column}与操作记录不符：现在是“${after || '空'}”，操作记录最后写的是“${before || '空'}”`,
  }));
}

function nameOf(image: unknown): string | undefined {
  const name = typeof image === 'object' && image !== null && 'name' in image ? image.name : undefined;
  return typeof name === 'string' && name !== '' ? name : undefined;
}
