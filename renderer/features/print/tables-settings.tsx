// Which computed tables are printed, each on which paper.
import { Checkbox, Select } from 'antd';
import { tablePaper } from '#shared/format/table-text.ts';
import type { JobOf } from '#shared/print/print-job.ts';
import { suitedSheet } from '#shared/print/set-document.ts';
import { useTables } from '../../api/queries.ts';

type TableChoices = Pick<JobOf<'tables'>, 'ids' | 'charts' | 'papers' | 'paper' | 'orientation'>;

/** Of the print of tables and of a set with them. */
interface Props {
  job: TableChoices;
  change: (changes: Partial<TableChoices>) => void;
  /** Of a set: tables of many columns stand on A3. */
  isSet?: boolean;
}

type Sheet = JobOf<'tables'>['papers'][string];
const SHEETS: Readonly<Record<string, Sheet>> = {
  'A4 自动': { paper: 'A4', orientation: 'auto' },
  'A4 横': { paper: 'A4', orientation: 'landscape' },
  'A4 纵': { paper: 'A4', orientation: 'portrait' },
  'A3 横': { paper: 'A3', orientation: 'landscape' },
  'A3 纵': { paper: 'A3', orientation: 'portrait' },
};

export function TablesSettings({ job, change, isSet = false }: Props) {
  const tables = useTables().data?.tables ?? [];
  const all = tables.map((table) => table.id);
  const chosen = new Set(job.ids ?? all);
  const choose = (id: string, isOn: boolean): void => {
    const ids = all.filter((own) => (own === id ? isOn : chosen.has(own)));
    // None chosen would print an empty document.
    if (ids.length > 0) change({ ids: ids.length === all.length ? undefined : ids } as Partial<TableChoices>);
  };
  const setSheet = (id: string, name: string | undefined): void => {
    const { [id]: _, ...others } = job.papers;
    const sheet = name === undefined ? undefined : SHEETS[name];
    change({ papers: sheet ? { ...others, [id]: sheet } : others });
  };
  return (
    <>
      <Checkbox checked={job.charts} onChange={(event) => change({ charts: event.target.checked })}>
        连同图一起打印
      </Checkbox>
      <div className="xj-print-tables">
        {tables.map((table) => {
          const own = job.papers[table.id];
          const name = Object.keys(SHEETS).find(
            (key) => SHEETS[key]?.paper === own?.paper && SHEETS[key]?.orientation === own?.orientation,
          );
          const suited = isSet ? suitedSheet(table, job) : job;
          const suits = tablePaper(table.columns.length).orientation === 'portrait' ? '纵' : '横';
          return (
            <div key={table.id}>
              <Checkbox
                checked={chosen.has(table.id)}
                onChange={(event) => choose(table.id, event.target.checked)}
                title={table.title}
              >
                {table.number} <span className="xj-faint">{table.title}</span>
              </Checkbox>
              <Select
                size="small"
                variant="borderless"
                allowClear
                aria-label={`${table.number} 的纸张`}
                placeholder={`${suited.paper} ${job.orientation === 'auto' ? suits : job.orientation === 'portrait' ? '纵' : '横'}`}
                value={name ?? null}
                options={Object.keys(SHEETS).map((value) => ({ value, label: value }))}
                onChange={(value) => setSheet(table.id, value ?? undefined)}
              />
            </div>
          );
        })}
      </div>
    </>
  );
}
