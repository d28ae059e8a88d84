// 公示登记: a notice that was put up (SPECS E1).
import { type Objection, type Posting, postingStage } from '#shared/domain/posting.ts';
import { postingSchema } from '#shared/records/execution.ts';
import { bodyStore, bodyTable } from '../kernel/body-store.ts';
import { kind } from '../kernel/kind.ts';
import { factWords, fieldColumns } from './fact-words.ts';

const columns = fieldColumns<Posting>(
  {
    id: '代码',
    stage: '环节',
    level: '级别',
    kind: '类型',
    title: '公示事项',
    office: '公示单位',
    medium: '公示载体',
    place: '地点',
    from: '开始日期',
    days: '天数',
    dayKind: '天数算法',
    to: '结束日期',
    projectIds: '项目代码',
    batchId: '资金批次代码',
    projectCount: '项目数',
    amountFen: '金额',
    posted: '公示的内容',
    contact: '联系人',
    hotline: '监督电话',
    handler: '经办人',
    objections: '异议',
    closedAt: '办结日期',
    result: '结果',
    withdrawnAt: '撤下日期',
    note: '备注',
  },
  {
    stage: (id) => postingStage(id).name,
    dayKind: (one) => (one === 'workdays' ? '工作日' : '日历天'),
    posted: (one) => (one === null ? '' : `${one.rows.length} 个项目，${one.frozenAt} 留存`),
    objections: (list) => list.map(objectionText).join('；'),
  },
);

function objectionText({ date, who, text, answer, answeredAt, effect }: Objection): string {
  return [date, who, text, effect, answer, answeredAt].filter((part) => part !== null && part !== '').join(' ');
}

export const posting = kind<Posting, readonly Posting[]>({
  title: '公示登记',
  tables: [bodyTable('posting')],
  open: (db) => bodyStore<Posting>(db, 'posting'),
  schema: postingSchema,
  upgrades: [],
  isMergedByValue: true,
  slice: (images) => [...images.values()],
  words(before, after) {
    const one = after ?? before;
    if (!one) return [];
    return factWords(before, after, {
      subject: `公示“${one.title}”`,
      column: '公示登记',
      text: ({ stage, from, to, objections, closedAt }) => {
        const period = [from ?? '日期不详', to].filter((day) => day !== null).join(' 至 ');
        const open = objections.length === 0 ? '' : `异议 ${objections.length} 件`;
        const closed = closedAt === null ? '' : `${closedAt} 办结`;
        return [postingStage(stage).name, period, open, closed].filter((part) => part !== '').join(' ');
      },
      columns,
    });
  },
});
