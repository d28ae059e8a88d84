// The board of states, and 储备开工在建竣工情况表 as a file.
import { writeTables } from '#electron/excel/write/tables.ts';
import type { LifeStateId } from '#shared/domain/life.ts';
import { type Board, type BoardDimension, makeBoard } from '#shared/life/board.ts';
import { boardTable } from '#shared/life/board-table.ts';
import { assertOtherFile, type Written, written } from '../export.ts';
import type { Session } from '../session.ts';

export interface BoardView extends Omit<Board, 'projects'> {
  /** The state of each project; `dropped` for 清理出库. */
  projects: { id: string; state: LifeStateId | 'dropped'; isPaused: boolean; since: string | null }[];
}

export function readBoard(session: Session, asOf: string, by: BoardDimension): BoardView {
  const { projects, ...board } = makeBoard(session.planData(), session.execution(), asOf, by);
  return {
    ...board,
    projects: projects.map(({ project, life }) => ({
      id: project.id,
      state: life.isDropped ? 'dropped' : life.state,
      isPaused: life.isPaused,
      since: life.last?.date ?? null,
    })),
  };
}

/** .xlsx or .docx, by the ending. */
export async function exportBoard(
  session: Session,
  target: string,
  asOf: string,
  by: BoardDimension,
): Promise<Written> {
  assertOtherFile(target, session.file.path);
  const data = session.planData();
  const table = boardTable(data, makeBoard(data, session.execution(), asOf, by), by);
  if (target.toLowerCase().endsWith('.docx')) {
    const { writeTablesDocument } = await import('#electron/word/tables.ts');
    await writeTablesDocument(target, [table]);
  } else await writeTables(target, [table]);
  return written(target);
}
