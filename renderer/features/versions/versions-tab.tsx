// 与上一版比较: what came, went and changed since another workbook file or a step of the log (X04).
import { Button, Empty, Select, Table } from 'antd';
import { useState } from 'react';
import type { Finding } from '#shared/checks/finding.ts';
import type { MethodInput } from '#shared/contract/methods.ts';
import { jumpsOf } from '../../commands/finding-jump.ts';
import { useSession } from '../../session.ts';
import { useSteps } from './use-steps.ts';
import './versions.css';

interface Compared {
  name: string;
  findings: readonly Finding[];
}

export function VersionsTab() {
  const session = useSession();
  const steps = useSteps();
  const [compared, setCompared] = useState<Compared | null>(null);

  const compare = async (name: string, baseline: MethodInput<'checks.run'>['baseline']): Promise<void> => {
    const answer = await session.attempt('正在比较', () => session.call('checks.run', { baseline }));
    if (answer) setCompared({ name, findings: answer.findings.filter(({ rule }) => rule === 'X04') });
  };
  const compareFile = async (): Promise<void> => {
    const [file] = (await session.chooseOpen('workbook', '打开上一版工作簿')) ?? [];
    if (file) await compare(file.name, { token: file.token });
  };
  const summary = compared?.findings.find(({ projectId, row }) => projectId === undefined && row === '合计');
  const changes = compared?.findings.filter((finding) => finding !== summary) ?? [];
  return (
    <div className="xj-versions" data-testid="versions-tab">
      <div className="xj-bar">
        <Button size="small" onClick={() => void compareFile()} data-testid="versions-file">
          与另一个工作簿比较…
        </Button>
        <Select
          size="small"
          showSearch
          aria-label="与操作记录中的一步比较"
          placeholder="与操作记录中的一步比较"
          optionFilterProp="label"
          style={{ width: 420 }}
          value={null}
          options={steps}
          onChange={(step: number | null) => {
            const label = steps.find(({ value }) => value === step)?.label;
            if (step !== null && label !== undefined) void compare(label, { step });
          }}
          data-testid="versions-step"
        />
        {compared && <span className="xj-faint">上一版：{compared.name}</span>}
      </div>
      {compared === null ? (
        <Empty
          className="xj-empty"
          description="选上次上报、批准的工作簿（或备份），或操作记录中的一步，列出此后新增、减少和改动的项目及金额。"
        />
      ) : (
        <>
          <p data-testid="versions-summary">{summary?.message ?? '与上一版相比没有改动。'}</p>
          {changes.length > 0 && (
            <Table
              size="small"
              rowKey="key"
              virtual
              pagination={false}
              scroll={{ y: 480, x: 900 }}
              dataSource={changes}
              onRow={(finding) => ({ onDoubleClick: () => jumpsOf(finding)[0]?.go(session) })}
              columns={[
                { title: '变化', width: 70, render: (_, { suspect }) => suspect },
                { title: '项目', render: (_, { row }) => row },
                { title: '现总投资', width: 120, align: 'right', render: (_, { left }) => left },
                { title: '上一版', width: 120, align: 'right', render: (_, { right }) => right },
                { title: '差额', width: 120, align: 'right', render: (_, { difference }) => difference },
                {
                  title: '',
                  width: 70,
                  render: (_, finding) =>
                    finding.projectId === undefined ? null : (
                      <Button size="small" onClick={() => jumpsOf(finding)[0]?.go(session)}>
                        定位
                      </Button>
                    ),
                },
              ]}
            />
          )}
        </>
      )}
    </div>
  );
}
