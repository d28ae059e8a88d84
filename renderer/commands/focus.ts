// Where typing goes at the moment.

/** Whether an element is a text field of a form: its own keys (Ctrl+Z, Ctrl+C) come before the window's. */
export function isTextField(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  // The field under the grid's cursor is one only while a cell is being edited.
  if (element.dataset.testid === 'cell-input') return element.dataset.editing === 'true';
  if (element instanceof HTMLTextAreaElement || element.isContentEditable) return true;
  return element instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'file'].includes(element.type);
}

/**
 * For dialogs above the grid: antd would put the focus back where it was whatever has been clicked since, and what is
 * typed into a search field would land in a cell. `grid.refocus` takes its place.
 */
export const GRID_DIALOG_FOCUS = { focusTriggerAfterClose: false } as const;

/** Whether nothing that the user has gone to has the focus: only the page, or a dialog that is closing. */
export function isFocusFree(): boolean {
  const element = document.activeElement;
  return element === null || element === document.body || element.closest('.ant-modal-root') !== null;
}

/** The parts of the window in the order in which F6 goes through them. */
const REGIONS = ['.xj-rail', '.xj-top', '.xj-main', '.xj-card-dock', '.xj-bottom'] as const;

/** What takes the focus in a part, the best first. */
const TARGETS = ['[data-testid="cell-input"]', '[aria-current="page"]', 'button:not(:disabled)', 'input'] as const;

function isShown(element: HTMLElement | null | undefined): element is HTMLElement {
  return element?.checkVisibility() === true;
}

/** Moves the keyboard to the next part of the window: the grid keeps Tab for itself, so there must be a way out. */
export function focusNextRegion(): void {
  const at = REGIONS.findIndex((region) => document.activeElement?.closest(region));
  for (let step = 1; step <= REGIONS.length; step += 1) {
    const region = document.querySelector(REGIONS[(at + step) % REGIONS.length] ?? 'body');
    const target = TARGETS.map((selector) => region?.querySelector<HTMLElement>(selector)).find(isShown);
    if (!target) continue;
    target.focus();
    return;
  }
}
