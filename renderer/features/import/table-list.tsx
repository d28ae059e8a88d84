// The tables that were found, one card each: where it stands, what it holds, in which unit.
import { Checkbox, Select, Tag } from 'antd';
import type { AmountUnit } from '#shared/import/parse-amount.ts';
import type { ImportPreview, TablePreview } from '#shared/import/preview.ts';
import { chooseSheet, chooseUnit, isSheetTaken } from './choices.ts';
import type { ImportFlow } from './import-flow.ts';
import type { ImportState } from './import-state.ts';
import { showWan } from './row-list.ts';
import { type FoundSheet, headerRowsText, UNIT_SOURCE_WORDS, UNITS } from './table-words.ts';

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

interface CardProps {
  table: TablePreview;
  isCurrent: boolean;
  /** Only name and sum: there are many tables. */
  isBrief: boolean;
  onSelect: () => void;
  onUnit: (unit: AmountUnit) => void;
  onLeave?: () => void;
}

function TableCard({ table, isCurrent, isBrief, onSelect, onUnit, onLeave }: CardProps) {
  const isList = table.kind === 'projects';
  return (
    <section className={`xj-imp-card${isCurrent ? ' is-current' : ''}`} data-testid="import-table">
      <div className="xj-imp-card-head">
        {onLeave && <Checkbox checked aria-label={`导入工作表 ${table.sheet}`} onChange={onLeave} />}
        <button type="button" className="xj-imp-card-name" aria-pressed={isCurrent} onClick={onSelect}>
          {table.sheet}
        </button>
        <Tag color={isList ? 'cyan' : 'gold'}>{isList ? '项目表' : '汇总表'}</Tag>
      </div>
      {!isBrief && (
        <>
          {table.title !== '' && <p className="xj-imp-card-title">{table.title}</p>}
          <p className="xj-faint">{table.file}</p>
        </>
      )}
      {isList ? (
        <p className="xj-imp-card-sum">
          <b>{table.projects}</b> 个项目 <b>{showWan(table.totalWan)}</b> 万元
        </p>
      ) : (
        <p className="xj-imp-card-sum">不含项目，数字留作核对</p>
      )}
      {!isBrief && (
        <>
          <p>
            {headerRowsText(table.headerRows)}
            {table.assertions > 0 && `，${table.assertions} 项合计、小计留作核对`}
          </p>
          <p className="xj-imp-unit">
            金额单位
            <Select
              size="small"
              value={table.unit}
              aria-label={`${table.sheet} 的金额单位`}
              data-testid="import-unit"
              options={UNITS.map((unit) => ({ value: unit, label: unit }))}
              onChange={onUnit}
            />
            <span className={table.unitSource === 'assumed' ? 'xj-imp-warn' : 'xj-faint'}>
              {UNIT_SOURCE_WORDS[table.unitSource]}
            </span>
          </p>
          {table.remembered && <p className="xj-faint">列对应沿用上次导入这种表时的选择</p>}
        </>
      )}
    </section>
  );
}
