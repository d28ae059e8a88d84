// The columns of a 公示台账 by the words of their heads, in the order in which they are tried.

import type { WhoKey } from '../funds/match-lines.ts';
import type { ColumnPatterns } from '../funds/sheet-rows.ts';

export type RegisterKey =
  | WhoKey
  | 'title'
  | 'level'
  | 'type'
  | 'medium'
  | 'where'
  | 'from'
  | 'to'
  | 'days'
  | 'period'
  | 'count'
  | 'amount'
  | 'objections'
  | 'result'
  | 'handler'
  | 'office'
  | 'hotline'
  | 'contact'
  | 'number'
  | 'note';

export const REGISTER_COLUMNS: ColumnPatterns<RegisterKey> = [
  ['count', /项目(?:个|总)?数|^(?:.*›)?(?:个数|数量)$/],
  ['code', /项目(?:编号|编码|代码)|^编[号码]$/],
  ['period', /起止|^(?:.*›)?公[示告](?:时间|日期|期间|时段)$/],
  [
    'from',
    /(?:^|›)(?:公[示告])?(?:起|起始|开始|自)(?:时间|日期|日)?$|^(?:公[示告]|张贴|发布)(?:起始?|开始)?(?:时间|日期|日)$|发布(?:时间|日期)/,
  ],
  ['to', /(?:^|›)(?:公[示告])?(?:止|结束|截止|终止|到期)(?:时间|日期|日)?$/],
  ['days', /天数|^(?:.*›)?公[示告](?:期|期限|时长)$/],
  ['title', /公[示告](?:事项|名称|标题|内容|主题)|^(?:事项|标题|内容)$/],
  ['level', /级别|层级/],
  ['type', /类型|类别|阶段|环节|种类/],
  ['where', /公[示告](?:地点|位置|范围|场所)|张贴(?:地点|位置)|^(?:地点|位置)$/],
  ['medium', /载体|媒体|媒介|渠道|公[示告](?:方式|形式|平台)|^(?:方式|形式)$/],
  ['objections', /异议|群众(?:意见|反映)|反映(?:情况|问题)/],
  ['result', /处理(?:结果|情况|意见)|公[示告]结果|^结果$/],
  ['hotline', /(?:监督|举报|投诉)(?:电话|热线)/],
  ['contact', /联系(?:人|电话|方式)/],
  ['handler', /经办人?|登记人|承办人|^负责人$/],
  ['number', /文号|资金批次|指标文/],
  ['name', /(?:项目|工程|子项目)名称?$|^名称$/],
  ['office', /公[示告](?:单位|部门|主体)|发布单位|^单位$/],
  ['town', /^(?:.*›)?(?:乡镇|乡镇街道|镇街道?|所在乡镇|实施乡镇|乡|镇)$/],
  ['village', /^(?:.*›)?(?:村|村社区|行政村|所在村|实施村|建设村)$/],
  ['place', /地点|地址|坐落|实施地|所在地/],
  ['amount', /金额|资金|投资|规模/],
  ['note', /备注|说明/],
];

/** Columns that say nothing here and are not told. */
export const SILENT_COLUMNS = /^(?:序号|项次|编号)$/;

/** The head of a register that is pasted without one. */
export const USUAL_HEAD =
  '序号\t公示事项\t级别\t类型\t公示载体\t地点\t起\t止\t天数\t项目数\t金额(万元)\t异议\t处理结果\t经办人\t备注';
