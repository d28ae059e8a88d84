// Texts of any length to see how the cost of reading grows: ordinary words and signs, said again and again.

/** What is repeated: words of plans, and runs of one sign as they come out of a broken export. */
export const REPEATED: readonly string[] = [
  ...'0１一零甲村组类前年、，,。.(（[【"=-#①与和/'.split(''),
  ' ',
  '\n',
  '\t',
  '0,',
  '0,00',
  '(1)',
  '（5个',
  '甲村、乙村',
  '第一和',
  '甲乙组、',
  '表(',
  '小计(',
  '完成建成',
  '自然村',
  '社区居委会',
  '必填',
  '共5个',
  '(2021)  ',
  '其中20个，',
  '占5%',
  '由1元增加到2元，',
  '每年108万元，五年累计540万元，',
  '1+',
  '1.5万元',
  '到2025年，村级集体经济达到10万元。',
  '总投资10万元',
  '甲、乙等三类',
  '2021年',
  '长1米',
  '一组二期',
  '〔2021〕1号',
  '138****0000',
  'a.b-c_',
];

/** One of them to this length, and a sign behind that fits none. */
export function growText(unit: string, length: number): string {
  return `${unit.repeat(Math.ceil(length / unit.length)).slice(0, length)}\u00b6`;
}
