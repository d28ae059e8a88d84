// 构成: the projects behind one figure, with the way to each of them in the 项目表.
import { Button, Modal, Spin, Table } from 'antd';
import { useEffect, useState } from 'react';
import type { MethodOutput } from '#shared/contract/methods.ts';
import { toFen } from '#shared/values/money.ts';
import { useProjectIndex } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { Amount } from '../../ui/amount.tsx';

export interface Figure {
  table: string;
  row: string;
  column: string;
  isAmount: boolean;
  title: string;
  text: string;
}

export function CompositionDialog({ figure, close }: { figure: Figure | null; close: () => void }) {
  const { call, nav, messenger } = useSession();
  const index = useProjectIndex();
  const [parts, setParts] = useState<MethodOutput<'tables.composition'>['parts'] | null>(null);
  useEffect(() => {
    setParts(null);
    if (!figure) return;
    let isGone = false;
    call('tables.composition', { table: figure.table, row: figure.row, column: figure.column })
      .then((answer) => {
        if (!isGone) setParts(answer.parts);
      })
      .catch((thrown: unknown) => {
        if (isGone) return;
        messenger.current.error(errorText(thrown));
        close();
      });
    return () => {
      isGone = true;
    };
  }, [figure, call, messenger, close]);
  const ids = parts?.map(({ id }) => id) ?? null;
  const isAmount = figure?.isAmount ?? true;
  const projects = (parts ?? []).flatMap(({ id, value }) => {
    const project = index.get(id);
    return project ? [{ ...project, value }] : [];
  });
  return (
    <Modal
      open={figure !== null}
      onCancel={close}
      width={860}
      title={figure ? `${figure.title}：${figure.text}` : ''}
      data-testid="composition"
      footer={
        <Button
          type="primary"
          disabled={!ids || ids.length === 0}
          data-testid="composition-filter"
          onClick={() => {
            if (!ids || !figure) return;
            nav.set({ page: 'projects', only: { ids, title: figure.title } });
            close();
          }}
        >
          在项目表中只看这些项目
        </Button>
      }
    >
      {ids === null ? (
        <Spin />
      ) : (
        <>
          <p className="xj-faint">
            由 {projects.length} 个项目构成，“计入本数”一列相加就是 {figure?.text}。
          </p>
          <Table
            size="small"
            rowKey="id"
            virtual
            pagination={false}
            scroll={{ y: 360, x: 780 }}
            dataSource={projects}
            columns={[
              { title: '项目名称', dataIndex: 'name', ellipsis: true },
              {
                title: '建设地点',
                width: 180,
                ellipsis: true,
                render: (_, project) => [project.town, project.village].filter(Boolean).join(' '),
              },
              {
                title: isAmount ? '计入本数（万元）' : '计入本数',
                width: 130,
                align: 'right',
                render: (_, { value }) => (isAmount ? <Amount fen={toFen(value)} /> : value),
              },
              {
                title: '总投资（万元）',
                width: 130,
                align: 'right',
                render: (_, project) => (project.amounts.total === null ? '' : <Amount fen={project.amounts.total} />),
              },
              {
                title: '',
                width: 70,
                render: (_, project) => (
                  <Button
                    size="small"
                    type="link"
                    onClick={() => {
                      nav.set({
                        page: 'projects',
                        target: { rowId: project.id, columnKey: 'total', at: Date.now() },
                      });
                      close();
                    }}
                  >
                    定位
                  </Button>
                ),
              },
            ]}
          />
        </>
      )}
    </Modal>
  );
}
