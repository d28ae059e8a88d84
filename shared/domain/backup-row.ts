// One backup as the page 恢复 and `xianjie restore --list` show it.

export interface ChangesSince {
  added: number;
  removed: number;
  changed: number;
}

export interface BackupRow {
  /** Names the file for the calls that act on it; the window never has a path. */
  id: string;
  name: string;
  folder: string;
  /** Name of the workbook that was backed up, where that is known. */
  workbook: string;
  /** ISO time. */
  at: string;
  /** Why it was made; 文件 for one that somebody copied. */
  reason: string;
  bytes: number;
  /** null: could not be read. */
  projects: number | null;
  totalFen: number | null;
  /** What became of the projects of the workbook since; null where the backup is no earlier state of it. */
  since: ChangesSince | null;
  /** locked: it has a password that is not known yet. */
  state: 'sound' | 'damaged' | 'locked';
  problems: string[];
  /** The newest link of its chain. */
  head: string;
}
