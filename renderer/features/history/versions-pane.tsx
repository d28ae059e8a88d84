// 版本: kept states of the plan; keep one, go back to one, compare two of them or one with a file.
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Empty, Select, Spin, Table } from 'antd';
import { useState } from 'react';
import type { FileRef, MethodInput } from '#shared/contract/methods.ts';
import type { VersionHead } from '#shared/domain/version.ts';
import { showAmount } from '#shared/format/shown-amount.ts';
import { localMinute } from '#shared/values/local-time.ts';
import { toFen } from '#shared/values/money.ts';
import { KEYS, useWorkbook } from '../../api/queries.ts';
import { tellWritten } from '../../commands/file-actions.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { ComparisonTable } from './comparison-table.tsx';
import { RemoveDialog, SaveDialog } from './version-dialogs.tsx';

type Side = MethodInput<'versions.compare'>['a'];

const NOW = 'now';
const FILE = 'file';

export function VersionsPane() {
  const session = useSession();
  const isLocked = useWorkbook()?.readOnly !== null;
  const list = useQuery({ queryKey: [...KEYS.versions, 'list'], queryFn: () => session.call('versions.list', {}) });
  const [dialog, setDialog] = useState<'save' | VersionHead | null>(null);
  const [sides, setSides] = useState<{ a: string; b: string }>({ a: '', b: NOW });
  const [file, setFile] = useState<FileRef | null>(null);
  const versions = list.data?.versions ?? [];
  const restore = async ({ id, name, kind }: VersionHead): Promise<void> => {
    const isSure = await session.messenger.current.confirm({
      title: `恢复到“${name}”`,
      content: `项目表恢复成${kind}“${name}”时的样子，是一步新的修改，可以撤销；规划设置、资金和进度不变。`,
      okText: '恢复',
    });
    if (!isSure) return;
    const done = await session.attempt('正在恢复', () => session.write('versions.restore', { version: id }));
    if (!done) return;
    for (const note of done.notes) session.messenger.current.warn(note);
    const { added, removed, changed } = done;
    session.messenger.current.success(
      added + removed + changed === 0
        ? `项目表与“${name}”一样，没有改动。`
        : `已恢复到“${name}”：加回 ${added}，去掉 ${removed}，改回 ${changed} 个项目。`,
    );
  };
  const choose = async (which: 'a' | 'b', value: string): Promise<void> => {
    if (value === FILE) {
      const [chosen] = (await session.chooseOpen('projects', '选择要对照的工作簿或项目表')) ?? [];
      if (!chosen) return;
      setFile(chosen);
    }
    setSides((before) => ({ ...before, [which]: value }));
  };
  if (list.isPending) return <Spin className="xj-page-spin" />;
  if (list.error) return <Alert type="error" showIcon banner title={`版本没有读出来：${errorText(list.error)}`} />;
  const options = [
    ...versions.map(({ id, name, kind }) => ({ value: id, label: name.includes(kind) ? name : `${name}（${kind}）` })),
    { value: NOW, label: '现在的项目表' },
    { value: FILE, label: file ? `“${file.name}”` : '选文件…' },
  ];
  const toSide = (value: string): Side | null => {
    if (value === NOW) return { now: true };
    if (value === FILE) return file && { token: file.token };
    return versions.some(({ id }) => id === value) ? { version: value } : null;
  };
  const [a, b] = [toSide(sides.a), toSide(sides.b)];
  return (
    <div className="xj-plan-versions" data-testid="versions">
      <div className="xj-plan-versions-bar">
        <Button type="primary" disabled={isLocked} onClick={() => setDialog('save')} data-testid="version-save">
          保存为版本…
        </Button>
        <span className="xj-faint">上报、印发前保存一个版本，以后随时可以对照、恢复。</span>
      </div>
      {versions.length === 0 ? (
        <Empty className="xj-plan-versions-empty" description="还没有保存过版本。也可以直接与一个文件对照。" />
      ) : (
        <Table<VersionHead>
          size="small"
          rowKey="id"
          pagination={false}
          dataSource={[...versions].reverse()}
          scroll={{ y: 180 }}
          columns={[
            { title: '名称', dataIndex: 'name' },
            { title: '类型', dataIndex: 'kind', width: 110 },
            { title: '保存时间', width: 150, render: (_, { at }) => localMinute(at) },
            { title: '文号', dataIndex: 'documentNumber', width: 180 },
            { title: '项目', dataIndex: 'projectCount', width: 80, align: 'right' },
            {
              title: '总投资（万元）',
              width: 140,
              align: 'right',
              render: (_, { totalFen }) => showAmount(toFen(totalFen)),
            },
            {
              title: '',
              width: 250,
              render: (_, version) => (
                <span className="xj-plan-versions-actions">
                  <Button
                    size="small"
                    onClick={() => setSides({ a: version.id, b: NOW })}
                    data-testid="version-compare-now"
                  >
                    与现在对照
                  </Button>
                  <Button size="small" disabled={isLocked} onClick={() => void restore(version)}>
                    恢复…
                  </Button>
                  <Button
                    size="small"
                    disabled={isLocked || version.kind === '印发稿'}
                    title={version.kind === '印发稿' ? '印发稿不能删除' : ''}
                    onClick={() => setDialog(version)}
                  >
                    删除…
                  </Button>
                </span>
              ),
            },
          ]}
        />
      )}
      <div className="xj-plan-versions-bar">
        <span>调整前</span>
        <Select
          aria-label="调整前"
          className="xj-plan-versions-side"
          placeholder="选版本或文件"
          value={sides.a === '' ? null : sides.a}
          options={options}
          onChange={(value: string) => void choose('a', value)}
          data-testid="version-a"
        />
        <span>调整后</span>
        <Select
          aria-label="调整后"
          className="xj-plan-versions-side"
          value={sides.b}
          options={options}
          onChange={(value: string) => void choose('b', value)}
          data-testid="version-b"
        />
      </div>
      {a !== null && b !== null && <Comparison a={a} b={b} />}
      {dialog === 'save' && <SaveDialog close={() => setDialog(null)} />}
      {dialog !== null && dialog !== 'save' && <RemoveDialog version={dialog} close={() => setDialog(null)} />}
    </div>
  );
}

