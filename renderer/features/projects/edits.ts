// Sends edited cells to the backend. A refused single cell gets its message at the cell; what is refused of a larger
// gesture goes to the preview, which offers to skip it.
import type { CellEdit, MethodInput, RejectedEdit } from '#shared/contract/methods.ts';
import { AppError } from '#shared/values/app-error.ts';
import type { Session } from '../../session.ts';
import { createStore, type Store } from '../../ui/store.ts';
import type { PasteOptions } from './clipboard/clip-table.ts';
import { NO_OVERFLOW, type Overflow } from './clipboard/plan-paste.ts';
import type { GridState } from './grid-state.ts';

/** What the edits come from, for the name of the undo step, and what the bar says while they are written. */
export interface Gesture {
  action: NonNullable<MethodInput<'projects.edit'>['action']>;
  title: string;
}

/** Edits that are shown before anything is written: some cannot be taken, or the user asked to see them. */
export interface Review {
  edits: CellEdit[];
  /** Cells that have no place in the table; `rejected` holds these and what the backend would not take. */
  refused: RejectedEdit[];
  /** Lines of the clipboard below the end of the table. */
  overflow: Overflow;
  gesture: Gesture;
  /** The choices of 选择性粘贴. */
  special?: { options: PasteOptions; change: (options: PasteOptions) => void };
  /** Shows the same lines as new projects instead, where some of them would go over projects that are there. */
  asNew?: () => void;
}

export interface ReviewState {
  review: Review | null;
  /** null: the backend has not answered yet. */
  rejected: RejectedEdit[] | null;
}

export interface EditSender {
  reviewed: Store<ReviewState>;
  send(edits: CellEdit[], gesture: Gesture, extra?: Pick<Review, 'refused' | 'overflow' | 'asNew'>): Promise<void>;
  /** Shows edits with what would be refused of them. */
  review(review: Review): void;
  /** Writes what can be written of the reviewed edits; `withNew` adds projects for the lines below the table. */
  write(withNew: boolean): Promise<void>;
  close(): void;
}

/** The cells that the backend would not take; undefined where it failed for another reason. */
export function rejectedOf(thrown: unknown): RejectedEdit[] | undefined {
  if (!(thrown instanceof AppError) || thrown.code !== 'invalid-input') return undefined;
  const { details } = thrown;
  if (typeof details !== 'object' || details === null || !('rejected' in details)) return undefined;
  return Array.isArray(details.rejected) ? (details.rejected as RejectedEdit[]) : undefined;
}

export function createEditSender(session: Session, grid: GridState): EditSender {
  const reviewed = createStore<ReviewState>({ review: null, rejected: null });

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

  const close = (): void => reviewed.set({ review: null, rejected: null });
  const review = (next: Review, known: RejectedEdit[] | null = null): void => {
    reviewed.set({ review: next, rejected: known });
    if (known) return;
    const { edits, overflow } = next;
    void session.attempt('正在检查', async () => {
      const { rejected } = await session.call('projects.tryEdit', {
        edits,
        ...addedOf(overflow),
        unit: grid.data().reader.unit,
      });
      // Other choices may have been made meanwhile.
      if (reviewed.get().review === next) reviewed.set({ rejected: [...next.refused, ...rejected] });
    });
  };

  return {
    reviewed,
    close,
    review: (next) => review(next),
    send: async (edits, gesture, extra) => {
      const { refused, overflow } = extra ?? { refused: [], overflow: NO_OVERFLOW };
      if (edits.length === 0 && refused.length === 0 && overflow.lines.length === 0) return;
      if (refused.length > 0 || overflow.lines.length > 0) {
        review({ edits, refused, overflow, gesture, ...(extra?.asNew ? { asNew: extra.asNew } : {}) });
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
          else review({ edits, refused, overflow, gesture }, rejected);
        }
      });
    },
    write: async (withNew) => {
      const { review: paste } = reviewed.get();
      close();
      if (!paste) return;
      const { edits, overflow, gesture } = paste;
      await session.attempt(gesture.title, async () => {
        const { rejected } = await session.write('projects.edit', {
          edits,
          action: gesture.action,
          ...(withNew ? addedOf(overflow) : {}),
          skipInvalid: true,
          unit: grid.data().reader.unit,
        });
        if (rejected.length > 0) {
          session.messenger.current.warn(`已跳过 ${rejected.length} 个有误的单元格，其余已写入。`);
        }
      });
    },
  };
}

function addedOf(overflow: Overflow): { added?: Overflow } {
  return overflow.lines.length > 0 ? { added: overflow } : {};
}
