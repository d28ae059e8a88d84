// Where a table says that projects are not broken down: the way to 批量分解.
import { Button } from 'antd';
import { hasOpenMoney, type TableResult } from '#shared/tables/table.ts';
import { useSession } from '../../session.ts';
import './breakdown.css';

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
  if (!table || openNotes(table).length === 0) return null;
  return (
    <div className="xj-open-note" data-testid="overview-open">
      <div>
        {openNotes(table).map((note) => (
          <div key={note}>{note}</div>
        ))}
      </div>
      <BreakdownButton table={table} />
    </div>
  );
}

/** What the table says is not broken down, without where in the table it stands. */
function openNotes({ notes }: TableResult): string[] {
  return notes.flatMap((note) => (note.startsWith('另有') ? [`${note.slice(1).split(/，列在|：/)[0]}。`] : []));
}
