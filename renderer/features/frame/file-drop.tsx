// Files dragged onto the window: spreadsheets go to the import page, documents to 文稿核对.
import { type DragEvent, type ReactNode, useState } from 'react';
import { isOfKind } from '#shared/contract/file-kinds.ts';
import { useWorkbook } from '../../api/queries.ts';
import { lockedText } from '../../commands/file-actions.ts';
import { showProof } from '../../commands/show-proof.ts';
import { useSession } from '../../session.ts';

/** A document; spreadsheets dropped on the window are lists of projects. */
function isDraft(name: string): boolean {
  return isOfKind(name, 'draft') && !isOfKind(name, 'sheet');
}

export function FileDrop({ children }: { children: ReactNode }) {
  const session = useSession();
  const workbook = useWorkbook();
  const [isOver, setOver] = useState(false);
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  const onDrop = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    const drafts = files.filter(({ name }) => isDraft(name) || session.nav.get().page === 'proof');
    const [draft] = drafts;
    if (draft && drafts.length === files.length) {
      if (files.length > 1) session.messenger.current.warn(`一次核对一份文稿，先核对“${draft.name}”。`);
      session.nav.set({ droppedDraft: draft });
      showProof(session, workbook !== null);
    } else if (!workbook)
      session.messenger.current.warn(
        '请先打开或新建一个工作簿，再把电子表格拖进来；要核对表里的数，请点“核对一份文稿”。',
      );
    else if (workbook.readOnly) session.messenger.current.warn(lockedText(workbook) ?? '');
    else if (files.length > 0) session.nav.set({ page: 'import', dropped: files });
  };
  return (
    <section
      className="xj-drop"
      aria-label="衔接规划工作台"
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (event.currentTarget.contains(event.relatedTarget as Node | null)) return;
        setOver(false);
      }}
      onDrop={onDrop}
    >
      {children}
      {isOver && <div className="xj-drop-hint">松开鼠标，导入电子表格，或核对文稿</div>}
    </section>
  );
}