function Comparison({ a, b }: { a: Side; b: Side }) {
  const session = useSession();
  const { data, error } = useQuery({
    queryKey: [...KEYS.versions, 'compare', a, b],
    queryFn: () => session.call('versions.compare', { a, b }),
  });
  if (error) return <Alert type="error" showIcon title={errorText(error)} data-testid="comparison-fault" />;
  if (!data) return <Spin className="xj-page-spin" description="正在对照" />;
  const write = async (kind: 'xlsx' | 'docx' | 'pdf'): Promise<void> => {
    const file = await session.chooseSave(kind, '调整对照表保存到', `规划调整对照表.${kind}`);
    if (!file) return;
    const written = await session.attempt('正在写调整对照表', () =>
      session.call('versions.export', { token: file.token, a, b }),
    );
    tellWritten(session, written, '调整对照表');
  };
  const { before, after, rows, unchanged } = data;
  return (
    <>
      <div className="xj-plan-versions-bar" data-testid="comparison-sums">
        <span>
          {before.name} {before.count} 个、{showAmount(toFen(before.totalFen))} 万元 → {after.name} {after.count} 个、
          {showAmount(toFen(after.totalFen))} 万元；有变化 {rows.length} 行，未变 {unchanged} 个。
        </span>
        <span className="xj-grow" />
        <span className="xj-faint">调整对照表、增减汇总表：</span>
        <Button size="small" onClick={() => void write('xlsx')} data-testid="comparison-xlsx">
          导出 Excel…
        </Button>
        <Button size="small" onClick={() => void write('docx')}>
          Word…
        </Button>
        <Button size="small" onClick={() => void write('pdf')} data-testid="comparison-pdf">
          打印成 PDF…
        </Button>
      </div>
      {rows.length === 0 ? (
        <Alert type="success" showIcon title="两边的项目完全一样。" />
      ) : (
        <ComparisonTable rows={rows} />
      )}
    </>
  );
}
