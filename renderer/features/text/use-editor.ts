// One paragraph being edited: the editable element, the draft with its undo steps, and saving.
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { bindMark, type PlacedMark } from '#shared/text/check-template.ts';
import { parseTemplate } from '#shared/text/template.ts';
import { type Draft, type DraftStep, redoDraft, startDraft, stepDraft, undoDraft } from './draft.ts';
import { type Chip, caretOffset, drawTemplate, placeCaret, readTemplate } from './editor-dom.ts';
import { highlightMarks } from './highlights.ts';
import { useChecked } from './use-text.ts';

export function useEditor(root: RefObject<HTMLElement | null>, template: string, paragraph: string) {
  const [draft, setDraft] = useState<Draft>(() => startDraft(template));
  const [chips] = useState(() => new Map<string, Chip>());
  /** The last caret in the text: a click into the picker takes the browser's away. */
  const caret = useRef(template.length);
  const drawn = useRef<string | null>(null);
  const { checked } = useChecked(draft.now.template, paragraph);
  const now = draft.now;

  useLayoutEffect(() => {
    const element = root.current;
    if (!element || drawn.current === now.template) return;
    drawTemplate(element, now.template, (source) => chips.get(source) ?? { text: '…' });
    drawn.current = now.template;
    element.focus();
    placeCaret(element, now.caret);
    caret.current = now.caret;
  }, [root, now, chips]);

  useEffect(() => {
    const element = root.current;
    if (!element || !checked) return;
    for (const piece of checked.pieces) {
      if (piece.kind === 'field') chips.set(piece.source, { text: piece.text, error: piece.error });
    }
    for (const chip of element.querySelectorAll<HTMLElement>('[data-source]')) {
      const known = chips.get(chip.dataset.source ?? '');
      if (!known) continue;
      if (chip.textContent !== known.text) chip.textContent = known.text;
      chip.classList.toggle('is-broken', known.error !== undefined);
    }
    return highlightMarks(element, checked);
  }, [root, checked, chips]);

  /** Takes in what was typed. A field typed in braces becomes a chip. */
  const readTyped = useCallback(() => {
    const element = root.current;
    if (!element) return;
    const step: DraftStep = { template: readTemplate(element), caret: caretOffset(element) };
    caret.current = step.caret;
    const fields = parseTemplate(step.template).filter(({ kind }) => kind !== 'text').length;
    if (fields === element.querySelectorAll('[data-source]').length) drawn.current = step.template;
    setDraft((before) => stepDraft(before, step, Date.now(), true));
  }, [root]);

  const put = useCallback((step: DraftStep) => setDraft((before) => stepDraft(before, step, Date.now(), false)), []);

  /** Puts a field at the caret, or in place of another field. */
  const insert = useCallback(
    (source: string, replaced: { at: number; length: number } | null) => {
      const at = replaced?.at ?? caret.current;
      const text = now.template;
      put({
        template: text.slice(0, at) + source + text.slice(at + (replaced?.length ?? 0)),
        caret: at + source.length,
      });
    },
    [now, put],
  );

  /** Typed figures become fields; from the last to the first, so that places hold. */
  const bind = useCallback(
    (marks: readonly PlacedMark[]) => {
      const bound = [...marks].sort((a, b) => b.at - a.at).reduce(bindMark, now.template);
      put({ template: bound, caret: bound.length });
    },
    [now, put],
  );

  const rememberCaret = useCallback(() => {
    if (root.current?.contains(document.getSelection()?.anchorNode ?? null)) caret.current = caretOffset(root.current);
  }, [root]);

  /** Undo and redo of the draft; true where the key was one of theirs. */
  const takeKey = useCallback((event: KeyboardEvent): boolean => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
    const key = event.key.toLowerCase();
    const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
    if (!isRedo && key !== 'z') return false;
    event.preventDefault();
    setDraft(isRedo ? redoDraft : undoDraft);
    return true;
  }, []);

  const caretNow = useCallback(() => caret.current, []);

  return { template: now.template, caretNow, checked, readTyped, insert, bind, put, rememberCaret, takeKey };
}
