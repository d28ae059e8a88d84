// What the columns of a monthly sheet or a journal of payments mean.
import { STATUS_COLUMNS, type StatusKey } from '../life/status-columns.ts';
import { WHO_COLUMNS, type WhoKey } from './match-lines.ts';
import type { ColumnPatterns } from './sheet-rows.ts';

export type MonthKey =
  | WhoKey
  | 'rate'
  | 'monthPaid'
  | 'paid'
  | 'each'
  | 'date'
  | 'released'
  | 'done'
  | 'percent'
  | 'problem'
  | 'text'
  | StatusKey
  | 'payee'
  | 'voucher';

const PAY = '(?:支付|付款|拨付|拨款|报账|支出|兑付|兑现)';
/** What is to be paid, or is not paid yet, was not paid. */
const NOT_YET = '^(?!.*(?:未|应|待|计划|预计|拟|尚|剩余|需))';
const pay = (pattern: string): RegExp => new RegExp(pattern.replaceAll('@', PAY));

export const MONTH_COLUMNS: ColumnPatterns<MonthKey> = [
  ...WHO_COLUMNS,
  ['date', pay('^(?:.*›)?(?:@(?:日期|时间)|记账日期|凭证日期|日期)$')],
  ['voucher', /凭证/],
  ['payee', /收款|付款对象/],
  ['rate', pay('(?:@|执行|资金)(?:率|比例|占比|百分比)|@进度|资金进度')],
  ['monthPaid', pay('(?:本月|当月|本期).*@|@.*(?:本月|当月|本期)')],
  [
    'paid',
    pay(
      `${NOT_YET}(?:.*(?:已|累计|实际|截至.*|本年|当年|今年|20\\d\\d年度?)@(?!率|进度|比例)|.*@(?:资金|金额|数|额)?(?:累计|总额)|.*›(?:累计|已)@?$)`,
    ),
  ],
  ['each', pay('^(?:.*›)?(?:@(?:资金|金额|数|额|情况)?|借方(?:金额)?|金额)$')],
  ['released', /下达(?:资金|金额|数|额)?$|到位资金|资金到位|(?:批复|安排|分配)(?:资金|金额)/],
  ...STATUS_COLUMNS,
  [
    'done',
    /^(?!.*(?:未|计划|预计|剩余|目标|率|比例?$|占比|百分))(?:.*(?:完成投资|投资完成|累计完成|完成(?:投资)?额|完成(?:产值|工作量)))/,
  ],
  [
    'percent',
    /^(?!.*(?:上月|上期|上年|计划|目标))(?:.*(?:形象|工程|施工|建设|实施|项目|当前|目前)进度(?!情况)|(?:.*›)?进度$|.*(?<!投资)完成(?:率|比例|百分比))/,
  ],
  ['problem', /问题|困难/],
  ['text', /进展|进度情况|推进情况|实施情况|完成情况|^备注$/],
];

/** Says nothing of its own in such a sheet. */
export const SILENT = /^(?:序号|项次|编号|单位)$/;
