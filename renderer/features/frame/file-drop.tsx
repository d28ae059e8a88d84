// Files dragged onto the window go to the import page.
import { type DragEvent, type ReactNode, useState } from 'react';
import { useWorkbook } from '../../api/queries.ts';
import { lockedText } from '../../commands/file-actions.ts';
import { useSession } from '../../session.ts';

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
    if (!workbook) session.messenger.current.warn('请先打开或新建一个工作簿，再把电子表格拖进来。');
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
      {isOver && <div className="xj-drop-hint">松开鼠标，导入这些电子表格</div>}
    </section>
  );
}
