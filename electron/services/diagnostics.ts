// 诊断信息: what maintainers ask for, as lines to be copied. It names no file, folder, person, place or project: only
// versions, the system, counts and states.
import { statSync } from 'node:fs';
import { arch, freemem, release, totalmem, type } from 'node:os';
import type { FileHealth } from '#shared/domain/file-health.ts';
import { periodText } from '#shared/domain/reference.ts';
import { localSecond } from '#shared/values/local-time.ts';
import type { Session } from './session.ts';

export interface DiagnosticFacts {
  version: string;
  /** null: no workbook is open. */
  session: Session | null;
  health: FileHealth;
  /** The newest faults, oldest first; null: no log of them is kept here. */
  faults: readonly string[] | null;
}

const MB = 1024 * 1024;

export function diagnosticLines({ version, session, health, faults }: DiagnosticFacts): string[] {
  const { electron, chrome, node, v8 } = process.versions;
  return [
    `衔接规划工作台 ${version}`,
    `时间 ${localSecond(new Date())}`,
    `系统 ${type()} ${release()} ${arch()}`,
    `运行环境 ${[electron && `Electron ${electron}`, chrome && `Chromium ${chrome}`, `Node ${node}`, `V8 ${v8}`].filter(Boolean).join('，')}`,
    `内存 共 ${Math.round(totalmem() / MB)} MB，空闲 ${Math.round(freemem() / MB)} MB，本程序 ${Math.round(process.memoryUsage().rss / MB)} MB`,
    ...workbookLines(session, health),
    ...(faults === null ? [] : faults.length === 0 ? ['出错记录 没有'] : ['出错记录', ...faults]),
  ];
}

const CHECK_WORDS: Record<FileHealth['check']['state'], string> = {
  off: '没有检查',
  running: '正在检查',
  sound: '完好',
  damaged: '有损坏',
  failed: '没有检查成',
};

function workbookLines(session: Session | null, { check, backup }: FileHealth): string[] {
  if (!session) return ['工作簿 没有打开'];
  const { db, path, readOnly } = session.file;
  const { plan, projects } = session.planData();
  const steps = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM change_set').get()?.n ?? 0;
  return [
    `数据库 SQLite ${String(db.prepare('SELECT sqlite_version()').pluck().get())}，格式 ${String(db.pragma('user_version', { simple: true }))}`,
    `工作簿 ${Math.round(statSync(path).size / 1024)} KB，${projects.length} 个项目，${steps} 步，${periodText(plan)}${readOnly === null ? '' : '，只读'}`,
    `文件检查 ${CHECK_WORDS[check.state]}${check.problems.length > 0 ? `，${check.problems.length} 处` : ''}`,
    `自动备份 ${backup.at === null ? '打开以来还没有' : localSecond(backup.at)}${backup.failed === null ? '' : '，最近一次没有完成'}`,
  ];
}
