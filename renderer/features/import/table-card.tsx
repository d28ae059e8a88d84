// One table that was found: what kind of sheet it is and why, what comes in of it, in which unit.
import { Checkbox, Select, Tag } from 'antd';
import { kindLabel, SHEET_KINDS, type SheetKind, takenAs } from '#shared/import/kinds/sheet-kinds.ts';
import type { TablePreview } from '#shared/import/preview.ts';
import type { AmountUnit } from '#shared/values/parse-amount.ts';
import { showWan } from './row-list.ts';
import { headerRowsText, takenText, UNIT_SOURCE_WORDS, UNITS } from './table-words.ts';

interface CardProps {
  table: TablePreview;
  isCurrent: boolean;
  /** Only name and sum: there are many tables. */
  isBrief: boolean;
  onSelect: () => void;
  onUnit: (unit: AmountUnit) => void;
  onKind: (kind: SheetKind) => void;
  onLeave?: () => void;
}

const TAG_COLORS = { projects: 'cyan', claims: 'gold', postings: 'blue', source: 'default' } as const;

export function TableCard({ table, isCurrent, isBrief, onSelect, onUnit, onKind, onLeave }: CardProps) {
  const taken = takenAs(table.kind);
  return (
    <section className={`xj-imp-card${isCurrent ? ' is-current' : ''}`} data-testid="import-table">
      <div className="xj-imp-card-head">
        {onLeave && <Checkbox checked aria-label={`导入工作表 ${table.sheet}`} onChange={onLeave} />}
        <button type="button" className="xj-imp-card-name" aria-pressed={isCurrent} onClick={onSelect}>
          {table.sheet}
        </button>
        <Tag color={taken === null ? 'red' : TAG_COLORS[taken]}>{kindLabel(table.kind)}</Tag>
      </div>
      {!isBrief && (
        <>
          {table.title !== '' && <p className="xj-imp-card-title">{table.title}</p>}
          <p className="xj-faint">{table.file}</p>
        </>
      )}
      {taken === 'projects' ? (
        <p className="xj-imp-card-sum">
          <b>{table.projects}</b> 个项目 <b>{showWan(table.totalWan)}</b> 万元
        </p>
      ) : (
        <p className={`xj-imp-card-sum${taken === null ? ' xj-imp-warn' : ''}`}>{takenText(table)}</p>
      )}
      {!isBrief && (
        <>
          {taken !== 'projects' && (
            <p className="xj-faint" data-testid="import-kind-reason">
              {table.kindReason}
            </p>
          )}
          <p>
            {headerRowsText(table.headerRows)}
            {table.assertions > 0 && `，${table.assertions} 项合计、小计留作核对`}
          </p>
          <p className="xj-imp-unit">
            这张表是
            <Select
              size="small"
              value={table.kind === 'unknown' ? null : table.kind}
              placeholder="请选定"
              popupMatchSelectWidth={false}
              listHeight={400}
              aria-label={`${table.sheet} 是哪一种表`}
              data-testid="import-kind"
              options={SHEET_KINDS.map(({ id, label }) => ({ value: id, label }))}
              onChange={(kind) => kind !== null && onKind(kind)}
            />
          </p>
          {(taken === 'projects' || taken === 'claims') && (
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
          )}
          {table.remembered && <p className="xj-faint">沿用上次导入这种表时的选择</p>}
        </>
      )}
    </section>
  );
}
