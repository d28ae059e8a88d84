// 县级报送: what a county sent, as it was said (SPECS I1).
import type { CountyReport } from '#shared/domain/county-report.ts';
import { countyReportSchema } from '#shared/records/county-report.ts';
import { formatWanFull } from '#shared/values/money.ts';
import { bodyStore, bodyTable } from '../kernel/body-store.ts';
import { kind } from '../kernel/kind.ts';
import { factWords, fieldColumns } from './fact-words.ts';

const columns = fieldColumns<CountyReport>(
  {
    id: '县（市、区）代码',
    files: '文件',
    asOf: '截至日',
    at: '收到时间',
    number: '第几次报送',
    projectCount: '项目数',
    totalFen: '总投资',
    mark: '内容标记',
    batches: '资金批次',
    earlier: '以前的报送',
    content: '内容',
  },
  {
    files: (names) => names.join('、'),
    batches: (ids) => `${ids.length} 个`,
    earlier: (list) => `${list.length} 次`,
    content: () => '（报送的项目表）',
  },
);

export const countyReport = kind<CountyReport, readonly CountyReport[]>({
  title: '县级报送',
  tables: [bodyTable('county_report')],
  open: (db) => bodyStore<CountyReport>(db, 'county_report'),
  schema: countyReportSchema,
  upgrades: [],
  isMergedByValue: false,
  slice: (images) => [...images.values()],
  words(before, after, { reference }) {
    const one = after ?? before;
    if (!one) return [];
    const county = reference.regions.find(({ code }) => code === one.id)?.name ?? one.id;
    return factWords(before, after, {
      subject: `${county}的报送`,
      column: '县级报送',
      text: ({ number, projectCount, totalFen }) =>
        `第 ${number} 次，${projectCount} 个 ${formatWanFull(totalFen)} 万元`,
      columns,
    });
  },
});
