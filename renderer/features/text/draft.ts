// The wording that is being edited with its own undo steps: a chip is drawn by us, so the browser cannot take it back.

export interface DraftStep {
  template: string;
  caret: number;
}

export interface Draft {
  past: readonly DraftStep[];
  now: DraftStep;
  future: readonly DraftStep[];
  /** When `now` was typed: letters typed in one go are one step. */
  at: number;
}

const STEPS_KEPT = 200;
const ONE_GO_MS = 800;

export function startDraft(template: string): Draft {
  return { past: [], now: { template, caret: template.length }, future: [], at: 0 };
}

/** Takes in a new wording; `isTyped`: letters that follow each other quickly join the step before. */
export function stepDraft(draft: Draft, now: DraftStep, at: number, isTyped: boolean): Draft {
  if (now.template === draft.now.template) return { ...draft, now };
  const joins = isTyped && draft.past.length > 0 && at - draft.at < ONE_GO_MS;
  const past = joins ? draft.past : [...draft.past, draft.now].slice(-STEPS_KEPT);
  return { past, now, future: [], at: isTyped ? at : 0 };
}

export function undoDraft(draft: Draft): Draft {
  const before = draft.past.at(-1);
  if (!before) return draft;
  return { past: draft.past.slice(0, -1), now: before, future: [draft.now, ...draft.future], at: 0 };
}

export function redoDraft(draft: Draft): Draft {
  const [next, ...future] = draft.future;
  if (!next) return draft;
  return { past: [...draft.past, draft.now], now: next, future, at: 0 };
}
