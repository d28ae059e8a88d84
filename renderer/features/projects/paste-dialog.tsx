// The cells of a paste that cannot be taken, with the choice to skip them.
import { Button, Modal, Table } from 'antd';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';
import type { EditSender } from './edits.ts';
import type { GridState } from './grid-state.ts';

export function PasteDialog({ sender, grid }: { sender: EditSender; grid: GridState }) {
  const session = useSession();
  const paste = useStore(sender.refused, (state) => state.paste);
  const close = (): void => sender.refused.set({ paste: null });
  const rest = paste ? paste.edits.length - paste.rejected.filter((cell) => isAmong(cell, paste.edits)).length : 0;
  const below = paste?.overflow.lines.length ?? 0;
  return (
    <Modal
      open={paste !== null}
      title={
        paste && paste.rejected.length > 0 ? `有 ${paste.rejected.length} 个单元格不能写入` : '粘贴的行数超出了表尾'
      }
      onCancel={close}
      afterClose={() => session.grid.current?.focus()}
      width={720}
      data-testid="paste-dialog"
      footer={
        <div className="xj-choices">
          <Button onClick={close}>取消</Button>
          <Button
            type={below > 0 ? 'default' : 'primary'}
            autoFocus={below === 0}
            disabled={rest === 0}
            onClick={() => void sender.sendRest()}
          >
            {paste && paste.rejected.length > 0
              ? `跳过有误的单元格，写入其余 ${rest} 个`
              : `只写入已有的行（${rest} 个单元格）`}
          </Button>
          {below > 0 && (
            <Button type="primary" autoFocus data-testid="paste-add-rows" onClick={() => void sender.sendWithNew()}>
              添加 {below} 个项目并全部写入
            </Button>
          )}
        </div>
      }
    >
      {below > 0 && (
        <p>
          粘贴内容比表格剩下的行多 {below} 行。可以在后面添加 {below} 个项目来放这些行。
        </p>
      )}
      {paste && paste.rejected.length > 0 && (
        <Table
          size="small"
          rowKey={(cell) => `${cell.id}|${cell.column}`}
          pagination={false}
          scroll={{ y: 320 }}
          dataSource={paste.rejected}
          columns={[
            {
              title: '项目',
              width: 200,
              ellipsis: true,
              render: (_, cell) => {
                const row = grid.row(grid.indexOfRow(cell.id));
                return row?.kind === 'project' ? row.project.name : '';
              },
            },
            { title: '粘贴的内容', dataIndex: 'text', width: 140, ellipsis: true },
            { title: '原因', dataIndex: 'message' },
          ]}
        />
      )}
    </Modal>
  );
}

function isAmong(cell: { id: string; column: string }, edits: readonly { id: string; column: string }[]): boolean {
  return edits.some((edit) => edit.id === cell.id && edit.column === cell.column);
}
