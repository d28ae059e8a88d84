// What the findings of a proof are called in the window and in the list of them; ids are those of 勾稽审核 where one fits.

export const PROOF_RULES: Readonly<Record<string, string>> = {
  T01: '表内各列之和',
  T03: '标题行与下属各行之和',
  T04: '合计行、占比与表内数',
  T18: '提法前后一致',
  X01: '表与表、表与工作簿',
  X02: '正文的数',
  X03: '图表编号',
  X06: '走势的说法',
  X07: '缺列或表头错位',
};

/** The name of a rule; its id where there is none. */
export function proofRuleName(id: string): string {
  return PROOF_RULES[id] ?? id;
}
