// 恢复: the backups of the open workbook, of all workbooks where none is open, or of a file that was chosen.

import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Empty, Spin } from 'antd';
import { useState } from 'react';
import type { FileRef } from '#shared/contract/methods.ts';
import type { BackupRow } from '#shared/domain/backup-row.ts';
import { KEYS, useWorkbook } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { BackupTable } from './backup-table.tsx';
import { restoreAsCopy, restoreToPlace, type SalvageSource, salvageToCopy } from './restore-actions.ts';
import './restore.css';

export function RestorePage() {
  const session = useSession();
  const workbook = useWorkbook();
  /** A file whose backups are asked for; `asked` makes two choices of one file two questions. */
  const [chosen, setChosen] = useState<{ file: FileRef | null; asked: number }>(() => ({
    file: session.nav.get().restoreFile,
    asked: 0,
  }));
  const name = workbook ? `${workbook.folder}/${workbook.fileName}` : '';
  const list = useQuery({
    queryKey: [...KEYS.backups, name, chosen.file?.token ?? null, chosen.asked],
    queryFn: () => session.call('restore.list', chosen.file ? { token: chosen.file.token } : {}),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const choose = async (): Promise<void> => {
    const [file] = (await session.chooseOpen('workbook', '选择工作簿或备份，同一文件夹的都会列出')) ?? [];
    if (file) setChosen(({ asked }) => ({ file, asked: asked + 1 }));
  };
  const salvage = async (from: SalvageSource, of: string): Promise<void> => {
    const report = await salvageToCopy(session, from, of);
    if (report) session.nav.set({ salvaged: report });
  };
  const { data } = list;
  return (
    <div className="xj-restore" data-testid="page-restore">
      <header className="xj-restore-bar">
        <h2>{data?.workbook ? `“${data.workbook}”的备份` : '恢复：全部工作簿的备份'}</h2>
        <span className="xj-grow" />
        <Button size="small" onClick={() => void choose()} data-testid="restore-choose">
          查看其他文件、文件夹…
        </Button>
        {workbook !== null && (
          <Button size="small" onClick={() => void salvage(null, workbook.fileName)} data-testid="salvage-open">
            把打开的工作簿整理到副本…
          </Button>
        )}
        <Button size="small" onClick={() => session.nav.set({ page: workbook ? 'overview' : 'start' })}>
          返回
        </Button>
      </header>
      <p className="xj-faint">
        备份在导入、合并等大的操作之前，连续编辑时每 10 分钟，以及关闭改动过的工作簿时自动留下，每份都从磁盘读回核对过
        {data ? `，放在 ${data.store}` : ''}。恢复时先另存为副本，看清楚了再决定。
      </p>
      {list.error && <Alert type="error" showIcon title={errorText(list.error)} />}
      {list.isPending && <Spin className="xj-page-spin" description="正在逐份检查备份" />}
      {data?.rows.length === 0 && <Empty description="还没有备份。改动过的工作簿关闭时会自动留一份。" />}
      {data && data.rows.length > 0 && (
        <BackupTable
          rows={data.rows}
          actions={{
            copy: (row: BackupRow) => void restoreAsCopy(session, row),
            toPlace: data.workbook === '' ? null : (row) => void restoreToPlace(session, row, data),
            salvage: (row) => void salvage({ id: row.id }, row.workbook || row.name),
          }}
        />
      )}
    </div>
  );
}
