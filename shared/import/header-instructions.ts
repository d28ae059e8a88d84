// Header cells of systems and templates that carry how to fill them in: 项目名称（填写格式：年度+乡镇+村…）. The heading is
// the first phrase; the instructions, marks and note numbers around it are taken off, a unit among them is kept.
import { foldText } from '../values/fold-text.ts';

/** Words of somebody who tells how to fill in a cell. */
export const TELLS =
  /填|选择|下拉|例如|例[:：]|如[:：]|比如|格式|说明[:：]|要求[:：]|按要求|保留|不超过|字以内|字内|个字|必须|须与|须按|应与|应等于|等于|请[按勿在见写选]|一致|之和|不含|不得|必录|选录|可空|自动(?:生成|计算|校验|编号|带出)|系统(?:生成|校验|自动)|参照|参考|按照|详见|注[:：]|一般为|全称/;
const MARK = String.raw`[*＊★☆※●▲△#]|[(（【[]?(?:非必填|必填|选填|必录|可空|必选)项?[)）】\]]?[:：]?|[①-⑳㉑-㉟]`;
const LEADING_MARKS = new RegExp(`^(?:\\s*(?:${MARK}))+\\s*`, 'u');
/** The end of a mark: what stands behind one begins no other run of them. */
const BEHIND_MARK = String.raw`[*＊★☆※●▲△#①-⑳㉑-㉟\s]|(?:必填|选填|必录|可空|必选)项?[)）】\]]?[:：]?`;
const TRAILING_MARKS = new RegExp(`(?<!${BEHIND_MARK})\\s*(?:${MARK})+\\s*$`, 'u');
const UNIT = /(?:^|[,，;；、:：\s])(?:单位[:：为]?)?(百万元|亿元|千元|万元|元)(?=$|[,，;；、。\s])/;
/** Longer brackets are explanations, whatever they say. */
const LONGEST_BRACKET = 16;
/** Most header cells are short and plain: told by this. */
const TRIGGER = /[\n(（【[:：,，。;；*＊★☆※●▲△#①-⑳㉑-㉟]|必填|选填|必录|可空|必选/u;

/** The heading of a cell without its instructions: '总投资（万元）' of '*总投资⏎（万元，保留两位小数）'. */
export function stripInstructions(text: string): string {
  if (!TRIGGER.test(text)) return text;
  const bare = dropBrackets(text.replace(LEADING_MARKS, '').replace(TRAILING_MARKS, ''));
  const lines = bare.split('\n');
  const told = lines.findIndex((line, index) => index > 0 && line.trim().length > 4 && TELLS.test(line));
  const heading = cutPhrase((told < 0 ? lines : lines.slice(0, told)).join('\n'));
  const rest = heading.replace(TRAILING_MARKS, '').trim();
  return rest === '' ? text : rest;
}

/** Takes brackets that explain out, whatever stands in brackets inside them; a unit in them is kept. */
function dropBrackets(text: string): string {
  let kept = '';
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string;
    if (/[(（【[]/.test(sign)) {
      if (depth === 0) start = at;
      depth += 1;
    } else if (depth > 0 && /[)）】\]]/.test(sign)) {
      depth -= 1;
      if (depth === 0) kept += keptBracket(text.slice(start, at + 1));
    } else if (depth === 0) kept += sign;
  }
  return depth > 0 ? kept + keptBracket(text.slice(start)) : kept;
}

function keptBracket(whole: string): string {
  const inside = whole.replace(/^.|[)）】\]]$/g, '');
  if (!TELLS.test(inside) && foldText(inside).length <= LONGEST_BRACKET) return whole;
  const unit = UNIT.exec(inside)?.[1];
  return unit === undefined ? '' : `（${unit}）`;
}

/** 项目名称：填写全称 and 建设地点，填到村 end at the sign before the instruction. */
function cutPhrase(text: string): string {
  const at = text.search(/[:：,，。;；]/);
  const behind = text.slice(at + 1);
  if (at <= 0 || !TELLS.test(behind) || /^其中/.test(text)) return text;
  const unit = UNIT.exec(behind)?.[1];
  return `${text.slice(0, at)}${unit === undefined ? '' : `（${unit}）`}`;
}
