// What the backend tells the window without being asked.
import type { Project } from '../domain/project.ts';
import type { WorkbookStatus } from './methods.ts';

export type AppEvent =
  /** A workbook was opened or closed (null). */
  | { type: 'workbook'; status: WorkbookStatus | null }
  /**
   * A change set was written. `projectIds` names the changed, added and deleted projects; null means all of them.
   * `projects` holds those that are there now where they are few; null: fetch them.
   */
  | {
      type: 'changed';
      projectIds: string[] | null;
      projects: Project[] | null;
      tables: string[];
      status: WorkbookStatus;
    }
  /** A long task goes on; done === total ends it. */
  | { type: 'progress'; task: string; text: string; done: number; total: number }
  /** A menu item of the desktop shell was chosen. */
  | { type: 'menu'; command: string };
