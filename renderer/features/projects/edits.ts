// Sends edited cells to the backend. A refused single cell gets its message at the cell; refused cells of a paste go
// to the dialog that offers to skip them.
import type { CellEdit, MethodInput, RejectedEdit } from '#shared/contract/methods.ts';
import { AppError } from '#shared/contract/reply.ts';
import type { Session } from '../../session.ts';
import { createStore, type Store } from '../../ui/store.ts';
import { NO_OVERFLOW, type Overflow } from './clipboard.ts';
import type { GridState } from './grid-state.ts';

/** What the edits come from, for the name of the undo step, and what the bar says while they are written. */
export interface Gesture {
  action: NonNullable<MethodInput<'projects.edit'>['action']>;
  title: string;
}

export interface RefusedPaste {
  edits: CellEdit[];
  rejected: RejectedEdit[];
  /** Lines of the clipboard below the end of the table. */
  overflow: Overflow;
  gesture: Gesture;
}

export interface EditSender {
  refused: Store<{ paste: RefusedPaste | null }>;
  send(edits: CellEdit[], gesture: Gesture, extra?: { refused: RejectedEdit[]; overflow: Overflow }): Promise<void>;
  /** Writes what can be written of a refused paste. */
  sendRest(): Promise<void>;
  /** Adds projects for the lines below the end of the table, then writes what can be written. */
  sendWithNew(): Promise<void>;
}

/** The cells that the backend would not take; undefined where it failed for another reason. */
export function rejectedOf(thrown: unknown): RejectedEdit[] | undefined {
  if (!(thrown instanceof AppError) || thrown.code !== 'invalid-input') return undefined;
  const { details } = thrown;
  if (typeof details !== 'object' || details === null || !('rejected' in details)) return undefined;
  return Array.isArray(details.rejected) ? (details.rejected as RejectedEdit[]) : undefined;
}

export function createEditSender(session: Session, grid: GridState): EditSender {
  const refused = createStore<{ paste: RefusedPaste | null }>({ paste: null });

  const showAtCell = (rejection: RejectedEdit): void => {
    const row = grid.row(grid.indexOfRow(rejection.id));
    const column = grid.column(grid.indexOfColumn(rejection.column));
    if (!row || !column) {
      session.messenger.current.error(rejection.message);
      return;
    }
    if (!grid.ui.get().editing) grid.select({ row: grid.indexOfRow(row.id), col: grid.indexOfColumn(column.key) });
    grid.say(row, column, `${rejection.message}（原值已保留）`, true);
  };

  const writeValid = async ({ edits, gesture }: RefusedPaste, added?: Overflow): Promise<void> => {
    const more = added ? { added } : {};
    const { rejected } = await session.write('projects.edit', {
      edits,
      action: gesture.action,
      ...more,
      skipInvalid: true,
      unit: grid.data().reader.unit,
    });
    if (rejected.length > 0) session.messenger.current.warn(`已跳过 ${rejected.length} 个有误的单元格，其余已写入。`);
  };

  return {
    refused,
    send: async (edits, gesture, extra) => {
      const known = extra?.refused ?? [];
      const overflow = extra?.overflow ?? NO_OVERFLOW;
      if (edits.length === 0 && known.length === 0 && overflow.lines.length === 0) return;
      if (known.length > 0 || overflow.lines.length > 0) {
        refused.set({ paste: { edits, rejected: known, overflow, gesture } });
        return;
      }
      await session.attempt(gesture.title, async () => {
        try {
          await session.write('projects.edit', { edits, action: gesture.action, unit: grid.data().reader.unit });
        } catch (thrown) {
          const rejected = rejectedOf(thrown);
          const [first] = rejected ?? [];
          if (!rejected || !first) throw thrown;
          if (edits.length === 1) showAtCell(first);
          else refused.set({ paste: { edits, rejected, overflow, gesture } });
        }
      });
    },
    sendRest: async () => {
      const { paste } = refused.get();
      refused.set({ paste: null });
      if (paste && paste.edits.length > 0) await session.attempt(paste.gesture.title, () => writeValid(paste));
    },
    sendWithNew: async () => {
      const { paste } = refused.get();
      refused.set({ paste: null });
      if (!paste) return;
      await session.attempt(paste.gesture.title, async () => {
        await writeValid(paste, paste.overflow);
      });
    },
  };
}
