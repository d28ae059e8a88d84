// Characters that tell of damage: halves of characters that a byte limit cut, control characters, texts converted twice.

/** What no written text holds; a tab, line ends and the form feeds between them are ordinary. */
const BROKEN = /[[\p{Cc}\p{Cs}\ufffd-\uffff]--[\t\n\v\f\r]]|锟斤拷/v;
/** A character that may belong to it: asked of every text, in the mode that takes a quarter of the time of `v`. */
const DOUBTFUL = /[^\t-\r -~\u00a0-\u951e\u9520-\ud7ff\ue000-\ufffc]/;
const CONTROLS = /[[\p{Cc}\p{Cs}\ufffe\uffff]--[\t\n\v\f\r]]+/gv;

/**
 * The text to take and what to say about it; null for a sound text. Control characters go, except between two digits,
 * where that could glue two numbers together; lost characters stay as `�`, so that everybody sees the gap.
 */
export function describeBroken(text: string): { text: string; message: string } | null {
  if (!DOUBTFUL.test(text) || !BROKEN.test(text)) return null;
  const cleaned = text.replace(CONTROLS, (run, at: number) =>
    isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + run.length)) ? run : '',
  );
  const faults: string[] = [];
  if (text.includes('\ufffd')) faults.push('有残缺的字（显示为“�”），可能是导出时按长度截断');
  if (text.includes('锟斤拷')) faults.push('有“锟斤拷”，是编码转换时丢失的字');
  if (text.search(CONTROLS) >= 0) faults.push(cleaned === text ? '数字中间有控制字符' : '有看不见的控制字符，已去掉');
  return { text: cleaned, message: `${faults.join('；')}，请对照原件核对` };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
