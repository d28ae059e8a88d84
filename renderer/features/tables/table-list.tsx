// The list of tables: those of the plan, then planners' own. Arrow keys move through it.
import { Button } from 'antd';
import type { KeyboardEvent } from 'react';
import { ownRecordId } from '#shared/tables/own-tables.ts';
import type { TableResult } from '#shared/tables/table.ts';

export function TableList(props: {
  tables: readonly TableResult[];
  chosen: string;
  choose: (id: string) => void;
  addTable: () => void;
  importDesigns: () => void;
  isReadOnly: boolean;
}) {
  const { tables, chosen, choose } = props;
  const own = tables.filter(({ id }) => ownRecordId(id) !== undefined);
  const entry = ({ id, number, title }: TableResult) => (
    <button
      key={id}
      type="button"
      className={id === chosen ? 'is-here' : ''}
      aria-current={id === chosen ? 'true' : undefined}
      data-testid={`table-${id}`}
      onClick={() => choose(id)}
    >
      <b>{number}</b>
      <span>{title}</span>
    </button>
  );
  return (
    <nav className="xj-table-list" aria-label="汇总表目录" onKeyDown={moveFocus}>
      {tables.filter((table) => !own.includes(table)).map(entry)}
      <h3>
        自定义
        <span>
          <Button size="small" disabled={props.isReadOnly} onClick={props.addTable} data-testid="new-table">
            新建…
          </Button>{' '}
          <Button
            size="small"
            disabled={props.isReadOnly}
            onClick={props.importDesigns}
            title="装入别处导出的表样，如市里下发的汇总表"
            data-testid="import-designs"
          >
            装入…
          </Button>
        </span>
      </h3>
      {own.length === 0 ? (
        <p className="xj-faint">自己选行、列和条件做表，做好后和上面的表一样印、导、画图。</p>
      ) : (
        own.map(entry)
      )}
    </nav>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const entries = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button[data-testid^="table-"]')];
  const at = entries.indexOf(document.activeElement as HTMLButtonElement);
  const next = entries[at + step];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
  next.click();
}
