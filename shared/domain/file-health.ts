// What is known of the workbook file itself: damage that was found, and how its automatic backups go.

/** One value, or one whole fact, that is not what the log wrote last. */
export interface Damage {
  /** What kind of thing it is: 项目, 规划类别 … */
  kind: string;
  id: string;
  /** The project, or what stands for it. */
  name: string;
  /** null: the whole of it is missing, foreign or unreadable. */
  column: string | null;
  /** What the workbook holds now, in words. */
  stored: string | null;
  /** What the log wrote last. */
  logged: string | null;
  /** foreign: the log does not know it, so this program did not write it. */
  fault: 'changed' | 'missing' | 'foreign' | 'unreadable';
  message: string;
}

export interface FileHealth {
  /** The look at the file from the inside after it was opened. off: not asked for. failed: it could not be done. */
  check: {
    state: 'off' | 'running' | 'sound' | 'damaged' | 'failed';
    problems: string[];
    damage: Damage[];
    /** The newest link of the chain when it was looked at. */
    head: string;
  };
  backup: {
    /** ISO time of the newest automatic backup made since the workbook was opened; null: none yet. */
    at: string | null;
    /** Where the backups of this workbook lie. */
    folder: string;
    /** Why the last one was not made, in Chinese; null where it was. */
    failed: string | null;
  };
}
