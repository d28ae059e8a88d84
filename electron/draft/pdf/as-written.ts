// Characters of a PDF as they were written: browsers name the glyphs of some Chinese fonts by radicals that look the same.

/** Radicals beside the characters whose glyph they share, where Unicode itself does not say so. */
const RADICALS =
  '⺠民⺟母⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟';

export function asWritten(text: string): string {
  if (!/[\u2e80-\u2fdf]/.test(text)) return text;
  return text
    .replace(/[\u2f00-\u2fdf]/g, (radical) => radical.normalize('NFKC'))
    .replace(/[\u2e80-\u2eff]/g, (radical) => RADICALS[RADICALS.indexOf(radical) + 1] ?? radical);
}
