// Copy, cut and paste of the present selection. Categories travel as words and are found again; what was copied here is
// pasted without its headings.
import type { Session } from '../../../session.ts';
import type { EditSender } from '../edits.ts';
import type { GridState } from '../grid-state.ts';
import { findCategory } from '../options.ts';
import { FIRST_CELL, rangesOf, type Selection, selectSpan } from '../selection.ts';
import {
  arrange,
  type ClipData,
  type ClipTable,
  type PasteOptions,
  PLAIN_PASTE,
  readClipboard,
  textFor,
} from './clip-table.ts';
import { type Copied, copiedHtml, copiedText, copyCells } from './copy.ts';
import { type PastePlan, planPaste } from './plan-paste.ts';

export interface Clipboard {
  /** The selection as text and HTML; null where its ranges cannot be copied together. */
  copy(withHeaders: boolean): ClipData | null;
  paste(data: ClipData): void;
  /** 选择性粘贴: opens the preview with its choices. */
  pasteSpecial(data: ClipData): void;
  /** 粘贴为新项目: every line becomes a project below the active row. */
  pasteAsNew(data: ClipData): void;
}

const GESTURE = { action: 'paste', title: '正在粘贴' } as const;

export function createClipboard(session: Session, grid: GridState, sender: EditSender): Clipboard {
  /** What was copied here last, to be known again when it comes back. */
  let last: { text: string; copied: Copied } | null = null;

  const read = (data: ClipData): ClipTable => {
    if (!last || normalise(last.text) !== normalise(data.text)) return readClipboard(data);
    const projects = last.copied.rows.filter((row) => row.kind === 'project');
    const rows = projects.length > 0 ? projects : last.copied.rows;
    return rows.map((row) => row.texts.map((text) => ({ text })));
  };
  const plan = (table: ClipTable, selection: Selection, options: PasteOptions, asNew: boolean): PastePlan => {
    const {
      rows,
      columns,
      reference,
      plan: { scheme },
    } = grid.data();
    return planPaste(
      arrange(table, options),
      rows,
      columns,
      selection,
      (cell, column) => {
        const text = textFor(cell, column, options);
        return column?.kind === 'category' && text !== undefined
          ? (findCategory(reference, scheme, text) ?? text)
          : text;
      },
      asNew,
    );
  };
  /** Where to paste; null where nothing can be written, which is said. */
  const place = (): Selection | null => {
    const { readOnly } = grid.data();
    const active = grid.active();
    if (readOnly !== null && active) grid.say(active.row, active.column, readOnly, false);
    // Into an empty table there is nothing to select; the lines begin at the name.
    return readOnly === null ? (grid.ui.get().selection ?? FIRST_CELL) : null;
  };
  const isEmpty = (table: ClipTable): boolean => {
    if (table.length > 0) return false;
    session.messenger.current.warn('剪贴板里没有可以粘贴的文字或表格。');
    return true;
  };
  const pasteWith = (data: ClipData, asNew: boolean): void => {
    const selection = place();
    const table = read(data);
    if (!selection || isEmpty(table)) return;
    const { edits, refused, overflow, area } = plan(table, selection, PLAIN_PASTE, asNew);
    if (area) {
      grid.setSelection(selectSpan({ row: area.top, col: area.left }, { row: area.bottom, col: area.right }));
    }
    const goesOver = !asNew && edits.length > 0 && overflow.lines.length > 0;
    void sender.send(edits, GESTURE, {
      refused,
      overflow,
      ...(goesOver ? { asNew: () => pasteWith(data, true) } : {}),
    });
  };

  return {
    copy: (withHeaders) => {
      const { selection } = grid.ui.get();
      if (!selection) return null;
      const { rows, columns, reader } = grid.data();
      const copied = copyCells(rows, columns, selection, reader);
      if (!copied) {
        session.messenger.current.warn('选中的几块行列不一致，不能一起复制。请选同样的行或同样的列。');
        return null;
      }
      const text = copiedText(copied, withHeaders);
      last = { text, copied };
      grid.ui.set({ copied: rangesOf(selection) });
      return { text, html: copiedHtml(copied, withHeaders) };
    },
    paste: (data) => pasteWith(data, false),
    pasteAsNew: (data) => pasteWith(data, true),
    pasteSpecial: (data) => {
      const selection = place();
      const table = read(data);
      if (!selection || isEmpty(table)) return;
      const review = (options: PasteOptions): void =>
        sender.review({
          ...plan(table, selection, options, false),
          gesture: GESTURE,
          special: { options, change: review },
        });
      review(PLAIN_PASTE);
    },
  };
}

/** Programs end clipboard lines differently. */
function normalise(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/\n$/, '');
}
