// Applies what the backend tells on its own: only the changed projects are fetched again and patched into the list.
import type { AppEvent } from '#shared/contract/events.ts';
import type { MethodOutput, WorkbookStatus } from '#shared/contract/methods.ts';
import { type CategoryOrder, categoryOrder, compareInList } from '#shared/domain/list-order.ts';
import type { Project } from '#shared/domain/project.ts';
import { FRAME_KINDS } from '#shared/domain/reference.ts';
import type { Session } from '../session.ts';
import { forgetFindings } from '../state/finding-view.ts';
import { DERIVED_KEYS, KEYS } from './queries.ts';

/** The list with the changed projects replaced, the new ones added and the gone ones left out, in the plan's order. */
export function patchProjects(
  projects: readonly Project[],
  changedIds: readonly string[],
  fetched: readonly Project[],
  order: CategoryOrder,
): Project[] {
  const fresh = new Map(fetched.map((project) => [project.id, project]));
  const changed = new Set(changedIds);
  const seen = new Set<string>();
  const patched: Project[] = [];
  for (const project of projects) {
    const next = changed.has(project.id) ? fresh.get(project.id) : project;
    if (next) patched.push(next);
    seen.add(project.id);
  }
  for (const project of fetched) if (!seen.has(project.id)) patched.push(project);
  return patched.sort(compareInList(order));
}

export function setWorkbookStatus(session: Session, workbook: WorkbookStatus | null): void {
  session.queries.setQueryData<MethodOutput<'app.status'>>(KEYS.status, (before) =>
    before ? { ...before, workbook } : before,
  );
}

/** So many changed projects are always patched into the list; of more only where they are a small part of it. */
const PATCH_LIMIT = 300;
const PATCH_SHARE = 1 / 4;

async function applyChange(session: Session, event: Extract<AppEvent, { type: 'changed' }>): Promise<void> {
  setWorkbookStatus(session, event.status);
  const { queries } = session;
  const { changed } = event;
  if (changed === null || FRAME_KINDS.some((kind) => kind in changed)) {
    await Promise.all([KEYS.reference, KEYS.projects].map((queryKey) => queries.invalidateQueries({ queryKey })));
  } else if (changed.project) {
    await applyProjects(session, changed.project, event.projects);
  }
  await Promise.all(DERIVED_KEYS.map((queryKey) => queries.invalidateQueries({ queryKey })));
}

/** Patches changed projects into the list; asks for the whole list where they are a large part of it. */
async function applyProjects(session: Session, ids: readonly string[], sent: Project[] | null): Promise<void> {
  const { queries, call } = session;
  const list = queries.getQueryData<MethodOutput<'projects.list'>>(KEYS.projects)?.projects;
  if (!list) return;
  const frame = queries.getQueryData<MethodOutput<'reference.get'>>(KEYS.reference);
  if (!frame || ids.length > Math.max(PATCH_LIMIT, list.length * PATCH_SHARE)) {
    await queries.invalidateQueries({ queryKey: KEYS.projects });
    return;
  }
  const order = categoryOrder(frame.reference, frame.plan.scheme);
  const projects = sent ?? (await call('projects.get', { ids: [...ids] })).projects;
  queries.setQueryData<MethodOutput<'projects.list'>>(KEYS.projects, (before) =>
    before ? { projects: patchProjects(before.projects, ids, projects, order) } : before,
  );
}

/** A change that could not be applied: what is on the screen may be old, so all of it is asked for again. */
async function applyAll(session: Session): Promise<void> {
  const keys = [KEYS.status, KEYS.reference, KEYS.projects, ...DERIVED_KEYS];
  await Promise.all(keys.map((queryKey) => session.queries.invalidateQueries({ queryKey })));
}

function applyWorkbook(session: Session, status: WorkbookStatus | null): void {
  const { queries, nav } = session;
  setWorkbookStatus(session, status);
  void queries.invalidateQueries({ queryKey: KEYS.status });
  for (const queryKey of [KEYS.reference, KEYS.projects, KEYS.view, KEYS.health, KEYS.backups, ...DERIVED_KEYS]) {
    if (status) void queries.resetQueries({ queryKey });
    else queries.removeQueries({ queryKey });
  }
  nav.set({
    cardId: null,
    target: null,
    changed: null,
    tableTarget: null,
    claimTarget: null,
    textTarget: null,
    composition: null,
    search: '',
    only: null,
  });
  forgetFindings(session.findingView);
  // Opened from outside (a double click on the file): the start page has done its work.
  if (status && nav.get().page === 'start') nav.set({ page: 'overview' });
  session.activity.set({ saveFailed: null });
  session.shown.set({ selection: null, shown: 0, filtered: false });
}

/** Listens until the returned function is called. Changes are applied one after the other. */
export function followEvents(session: Session, onMenu: (command: string) => void): () => void {
  let queue = Promise.resolve();
  const tellStale = (): void => {
    session.messenger.current.error('画面没有跟上最近的修改（修改已保存）。请重新打开工作簿。');
  };
  return session.transport.subscribe((event) => {
    if (event.type === 'menu') onMenu(event.command);
    else if (event.type === 'workbook') applyWorkbook(session, event.status);
    else if (event.type === 'progress') applyProgress(session, event);
    else if (event.type === 'restore') void session.queries.invalidateQueries({ queryKey: KEYS.status });
    else if (event.type === 'health') session.queries.setQueryData(KEYS.health, event.health);
    else
      queue = queue
        .then(() => applyChange(session, event))
        .catch(() => applyAll(session))
        .catch(tellStale);
  });
}

function applyProgress(session: Session, event: Extract<AppEvent, { type: 'progress' }>): void {
  const key = `app:${event.task}`;
  session.activity.set((before) => {
    const tasks = { ...before.tasks };
    if (event.total > 0 && event.done >= event.total) delete tasks[key];
    else tasks[key] = { text: event.text, done: event.done, total: event.total };
    return { tasks };
  });
}
