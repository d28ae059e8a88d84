// Where a table says that projects are not broken down: the way to 批量分解.
import { Alert, Button } from 'antd';
import { hasOpenMoney, type TableResult } from '#shared/tables/table.ts';
import { useSession } from '../../session.ts';

/** The button, for a table that holds money without a year or a source. */
export function BreakdownButton({ table }: { table: Pick<TableResult, 'rows' | 'columns'> }) {
  const { nav } = useSession();
  if (!hasOpenMoney(table)) return null;
  return (
    <Button size="small" onClick={() => nav.set({ dialog: 'breakdown' })} data-testid="open-breakdown">
      批量分解…
    </Button>
  );
}

/** The same as a sentence: how many projects and how much money, as the table says it. */
export function BreakdownNote({ table }: { table: TableResult | undefined }) {
  if (!table || !hasOpenMoney(table)) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={table.notes.filter((note) => note.startsWith('另有')).map((note) => <div key={note}>{note}</div>)}
      action={<BreakdownButton table={table} />}
      data-testid="overview-open"
    />
  );
}
