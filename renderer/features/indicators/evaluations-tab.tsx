// 评价报告: evaluations that are kept, each as it was made; a new one is made for a kind and a day.
import { Button, Empty, Table, Tag } from 'antd';
import { useState } from 'react';
import type { MethodOutput } from '#shared/contract/methods.ts';
import { useEvaluations, useWorkbook } from '../../api/queries.ts';
import { suggestName, tellWritten } from '../../commands/file-actions.ts';
import { useSession } from '../../session.ts';
import { EvaluationDialog } from './evaluation-dialog.tsx';
import { EvaluationView } from './evaluation-view.tsx';

type Kept = MethodOutput<'evaluation.list'>['evaluations'][number];

export function EvaluationsTab({ isLocked }: { isLocked: boolean }) {
  const session = useSession();
  const workbook = useWorkbook();
  const [isMaking, setMaking] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  const kept = useEvaluations().data?.evaluations;
  const write = async ({ id, kind, asOf }: Kept): Promise<void> => {
    const name = `${suggestName(workbook, `${kind}评估报告（截至${asOf}）`)}.docx`;
    const file = await session.chooseSave('docx', '导出评估报告', name);
    if (!file) return;
    const done = await session.attempt('正在写 Word 文档', () =>
      session.call('export.evaluation', { id, token: file.token }),
    );
    tellWritten(session, done, '评估报告');
  };
  const remove = async ({ id, kind, asOf }: Kept): Promise<void> => {
    const isSure = await session.messenger.current.confirm({
      title: '删除评估',
      content: `删除截至 ${asOf} 的${kind}评估？可撤销。`,
      okText: '删除',
      danger: true,
    });
    if (isSure) await session.attempt('正在删除', () => session.write('evaluation.remove', { id }));
  };
  return (
    <div className="xj-funds-tab">
      <div className="xj-funds-tools">
        <Button
          size="small"
          type="primary"
          disabled={isLocked}
          onClick={() => setMaking(true)}
          data-testid="evaluation-make"
        >
          评价报告…
        </Button>
        <span className="xj-faint">形成以后再改工作簿，报告不变，并说明现在有哪些数不同。</span>
      </div>
      {kept?.length === 0 ? (
        <Empty description="还没有评价报告。年度实施情况、中期评估、总结评估按截至日的指标、项目、资金和调整形成，可导出为 Word。" />
      ) : (
        <div className="xj-funds-scroll" data-testid="evaluations-table">
          <Table<Kept>
            size="small"
            rowKey="id"
            dataSource={[...(kept ?? [])]}
            pagination={false}
            columns={[
              { key: 'kind', title: '种类', width: 90, render: (_, { kind }) => <Tag>{kind}</Tag> },
              { key: 'asOf', title: '截至', width: 120, dataIndex: 'asOf' },
              { key: 'title', title: '标题', render: (_, { title }) => title.replace('\n', '') },
              { key: 'year', title: '指标年度', width: 90, render: (_, { year }) => `${year}年` },
              { key: 'office', title: '评估单位', width: 150, dataIndex: 'officer' },
              {
                key: 'at',
                title: '形成时间',
                width: 150,
                render: (_, { madeAt }) => new Date(madeAt).toLocaleString('zh-CN'),
              },
              {
                key: 'do',
                title: '',
                width: 220,
                render: (_, one) => (
                  <span className="xj-funds-row">
                    <Button type="link" size="small" onClick={() => setShown(one.id)} data-testid="evaluation-show">
                      查看
                    </Button>
                    <Button type="link" size="small" onClick={() => void write(one)} data-testid="evaluation-word">
                      导出 Word…
                    </Button>
                    <Button type="link" size="small" danger disabled={isLocked} onClick={() => void remove(one)}>
                      删除
                    </Button>
                  </span>
                ),
              },
            ]}
          />
        </div>
      )}
      {isMaking && (
        <EvaluationDialog
          kept={kept ?? []}
          close={(id) => {
            setMaking(false);
            setShown(id);
          }}
        />
      )}
      {shown !== null && <EvaluationView id={shown} close={() => setShown(null)} />}
    </div>
  );
}
