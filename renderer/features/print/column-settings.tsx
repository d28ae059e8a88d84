// Which columns are printed.
import { Button, Checkbox } from 'antd';
import { annexColumns, type Column, columnsOf } from '#shared/domain/fields.ts';
import { usedKeys } from '#shared/domain/used-columns.ts';
import { NOTICE_COLUMNS } from '#shared/notice/notice-columns.ts';
import { useProjects, useReference } from '../../api/queries.ts';

interface Props {
  /** null: the usual ones. */
  chosen: readonly string[] | null;
  onChange: (keys: string[] | null) => void;
}

interface ChecksProps extends Props {
  /** In the order in which they are printed. */
  all: readonly { key: string; label: string }[];
  usual: readonly string[];
  usualName: string;
}

function ColumnChecks({ all, usual, usualName, chosen, onChange }: ChecksProps) {
  const keys = new Set(chosen ?? usual);
  const toggle = (key: string, isOn: boolean): void =>
    onChange(all.map((column) => column.key).filter((own) => (own === key ? isOn : keys.has(own))));
  return (
    <div className="xj-columns" data-testid="print-columns">
      {all.map(({ key, label }) => (
        <Checkbox key={key} checked={keys.has(key)} onChange={(event) => toggle(key, event.target.checked)}>
          {label}
        </Checkbox>
      ))}
      <Button size="small" type="link" disabled={chosen === null} onClick={() => onChange(null)}>
        恢复{usualName}
      </Button>
    </div>
  );
}

const labelOf = ({ group, label }: Column): string => (group && group !== label ? `${group}·${label}` : label);
const isFixed = ({ key }: { key: string }): boolean => key === 'name';

export function AnnexColumns(props: Props) {
  const { data } = useReference();
  const projects = useProjects().data?.projects ?? [];
  if (!data) return null;
  const all = columnsOf(data.plan, data.reference).filter((column) => !isFixed(column));
  return (
    <ColumnChecks
      {...props}
      all={all.map((column) => ({ key: column.key, label: labelOf(column) }))}
      usual={annexColumns(data.plan, data.reference, usedKeys(projects, data.reference)).map((column) => column.key)}
      usualName="附表栏目"
    />
  );
}

export function NoticeColumns(props: Props) {
  return (
    <ColumnChecks
      {...props}
      all={NOTICE_COLUMNS.filter((column) => !isFixed(column))}
      usual={NOTICE_COLUMNS.filter((column) => column.isUsual).map((column) => column.key)}
      usualName="常用栏目（没有内容的不列）"
    />
  );
}
