// Which list a tab shows, by what reports it goes out, and what is said while it is empty.
import type { ListId } from '#shared/lists/list-spec.ts';
import type { ReportChoice } from '#shared/reports/report.ts';

export interface ListTabSpec {
  key: string;
  label: string;
  list: ListId;
  /** What the person chooses above the table: nothing, a year, a unit or a list. */
  chosen: 'none' | 'year' | 'unit' | 'list';
  detail: (choice: string | null) => ReportChoice;
  /** The sums beside it. */
  summary: ((choice: string | null) => ReportChoice) | null;
  summaryLabel: string;
  empty: string;
}

const yearIn = (choice: string | null): number | null => (choice === null ? null : Number(choice));

export const LIST_TABS: readonly ListTabSpec[] = [
  {
    ...{ key: 'tasks', label: '任务分解', list: 'task', chosen: 'unit', summaryLabel: '按单位' },
    detail: (unit) => ({ kind: 'tasks', unit, asOf: null }),
    summary: () => ({ kind: 'task-units', asOf: null }),
    empty:
      '还没有任务。可以导入任务分解表（任务、目标、各年目标、牵头和配合单位、时限、进展，列的次序不限），按表1的指标拟定，或逐项添加。',
  },
  {
    ...{ key: 'villages', label: '村情', list: 'village-year', chosen: 'year', summaryLabel: '按乡镇' },
    detail: (year) => ({ kind: 'villages', year: yearIn(year), asOf: null }),
    summary: (year) => ({ kind: 'village-summary', year: yearIn(year), asOf: null }),
    empty: '还没有村情。可以导入一年一张的村情表，只存户数、人口、收入等汇总数；有姓名、身份证号的表不读。',
  },
  {
    ...{ key: 'places', label: '名单', list: 'listed-place', chosen: 'list', summaryLabel: '项目情况' },
    detail: (list) => ({ kind: 'places', list, asOf: null }),
    summary: (list) => ({ kind: 'place-coverage', list, asOf: null }),
    empty: '还没有名单。可以导入重点村、示范村、安置点名单，看哪些有项目、多少投资，与同名类别的合计核对。',
  },
  {
    ...{ key: 'linkage', label: '联农带农', list: 'linkage', chosen: 'none', summaryLabel: '按乡镇' },
    detail: () => ({ kind: 'linkage', asOf: null }),
    summary: () => ({ kind: 'linkage-towns', asOf: null }),
    empty: '还没有联农带农情况。可以导入联农带农表（项目名称、经营主体、带动方式、带动农户、增收、收益），或逐个添加。',
  },
  {
    ...{ key: 'basis', label: '依据文件', list: 'basis-document', chosen: 'none', summaryLabel: '' },
    detail: () => ({ kind: 'basis', asOf: null }),
    summary: null,
    empty: '还没有依据文件。导入或添加以后，填批复文号、指标文文号时可以直接选。',
  },
];
