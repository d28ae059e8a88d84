// Projects that were deleted and come again with an import: money, steps and notices still speak of them, so they come back
// under the id that they had, and all of it is theirs again. Undo takes the project away, and what speaks of it stays.
import { changesOf } from '#electron/db/kernel/log.ts';
import { FEE } from '#shared/domain/execution.ts';
import { NAMELESS, type Project } from '#shared/domain/project.ts';
import type { PlannedRow } from '#shared/import/plan-import.ts';
import type { ReturnedProject } from '#shared/import/preview.ts';
import { type Matching, matchKey, matchProjects } from '#shared/import/project-match.ts';
import { listPlaceReader } from '#shared/places/place-key.ts';
import { bareText } from '#shared/values/fold-text.ts';
import { wanText } from '#shared/values/money.ts';
import type { Session } from '../session.ts';
import { factsOfProject } from './project-facts.ts';

export interface Returning {
  /** The id that a new row's project had. */
  ids: ReadonlyMap<PlannedRow, string>;
  told: ReturnedProject[];
}

/** Deleted projects of which facts are left, as the log knew them last. */
function goneProjects(session: Session): Project[] {
  const { lines, payments, notes, events } = session.execution();
  const listed = new Set(session.planData().projects.map(({ id }) => id));
  const spoken = [lines, payments, notes, events].flatMap((facts) => facts.map(({ projectId }) => projectId));
  const posted = session.postings().flatMap(({ projectIds }) => projectIds);
  const gone = [...new Set([...spoken, ...posted])].filter((id) => !listed.has(id) && id !== FEE);
  return gone.flatMap((id) => {
    const [last] = changesOf(session.kernel, 'project', id, { after: 0, through: Number.MAX_SAFE_INTEGER, limit: 1 });
    return last?.change.before ?? [];
  });
}

/** Which new rows are deleted projects that come again: by code, else by name and place; another name is told, not taken. */
export function findReturning(session: Session, rows: readonly PlannedRow[]): Returning {
  // A row of a county's report has its id from the report.
  const added = rows.filter(({ action, newId }) => action === 'add' && newId == null);
  const ids = new Map<PlannedRow, string>();
  const told: ReturnedProject[] = [];
  const gone = added.length === 0 ? [] : goneProjects(session);
  if (gone.length === 0) return { ids, told };
  const places = listPlaceReader(session.planData().reference.regions, gone);
  const state: Matching = { matches: new Map(), free: new Set(gone.keys()) };
  matchProjects(
    {
      incoming: added.map(({ project }) => matchKey(project.values, places)),
      existing: gone.map((project) => matchKey(project, places)),
      isEqual: () => false,
      rowMark: () => ({ total: null, content: '' }),
      projectMark: () => ({ total: null, content: '' }),
    },
    state,
  );
  added.forEach((row, index) => {
    const match = state.matches.get(index);
    const project = match?.existing == null || match.conflict !== '' ? undefined : gone[match.existing];
    if (!project) return;
    const { lines, payments, notes, events, postings } = factsOfProject(session, project.id);
    const sum = (facts: readonly { amountFen: number }[]): string =>
      wanText(facts.reduce((total, { amountFen }) => total + amountFen, 0) as never);
    const parts = [
      lines.length > 0 ? `下达 ${sum(lines)} 万元` : '',
      payments.length > 0 ? `支付 ${sum(payments)} 万元` : '',
      notes.length > 0 ? `进度 ${notes.length} 条` : '',
      events.length > 0 ? `办理 ${events.length} 步` : '',
      postings.length > 0 ? `公示 ${postings.length} 条` : '',
    ].filter((part) => part !== '');
    const name = row.project.values.name || NAMELESS;
    const isSame = bareText(project.name) === bareText(name);
    if (isSame) ids.set(row, project.id);
    told.push({ name, before: project.name, facts: parts.join('、'), isAttached: isSame });
  });
  return { ids, told };
}
