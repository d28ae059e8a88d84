// The list of backups: when, why, what is in each, what changed since, whether it is sound, and what can be done with it.
import { LockOutlined } from '@ant-design/icons';
import { Button, Table, Tag, Tooltip } from 'antd';
import type { BackupRow } from '#shared/domain/backup-row.ts';
import { localMinute } from '#shared/values/local-time.ts';
import { toFen, wanText } from '#shared/values/money.ts';

export interface BackupActions {
  copy: (row: BackupRow) => void;
  /** null: there is no place to restore to. */
  toPlace: ((row: BackupRow) => void) | null;
  salvage: (row: BackupRow) => void;
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** What changed since a backup, in words. */
export function sinceText(since: BackupRow['since']): string {
  if (since === null) return '—';
  const { added, removed, changed } = since;
  if (added + removed + changed === 0) return '项目没有变化';
  const parts = [
    [added, '新增'],
    [removed, '删除'],
    [changed, '改动'],
  ] as const;
  return parts.flatMap(([count, word]) => (count > 0 ? [`${word} ${count}`] : [])).join('，');
}

export function BackupTable({ rows, actions }: { rows: readonly BackupRow[]; actions: BackupActions }) {
  return (
    <Table
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={rows}
      scroll={{ x: 980 }}
      columns={[
        { title: '时间', width: 140, render: (_, { at }) => localMinute(at) },
        {
          title: '原因',
          width: 120,
          render: (_, row) => <Tooltip title={`${row.folder} ${row.name}`}>{row.reason}</Tooltip>,
        },
        { title: '工作簿', ellipsis: true, render: (_, row) => (row.reason === '文件' ? row.name : row.workbook) },
        { title: '项目', width: 70, align: 'right', render: (_, { projects }) => projects ?? '' },
        {
          title: '总投资（万元）',
          width: 130,
          align: 'right',
          render: (_, { totalFen }) => (totalFen === null ? '' : wanText(toFen(totalFen))),
        },
        { title: '此后的变化', width: 170, render: (_, { since }) => sinceText(since) },
        { title: '大小', width: 80, align: 'right', render: (_, { bytes }) => sizeText(bytes) },
        {
          title: '状态',
          width: 80,
          render: (_, { state, problems }) =>
            state === 'sound' ? (
              <Tag color="green">完好</Tag>
            ) : state === 'locked' ? (
              <Tooltip title="恢复时会问它的密码">
                <Tag icon={<LockOutlined />}>有密码</Tag>
              </Tooltip>
            ) : (
              <Tooltip title={problems.slice(0, 3).join('；')}>
                <Tag color="red">有损坏</Tag>
              </Tooltip>
            ),
        },
        {
          title: '',
          width: 260,
          render: (_, row) =>
            row.state !== 'damaged' ? (
              <span className="xj-restore-actions">
                <Button size="small" type="primary" onClick={() => actions.copy(row)} data-testid="restore-copy">
                  另存为副本并打开
                </Button>
                {actions.toPlace !== null && (
                  <Button size="small" onClick={() => actions.toPlace?.(row)} data-testid="restore-in-place">
                    恢复到原位置
                  </Button>
                )}
              </span>
            ) : (
              <Button size="small" onClick={() => actions.salvage(row)} data-testid="restore-salvage">
                整理到副本…
              </Button>
            ),
        },
      ]}
    />
  );
}
