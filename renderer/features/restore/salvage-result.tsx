// What came of 整理到副本: what was restored, with both values, and what was lost.
import { Alert, Modal, Table, Tag } from 'antd';
import type { SalvageItem, SalvageReport } from '#shared/domain/salvage.ts';
import { toFen, wanText } from '#shared/values/money.ts';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';

const OUTCOMES: Readonly<Record<SalvageItem['outcome'], { word: string; color: string }>> = {
  restored: { word: '已恢复', color: 'green' },
  kept: { word: '请核对', color: 'orange' },
  dropped: { word: '没有带过来', color: 'orange' },
  lost: { word: '已丢失', color: 'red' },
};

function headline({ way, projects, totalFen, items }: SalvageReport): string {
  const content = `副本里有 ${projects} 个项目，总投资 ${wanText(toFen(totalFen))} 万元`;
  const lost = items.filter(({ outcome }) => outcome === 'lost').length;
  if (way === 'sound') return `文件完好，没有要整理的。${content}。`;
  const how = way === 'mended' ? '改回了与操作记录不符的值，操作记录都在' : '用读得出来的内容建了新的工作簿';
  return `${how}。${content}${lost === 0 ? '，没有丢失' : `，丢失 ${lost} 项`}。`;
}

export function SalvageResult() {
  const { nav } = useSession();
  const report = useStore(nav, (state) => state.salvaged);
  return (
    <Modal
      title="整理结果"
      width={820}
      open={report !== null}
      footer={null}
      onCancel={() => nav.set({ salvaged: null })}
      data-testid="salvage-result"
    >
      {report && (
        <>
          <Alert
            showIcon
            type={report.items.some(({ outcome }) => outcome === 'lost') ? 'warning' : 'success'}
            title={headline(report)}
          />
          <ul>
            {report.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
          {report.items.length > 0 && (
            <Table
              size="small"
              rowKey={(item) => `${item.kind}:${item.name}:${item.column}:${item.message}`}
              pagination={{ pageSize: 50, hideOnSinglePage: true }}
              scroll={{ y: 360 }}
              dataSource={report.items}
              columns={[
                {
                  title: '结果',
                  width: 110,
                  render: (_, { outcome }) => <Tag color={OUTCOMES[outcome].color}>{OUTCOMES[outcome].word}</Tag>,
                },
                { title: '项目', render: (_, { kind, name }) => `${kind === '项目' ? '' : `${kind} `}${name}` },
                { title: '栏目', width: 110, render: (_, { column }) => column ?? '整条' },
                { title: '文件里的值', width: 130, render: (_, { found }) => found ?? '' },
                { title: '操作记录的值', width: 130, render: (_, { logged }) => logged ?? '' },
                { title: '副本里的值', width: 130, render: (_, { taken }) => taken ?? '' },
              ]}
            />
          )}
        </>
      )}
    </Modal>
  );
}
