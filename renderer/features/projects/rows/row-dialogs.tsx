// The dialogs that act on rows of the 项目表: one at a time.

import type { Project } from '#shared/domain/project.ts';
import { useSession } from '../../../session.ts';
import { type Store, useStore } from '../../../ui/store.ts';
import type { EditSender } from '../edits.ts';
import type { GridData } from '../grid-state.ts';
import { FillDialog } from './fill-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';

export interface RowDialogState {
  open: 'move' | 'fill' | null;
  /** The projects that it is about. */
  projects: readonly Project[];
  /** The column that was under the cursor. */
  columnKey?: string | null;
}

export const NO_ROW_DIALOG: RowDialogState = { open: null, projects: [] };

export function RowDialogs(props: { dialog: Store<RowDialogState>; data: GridData; sender: EditSender }) {
  const { dialog, data, sender } = props;
  const { grid } = useSession();
  const state = useStore(dialog, (value) => value);
  const common = {
    projects: state.projects,
    data,
    close: () => dialog.set({ open: null }),
    afterClose: () => grid.current?.refocus(),
  };
  return (
    <>
      <MoveDialog {...common} isOpen={state.open === 'move'} />
      <FillDialog {...common} isOpen={state.open === 'fill'} columnKey={state.columnKey ?? null} sender={sender} />
    </>
  );
}
