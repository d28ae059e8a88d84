// What came of saving what can be saved of a damaged workbook.

export interface SalvageItem {
  /** 项目, 规划类别 … */
  kind: string;
  name: string;
  /** null: the whole of it. */
  column: string | null;
  /** What the damaged file held; null: nothing that could be read. */
  found: string | null;
  /** What its log says. */
  logged: string | null;
  /** What the new workbook holds; null: it is not in it. */
  taken: string | null;
  /**
   * restored: the log's value, which its hash proves. kept: the file's value, because the log is damaged there. dropped: not
   * written by this program. lost: neither could be read.
   */
  outcome: 'restored' | 'kept' | 'dropped' | 'lost';
  message: string;
}

export interface SalvageReport {
  /** sound: nothing to do. mended: values put right in a copy, with its whole log. rebuilt: a new workbook, its log begins anew. */
  way: 'sound' | 'mended' | 'rebuilt';
  projects: number;
  totalFen: number;
  items: SalvageItem[];
  /** What else people should know, in Chinese. */
  notes: string[];
}
