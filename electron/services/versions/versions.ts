// Keeping states of the plan under a name, and going back to one (SPECS G1, G7).
import { randomUUID } from 'node:crypto';
import { listChangeSets } from '#electron/db/kernel/log.ts';
import { isSame } from '#shared/compare/fact.ts';
import type { Project } from '#shared/domain/project.ts';
import type { PlanVersion, VersionHead } from '#shared/domain/version.ts';
import { AppError } from '#shared/values/app-error.ts';
import { totalOf } from '#shared/versions/compare.ts';
import type { Session } from '../session.ts';
import { packPlan, unpackPlan } from './content.ts';

export type NewVersion = Pick<PlanVersion, 'name' | 'kind' | 'documentNumber' | 'approver' | 'note'>;

export function listVersions(session: Session): VersionHead[] {
  return session.versions().map(({ content: _, ...head }) => head);
}

/** Keeps the plan as it is now; a 印发稿 for good: it is not deleted, nor taken back by 撤销. Errors (AppError): invalid-input for a name that is blank, taken, or means something else. */
export function saveVersion(session: Session, wanted: NewVersion): VersionHead {
  const name = wanted.name.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (name.length > 60) throw new AppError('invalid-input', `版本的名称太长（${name.length} 字），最多 60 字。`);
  if (name === '') throw new AppError('invalid-input', '版本要有名称，如“2021年印发稿”。');
  if (name.toLowerCase() === 'now' || name === '现在')
    throw new AppError('invalid-input', `“${name}”指的是现在的项目表，不能作版本的名称。`);
  const same = session.versions().find((one) => one.name === name);
  if (same)
    throw new AppError('invalid-input', `已有版本“${name}”（${same.kind}，${same.at.slice(0, 10)}）。请换一个名称。`);
  const data = session.planData();
  const head: VersionHead = {
    ...wanted,
    name,
    id: randomUUID(),
    at: new Date().toISOString(),
    step: listChangeSets(session.file.db, { before: null, limit: 1, counted: 'project' })[0]?.id ?? 0,
    projectCount: data.projects.length,
    totalFen: totalOf(data.projects),
  };
  session.change(
    'versions.save',
    `保存版本“${name}”（${wanted.kind}）`,
    (tx) => {
      tx.add('planVersion', head.id, { ...head, content: packPlan(data) });
    },
    { kind: wanted.kind === '印发稿' ? 'base' : 'do' },
  );
  return head;
}

/** By id or name. Throws AppError not-found that names those there are. */
export function findVersion(session: Session, name: string): PlanVersion {
  const all = session.versions();
  const found = all.find((one) => one.id === name) ?? all.find((one) => one.name === name.trim());
  if (found) return found;
  const known = all.map((one) => `“${one.name}”`).join('、');
  throw new AppError(
    'not-found',
    `没有版本“${name}”。${known === '' ? '这个工作簿还没有保存过版本。' : `现有：${known}。`}`,
  );
}

/** Takes a version out of the list. What was printed and sent stays. */
export function removeVersion(session: Session, id: string, reason: string): void {
  const version = findVersion(session, id);
  if (version.kind === '印发稿') throw new AppError('invalid-input', `“${version.name}”是印发稿，不能删除。`);
  if (reason.trim() === '') throw new AppError('invalid-input', `删除版本“${version.name}”要写明理由。`);
  session.change('versions.remove', `删除版本“${version.name}”：${reason.trim()}`, (tx) => {
    tx.put('planVersion', version.id, null);
  });
}

export interface Restored {
  added: number;
  removed: number;
  changed: number;
  /** What could not be taken over as it was. */
  notes: string[];
}

/**
 * Brings the projects of a version back as one undo step; with `ids` only those. The frame stays as it is now: a project
 * whose class is gone comes back as 未分类, and is named.
 */
export function restoreVersion(session: Session, name: string, ids?: readonly string[]): Restored {
  const version = findVersion(session, name);
  const { projects } = unpackPlan(version.name, version.content);
  const { reference, projects: present } = session.planData();
  const classes = new Set(reference.categories.map(({ id }) => id));
  const wanted = ids && new Set(ids);
  const now = new Map(present.map((project) => [project.id, project]));
  const then = new Map(projects.map((project) => [project.id, project]));
  const lost = new Set<string>();
  const result: Restored = { added: 0, removed: 0, changed: 0, notes: [] };
  session.change(
    'versions.restore',
    () => `恢复到版本“${version.name}”：加回 ${result.added}，去掉 ${result.removed}，改回 ${result.changed} 个项目`,
    (tx) => {
      for (const [id, old] of then) {
        if (wanted && !wanted.has(id)) continue;
        const hasClass = old.categoryId === null || classes.has(old.categoryId);
        if (!hasClass) lost.add(old.name);
        const project = hasClass ? old : { ...old, categoryId: null };
        const current = now.get(id);
        if (current && isSame(current, project)) continue;
        if (current) result.changed += 1;
        else result.added += 1;
        tx.put('project', id, project);
      }
      for (const id of now.keys()) {
        if (then.has(id) || (wanted && !wanted.has(id))) continue;
        result.removed += 1;
        tx.put('project', id, null);
      }
    },
  );
  result.notes.push(
    ...lostSources(
      session,
      [...then.values()].filter(({ id }) => !wanted || wanted.has(id)),
    ),
  );
  const removed = [...now.keys()].filter((id) => !then.has(id) && !wanted);
  result.notes.push(...leftMoney(session, new Set(removed)));
  if (lost.size > 0)
    result.notes.push(
      `${lost.size} 个项目原来的类别已不在规划里，列为未分类：${[...lost].slice(0, 5).join('、')}${lost.size > 5 ? '等' : ''}。`,
    );
  return result;
}

/** Money of projects that came back on sources that the plan has no more. */
function lostSources(session: Session, projects: readonly Project[]): string[] {
  const known = new Set(session.planData().reference.fundSources.map(({ id }) => id));
  const isLost = (project: Project): boolean =>
    Object.entries(project.amounts.bySource).some(([source, fen]) => fen !== 0 && !known.has(source));
  const those = projects.filter(isLost);
  if (those.length === 0) return [];
  const names = those.slice(0, 5).map(({ name }) => name);
  return [
    `${those.length} 个项目有金额列在规划里已没有的资金来源上，表上不显示、合计里没有：${names.join('、')}${those.length > 5 ? '等' : ''}。请在规划设置里加回资金来源，或改列。`,
  ];
}

/** Removed projects that money or steps hang on. */
function leftMoney(session: Session, removed: ReadonlySet<string>): string[] {
  const { lines, payments, events } = session.execution();
  const ids = [...lines, ...payments, ...events].map(({ projectId }) => projectId).filter((id) => removed.has(id));
  const count = new Set(ids).size;
  return count === 0
    ? []
    : [
        `去掉的项目中有 ${count} 个有下达、支付或办理记录，这些记录还在（列为“已删除的项目”）；不该去掉的请撤销这一步。`,
      ];
}
