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
  message: string;
}

/** The newest link of the chain as people compare it, on screen and on paper: 16 hex digits in groups of four. */
export function shortChainHead(head: string): string {
  return (head.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
}
