// 单位, 小数 and 舍位平衡 of one table, remembered in the workbook for each table and used by exports and prints too.
import { Checkbox, Select, Tooltip } from 'antd';
import { USUAL_SHOWING } from '#shared/format/shown-amount.ts';
import { mostDecimals, TABLE_UNITS, type TableShowing, type TableUnit } from '#shared/tables/table-unit.ts';
import { useViewState } from '../../api/records.ts';

const NONE: Record<string, TableShowing> = {};
const MOST_OFFERED = 4;

/** How each table is shown, by its id; a table that is not named shows 万元 with two decimals. */
export function useTableShowings() {
  const { value, remember } = useViewState<Record<string, TableShowing>>('tables.showing', NONE);
  return {
    showings: value,
    showingOf: (id: string): TableShowing => value[id] ?? USUAL_SHOWING,
    setShowing: (id: string, showing: TableShowing): void => remember({ ...value, [id]: showing }),
  };
}

export function ShowingChoice({ value, onChange }: { value: TableShowing; onChange: (value: TableShowing) => void }) {
  const decimals = Array.from({ length: Math.min(MOST_OFFERED, mostDecimals(value.unit)) + 1 }, (_, count) => count);
  return (
    <>
      <Select
        size="small"
        aria-label="单位"
        style={{ width: 76 }}
        value={value.unit}
        options={TABLE_UNITS.map((unit) => ({ value: unit, label: unit }))}
        onChange={(unit: TableUnit) =>
          onChange({
            ...value,
            unit,
            decimals: value.decimals === null ? null : Math.min(value.decimals, mostDecimals(unit)),
          })
        }
        data-testid="table-unit"
      />
      <Select
        size="small"
        aria-label="小数位数"
        style={{ width: 92 }}
        value={value.decimals ?? -1}
        options={[
          { value: -1, label: '小数原样' },
          ...decimals.map((count) => ({ value: count, label: count === 0 ? '取整' : `${count} 位小数` })),
        ]}
        onChange={(count: number) =>
          onChange(count < 0 ? { ...value, decimals: null, balance: false } : { ...value, decimals: count })
        }
        data-testid="table-decimals"
      />
      <Tooltip title="取整后各行各列仍相加等于合计；为此变动的数加底纹，表下逐个列出。先选小数位数。">
        <Checkbox
          disabled={value.decimals === null}
          checked={value.balance}
          onChange={(event) => onChange({ ...value, balance: event.target.checked })}
          data-testid="table-balance"
        >
          舍位平衡
        </Checkbox>
      </Tooltip>
    </>
  );
}
