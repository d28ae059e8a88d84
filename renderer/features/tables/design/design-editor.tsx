// The editor of an own table (自定义汇总表): choices on the left, the table as it comes out on the right.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button, Modal, Spin } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { TableDesign } from '#shared/records/table-design.ts';
import { KEYS } from '../../../api/queries.ts';
import { saveRecord } from '../../../api/records.ts';
import { useSession } from '../../../session.ts';
import { errorText } from '../../../state/call.ts';
import { Chart } from '../../../ui/chart.tsx';
import { TableView } from '../table-view.tsx';
import { DesignForm } from './design-form.tsx';
import { changeDesign, designProblem } from './draft.ts';

export interface EditedDesign {
  /** Id of the record; a new one for a table that is not kept yet. */
  id: string;
  design: TableDesign;
  isNew: boolean;
}

/** `done` gets the id of the saved record, or null where nothing was saved. */
export function DesignEditor({ edited, done }: { edited: EditedDesign; done: (saved: string | null) => void }) {
  const session = useSession();
  const [design, setDesign] = useState(edited.design);
  const problem = designProblem(design);
  const save = async (): Promise<void> => {
    if (await saveRecord(session, 'own-table', edited.id, design)) done(edited.id);
  };
  return (
    <Modal
      open
      width="min(1500px, 96vw)"
      style={{ top: 16 }}
      title={edited.isNew ? '新建汇总表' : `修改“${edited.design.title}”`}
      onCancel={() => done(null)}
      mask={{ closable: false }}
      data-testid="design-editor"
      footer={
        <>
          {problem === null ? null : <span className="xj-design-problem">{problem}</span>}
          <Button onClick={() => done(null)}>取消</Button>
          <Button type="primary" disabled={problem !== null} onClick={() => void save()} data-testid="design-save">
            保存
          </Button>
        </>
      }
    >
      <div className="xj-design">
        <DesignForm design={design} onChange={(change) => setDesign(changeDesign(design, change))} />
        <DesignPreview design={design} isSound={problem === null} />
      </div>
    </Modal>
  );
}

/** So many rows are shown while the table is being made. */
const MOST_ROWS = 200;

function DesignPreview(props: { design: TableDesign; isSound: boolean }) {
  const { call } = useSession();
  const design = useDeferredValue(props.design);
  const { data, error, isFetching } = useQuery({
    queryKey: [...KEYS.tables, 'preview', design],
    queryFn: () => call('tables.preview', { design }),
    enabled: props.isSound,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
  if (error) return <Alert type="error" showIcon title="这张表没有算出来" description={errorText(error)} />;
  if (!data) return <Spin className="xj-page-spin" />;
  const { table } = data;
  const shown = { ...table, rows: table.rows.slice(0, MOST_ROWS) };
  const isEmpty = table.rows.every(({ role }) => role === 'total');
  return (
    <div className={`xj-design-preview${isFetching ? ' is-old' : ''}`} data-testid="design-preview">
      {isEmpty ? <Alert type="info" showIcon title="没有符合条件的项目。请放宽“只统计”里的条件。" /> : null}
      <TableView table={shown} target={null} />
      {table.rows.length > MOST_ROWS ? (
        <p className="xj-faint">
          预览只列前 {MOST_ROWS} 行，共 {table.rows.length} 行。
        </p>
      ) : null}
      <div className="xj-charts">
        {table.charts.map((chart) => (
          <Chart key={chart.id} chart={chart} />
        ))}
      </div>
    </div>
  );
}
