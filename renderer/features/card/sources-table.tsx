// 查看来源: file, sheet, cell and raw text of each imported value of a project, and what stands there now.
import { Alert, Spin, Table, Tag } from 'antd';
import { errorText } from '../../state/call.ts';
import { useSources } from './use-sources.ts';

export function SourcesTable({ projectId }: { projectId: string }) {
  const query = useSources(projectId);
  if (query.error) return <Alert type="error" showIcon title="来源没有读出来" description={errorText(query.error)} />;
  if (!query.data) return <Spin size="small" />;
  const { sources } = query.data;
  const [first] = sources;
  return (
    <>
      {first && (
        <p className="xj-faint" data-testid="source-origin">
          来自 {first.file}，工作表“{first.sheet}”第 {first.row} 行，
          {new Date(first.importedAt).toLocaleString('zh-CN')} 导入。
        </p>
      )}
      <Table
        size="small"
        pagination={false}
        rowKey={(source) => `${source.file}|${source.sheet}|${source.cell}|${source.importedAt}`}
        dataSource={sources}
        locale={{ emptyText: '这个项目是在本工作簿中录入的，没有导入来源。' }}
        columns={[
          { title: '单元格', dataIndex: 'cell', width: 68 },
          { title: '表头', dataIndex: 'header', width: 150, ellipsis: true },
          { title: '原文', dataIndex: 'raw' },
          {
            title: '现值',
            dataIndex: 'now',
            render: (now: string, { column, isChanged }) =>
              column === null ? (
                <span className="xj-faint">只作来源保存</span>
              ) : (
                <>
                  {now} {isChanged && <Tag color="gold">导入后改过</Tag>}
                </>
              ),
          },
        ]}
      />
    </>
  );
}
