// Captions of tables and figures: 表4-1 …, 附表 3 …, 图2.1 …, told by how they begin.

const CAPTION =
  /^[（(【［[]?\s*(?:续|附)?[表图]\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:\s*[-－–—.．·]\s*\d{1,3}){0,3}(?![\d万亿]|[个张份页项人元年月])(.*)$/s;
/** A longer paragraph that begins like one is a sentence about the table. */
const LONGEST = 90;

/** True for a caption, false for a sentence that begins with one: 表4-1列出了各类项目。 */
export function isCaption(text: string): boolean {
  if (text.length > LONGEST) return false;
  const rest = CAPTION.exec(text)?.[1];
  return rest !== undefined && !/[。；，]\s*$|^\s*(?:为|是|列|显示|反映|可见|中|所|表明|给出)/.test(rest);
}
