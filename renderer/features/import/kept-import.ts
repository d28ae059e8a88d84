// An import outlives a reload of the page: what the page knows of it is kept in the tab when the page goes, the preview
// itself stays in the backend.
import { type ImportState, START } from './import-state.ts';

const KEY = 'xianjie.import';

const PARTS = ['files', 'refused', 'questions', 'sheets', 'choices', 'table', 'tab'] as const;

export interface KeptImport extends Pick<ImportState, (typeof PARTS)[number]> {
  stage: ImportState['stage'];
  previewId: string | null;
}

type Tab = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Remembers an import that is under way; one that is done or not begun needs nothing. */
export function keepImport(state: ImportState, tab: Tab = sessionStorage): void {
  tab.removeItem(KEY);
  if (state.stage === 'start' || state.stage === 'done') return;
  const parts = Object.fromEntries(PARTS.map((part) => [part, state[part]]));
  const head = { stage: state.stage, previewId: state.preview?.previewId ?? null };
  try {
    tab.setItem(KEY, JSON.stringify({ ...parts, ...head }));
  } catch {
    // Too much for the tab: then at least it is told that an import was under way.
    tab.setItem(KEY, JSON.stringify({ ...head, previewId: null }));
  }
}

/** What was kept, once. */
export function takeKeptImport(tab: Tab = sessionStorage): KeptImport | null {
  const text = tab.getItem(KEY);
  tab.removeItem(KEY);
  return text === null ? null : { ...START, ...(JSON.parse(text) as KeptImport) };
}
