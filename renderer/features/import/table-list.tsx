// The tables that were found, one card each, and the sheets left out.
import { Checkbox } from 'antd';
import type { ImportPreview } from '#shared/import/preview.ts';
import { chooseAnswer, chooseSheet, chooseUnit, isSheetTaken } from './choices.ts';
import type { ImportFlow } from './import-flow.ts';
import type { ImportState } from './import-state.ts';
import { TableCard } from './table-card.tsx';
import type { FoundSheet } from './table-words.ts';

/** With more tables than these only the chosen card is shown in full. */
const MANY = 3;

interface Props {
  flow: ImportFlow;
  state: ImportState;
  preview: ImportPreview;
}

export function TableList({ flow, state, preview }: Props) {
  const { sheets, choices } = state;
  const left = sheets.filter((sheet) => !isSheetTaken(choices, sheet));
  const canLeaveOut = sheets.length - left.length > 1;
  const take = (sheet: Pick<FoundSheet, 'fileIndex' | 'sheet'>, isTaken: boolean): void =>
    flow.change((before) => chooseSheet(before, sheets, sheet, isTaken));
  return (
    <aside className="xj-imp-tables" aria-label="找到的表" data-testid="import-tables">
      {preview.tables.map((table, index) => (
        <TableCard
          // Two tables of one sheet are told apart by their place only.
          key={`${table.fileIndex}/${table.sheet}/${table.headerRows[0] ?? index}`}
          table={table}
          isCurrent={index === state.table}
          isBrief={index !== state.table && preview.tables.length > MANY}
          onSelect={() => flow.state.set({ table: index })}
          onUnit={(unit) => flow.change((before) => chooseUnit(before, index, unit))}
          onKind={(kind) => flow.change((before) => chooseAnswer(before, table.kindQuestion, kind))}
          {...(canLeaveOut ? { onLeave: () => take(table, false) } : {})}
        />
      ))}
      {left.length > 0 && <h3>不导入的工作表</h3>}
      {left.map((sheet) => (
        <Checkbox key={`${sheet.fileIndex}/${sheet.sheet}`} checked={false} onChange={() => take(sheet, true)}>
          {sheet.sheet}
          {sheet.isHidden && <span className="xj-faint">（隐藏）</span>}
        </Checkbox>
      ))}
    </aside>
  );
}
