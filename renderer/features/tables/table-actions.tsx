// What can be done with the shown table itself: change, copy or delete an own one, copy one of the plan, write its note.
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { type TableDesign, tableDesign } from '#shared/records/table-design.ts';
import { plannedTables } from '#shared/tables/compute.ts';
import { ownRecordId } from '#shared/tables/own-tables.ts';
import type { TableResult } from '#shared/tables/table.ts';
import { useReference } from '../../api/queries.ts';
import { saveRecord, useRecords } from '../../api/records.ts';
import { useSession } from '../../session.ts';
import type { EditedDesign } from './design/design-editor.tsx';
import { copyOf } from './design/draft.ts';

export function TableActions(props: {
  table: TableResult;
  edit: (edited: EditedDesign) => void;
  editIndicators: () => void;
  /** The shown table was deleted. */
  removed: () => void;
}) {
  const { table, edit } = props;
  const session = useSession();
  const about = useReference().data;
  const ownTables = useRecords('own-table');
  const recordId = ownRecordId(table.id);
  if (!about) return null;
  if (table.id === 'indicators')
    return (
      <Button size="small" onClick={props.editIndicators} data-testid="edit-indicators">
        修改指标…
      </Button>
    );
  const own = recordId === undefined ? undefined : ownTables.get(recordId);
  const design = own ?? designOf(table.id, about);
  const copy = (source: TableDesign): void => edit({ id: crypto.randomUUID(), design: copyOf(source), isNew: true });
  const remove = async (id: string): Promise<void> => {
    const isSure = await session.messenger.current.confirm({
      title: `删除“${table.title}”？`,
      content: '这张表和它的图不再出现，编号依次前移。可以撤销。',
      okText: '删除',
      danger: true,
    });
    if (isSure && (await saveRecord(session, 'own-table', id, null))) props.removed();
  };
  return (
    <>
      {recordId !== undefined && own ? (
        <>
          <Button
            size="small"
            onClick={() => edit({ id: recordId, design: tableDesign.parse(own), isNew: false })}
            data-testid="edit-table"
          >
            修改表样…
          </Button>
          <Button size="small" onClick={() => void remove(recordId)} data-testid="delete-table">
            删除
          </Button>
        </>
      ) : (
        <NoteButton key={table.id} id={table.id} />
      )}
      {design ? (
        <Button size="small" onClick={() => copy(design)} data-testid="copy-design">
          照此另做…
        </Button>
      ) : null}
    </>
  );
}

function designOf(id: string, about: NonNullable<ReturnType<typeof useReference>['data']>): TableDesign | undefined {
  const planned = plannedTables({ ...about, projects: [], claims: [], records: {} }).find((table) => table.id === id);
  return planned?.content.kind === 'projects' ? planned.content.design : undefined;
}

/** 注 under one of the plan's own tables. */
function NoteButton({ id }: { id: string }) {
  const session = useSession();
  const kept = useRecords('table-note').get(id)?.note ?? '';
  const [isOpen, setOpen] = useState(false);
  const [note, setNote] = useState(kept);
  const save = async (): Promise<void> => {
    const value = note.trim() === '' ? null : { note: note.trim() };
    if (note.trim() === kept || (await saveRecord(session, 'table-note', id, value))) setOpen(false);
  };
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={(next) => {
        setNote(kept);
        setOpen(next);
      }}
      content={
        <div className="xj-note-box">
          <Input.TextArea
            rows={3}
            placeholder="印在表下的说明，如口径、数据时点"
            value={note}
            onChange={({ target }) => setNote(target.value)}
            data-testid="table-note"
          />
          <Button type="primary" size="small" onClick={() => void save()} data-testid="save-note">
            保存
          </Button>
        </div>
      }
    >
      <Button size="small">表下加注…</Button>
    </Popover>
  );
}
