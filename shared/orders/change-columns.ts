// Columns of papers on changes (项目变更表, 调整申请表, 调整对照表): what stands on which side, whatever an office calls it.

import type { ReferenceData } from '../domain/reference.ts';
import type { SheetColumns } from '../funds/sheet-rows.ts';
import { headerOf } from '../import/header-words.ts';
import type { ReadColumn, TableReading } from '../import/reading.ts';
import { bareText } from '../values/fold-text.ts';

export type ChangeSide = 'before' | 'after';
type SidedKind = 'name' | 'place' | 'content' | 'period' | 'total' | 'rest' | 'unit';
type PlainKey =
  | 'serial'
  | 'type'
  | 'class'
  | 'code'
  | 'name'
  | 'town'
  | 'village'
  | 'place'
  | 'amount'
  | 'difference'
  | 'reason'
  | 'paper'
  | 'approvedAt'
  | 'applyDate'
  | 'applicant'
  | 'projectPaper'
  | 'note';
export type ChangeKey = PlainKey | `${ChangeSide}:${SidedKind}` | `${ChangeSide}:source:${string}`;

const BEFORE = /(?:变更|调整|调[增减]|修改|变动)前|(?:^|›)原(?!因)(?:计划|批复|定|下达|安排)?/g;
const AFTER = /(?:变更|调整|调[增减]|修改|变动)后|(?:^|›)(?:现(?!金)(?:计划|调整为)?|拟(?:调整|变更)?(?:为)?)/g;

const SIDED: readonly (readonly [kind: SidedKind, words: RegExp])[] = [
  ['period', /年限|起止|时间|工期|期限|年度$/],
  ['content', /内容|任务/],
  ['total', /投资|金额|资金|概算|预算/],
  ['content', /规模|情况/],
  ['name', /名称|项目$/],
  ['place', /地点|位置|镇村|地址|坐落|实施地/],
  ['unit', /单位/],
];

const PLAIN: readonly (readonly [key: PlainKey, words: RegExp])[] = [
  ['serial', /^(?:序号|项次)$/],
  ['type', /(?:调整|变更)(?:类型|类别|方式|事项|情形)/],
  ['reason', /理由|原因|依据|事由/],
  ['approvedAt', /(?:批复|批准)(?:日期|时间)/],
  ['applyDate', /申[请报](?:日期|时间)/],
  ['applicant', /申[请报]单位/],
  ['paper', /批复|批准文号|^文号$|^文件号$/],
  ['projectPaper', /文号/],
  ['difference', /增减|净增/],
  ['code', /项目(?:编号|编码|代码)|^编[号码]$/],
  ['class', /类别|项目类型/],
  ['note', /备注/],
  ['name', /(?:项目|工程|子项目)(?:名称)?$|^名称$/],
  ['place', /镇村|乡村|地点|地址|坐落|实施地|所在地/],
  ['town', /^(?:.*›)?(?:乡镇|乡镇街道|镇街道?|所在乡镇|实施乡镇|乡|镇)$/],
  ['village', /^(?:.*›)?(?:村|村社区|行政村|所在村|实施村|建设村)$/],
  ['amount', /金额|投资|资金/],
];

/** The key of each column that means something; of two columns with one key the first has it. */
export function changeColumns(
  { columns }: Pick<TableReading, 'columns'>,
  reference: Pick<ReferenceData, 'fundSources'>,
): SheetColumns<ChangeKey> {
  const result: SheetColumns<ChangeKey> = { of: {}, fits: {}, parts: new Map(), others: [] };
  for (const column of columns) {
    if (column.path.length === 0) continue;
    const key = keyOf(column, reference);
    if (key !== null && result.of[key] === undefined) result.of[key] = column;
    else result.others.push(column);
  }
  return result;
}

function keyOf(column: ReadColumn, reference: Pick<ReferenceData, 'fundSources'>): ChangeKey | null {
  const header = headerOf(column);
  const side = sideOf(header);
  if (side === null) return PLAIN.find(([, words]) => words.test(header))?.[0] ?? null;
  const last = bareText(column.path.at(-1) ?? '').replace(/万元$/, '');
  const words = header.replaceAll(BEFORE, '').replaceAll(AFTER, '').replaceAll('›', '');
  // 变更前 alone holds what was to be built.
  if (words === '') return `${side}:content`;
  if (/^其[他它](?:资金)?$/.test(last)) return `${side}:rest`;
  const source = reference.fundSources.find(({ name, aliases }) =>
    [name, ...aliases].some((one) => bareText(one) === last || bareText(one) === words),
  );
  if (source) return `${side}:source:${source.id}`;
  const kind = SIDED.find(([, pattern]) => pattern.test(words))?.[0];
  return kind ? `${side}:${kind}` : null;
}

function sideOf(header: string): ChangeSide | null {
  if (new RegExp(AFTER.source).test(header)) return 'after';
  return new RegExp(BEFORE.source).test(header) ? 'before' : null;
}
