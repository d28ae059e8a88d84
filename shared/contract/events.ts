// What the backend tells the window without being asked.
import type { FileHealth } from '../domain/file-health.ts';
import type { Project } from '../domain/project.ts';
import type { WorkbookStatus } from './methods.ts';

export type AppEvent =
  /** A workbook was opened or closed (null). */
  | { type: 'workbook'; status: WorkbookStatus | null }
  /**
   * A change set was written. `changed` names what was changed, added or deleted: ids by the kind of fact; null: anything
   * may have changed. `projects` holds the changed projects that are there now where they are few; null: fetch them.
   */
  | {
      type: 'changed';
      changed: Readonly<Record<string, readonly string[]>> | null;
      projects: Project[] | null;
      status: WorkbookStatus;
    }
  /** A long task goes on; done === total ends it. */
  | { type: 'progress'; task: string; text: string; done: number; total: number }
  /** What is known of the open file itself became another: it was looked at, or backed up. */
  | { type: 'health'; health: FileHealth }
  /** A file that could not be opened is to be restored: `app.status` names it once. */
  | { type: 'restore' }
  /** A menu item of the desktop shell was chosen. */
  | { type: 'menu'; command: string };
