// What can be printed and exported, in words, and the paper chosen last for each, kept in this window's storage.
import type { MethodInput } from '#shared/contract/methods.ts';

export type PrintWhat = MethodInput<'print.preview'>['what'];
export type Paper = 'A3' | 'A4';
export type Papers = Record<PrintWhat, Paper>;

export const PRINT_NAMES: Readonly<Record<PrintWhat, string>> = {
  annex: '项目表',
  tables: '汇总表',
  findings: '差错清单',
};
export const PRINT_KINDS: readonly PrintWhat[] = ['annex', 'tables', 'findings'];

/** The project list is wide and goes on A3; tables and findings are read at a desk. */
const DEFAULT_PAPERS: Papers = { annex: 'A3', tables: 'A4', findings: 'A4' };
const KEY = 'xianjie.paper';

/** What was stored, with the default where it is missing or damaged. */
export function papersFrom(stored: string | null): Papers {
  let found: Partial<Record<string, unknown>> = {};
  try {
    const parsed: unknown = JSON.parse(stored ?? '{}');
    if (typeof parsed === 'object' && parsed !== null) found = parsed as Partial<Record<string, unknown>>;
  } catch {
    // Somebody else's text under our key: the defaults hold.
  }
  const pick = (what: PrintWhat): Paper => {
    const paper = found[what];
    return paper === 'A3' || paper === 'A4' ? paper : DEFAULT_PAPERS[what];
  };
  return { annex: pick('annex'), tables: pick('tables'), findings: pick('findings') };
}

export function readPapers(): Papers {
  try {
    return papersFrom(localStorage.getItem(KEY));
  } catch {
    return DEFAULT_PAPERS;
  }
}

export function rememberPaper(papers: Papers, what: PrintWhat, paper: Paper): Papers {
  const next = { ...papers, [what]: paper };
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // Without storage the choice lasts as long as the window.
  }
  return next;
}

/** How much the page is made smaller so that its width fits; never larger than it is printed. */
export function fitScale(room: number, width: number): number {
  return width <= 0 || room <= 0 ? 1 : Math.min(1, room / width);
}
