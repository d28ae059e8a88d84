// A table of a report on the screen, as it is printed.
import { Button, Table } from 'antd';
import { footLines, tableCellText, tableTitle, unitLine } from '#shared/format/table-text.ts';
import { isSumRow, type TableResult, type TableRow } from '#shared/tables/table.ts';

/** `open`: rows can be looked at and changed. */
export function ReportTable({ table, open }: { table: TableResult; open?: (key: string) => void }) {
  const { columns, rows } = table;
  return (
    <section>
      <h3>
        {tableTitle(table)} <small className="xj-faint">{unitLine(table)}</small>
      </h3>
      <Table<TableRow>
        size="small"
        rowKey="key"
        dataSource={rows}
        pagination={false}
        rowClassName={(row) => (isSumRow(row) ? 'is-total' : '')}
        {...(open ? { onRow: ({ key }: TableRow) => ({ onDoubleClick: () => open(key) }) } : {})}
        columns={[
          ...columns.map(({ key, label, group, kind }, index) => ({
            key,
            title: group === undefined ? label : `${group}${label}`,
            align: kind === 'text' ? ('left' as const) : ('right' as const),
            render: (_: unknown, row: TableRow) => tableCellText(row.cells[index]),
          })),
          ...(open ? [editColumn(open)] : []),
        ]}
      />
      {footLines(table).map((line) => (
        <p key={line} className="xj-faint">
          {line}
        </p>
      ))}
    </section>
  );
}

function editColumn(open: (key: string) => void) {
  return {
    ...{ key: 'open', title: '', width: 64 },
    render: (_: unknown, { key }: TableRow) => (
      <Button type="link" size="small" onClick={() => open(key)} data-testid="row-open">
        修改
      </Button>
    ),
  };
}
