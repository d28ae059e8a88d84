// The policy documents that rules rest on (政策依据): number, title, and what it is used for here. Numbers as cited by the
// plans and notices that the handbook lists (chapter 3.1), titles shortened; the full texts are not part of the program.

export interface PolicyDocument {
  number: string;
  title: string;
  /** Years of the money for which it holds; absent: no end is known. */
  from?: number;
  to?: number;
}

export const POLICY_DOCUMENTS = {
  fund: { number: '财农〔2021〕19号', title: '中央财政衔接推进乡村振兴补助资金管理办法', from: 2021, to: 2025 },
  use: { number: '财农〔2022〕14号', title: '衔接资金使用管理的指导意见', from: 2022, to: 2025 },
  integration: { number: '财农〔2021〕22号', title: '脱贫县统筹整合使用财政涉农资金', from: 2021, to: 2025 },
  review: { number: '财农〔2021〕122号', title: '衔接资金绩效评价考核办法', from: 2021, to: 2025 },
  yunnanFund: { number: '云财农〔2021〕153号', title: '云南省财政衔接推进乡村振兴补助资金管理' },
  library: {
    number: '国乡振发〔2021〕3号',
    title: '做好县级巩固拓展脱贫攻坚成果和乡村振兴项目库建设管理的通知',
  },
  yunnanLibrary: { number: '云乡振处发〔2021〕10号', title: '云南省县级“十四五”乡村振兴项目库建设管理使用' },
  performance: { number: '财办农〔2019〕68号', title: '财政专项扶贫资金绩效管理操作指南' },
  document2026: { number: '2026年中央一号文件', title: '扎实推进乡村全面振兴的意见', from: 2026 },
  linkage: { number: '国乡振发〔2022〕9号', title: '联农带农机制的指导意见', from: 2022 },
  goals: { number: '财预〔2020〕10号', title: '项目支出绩效评价管理办法', from: 2020 },
  supervision: { number: '国办发〔2018〕35号', title: '扶贫项目资金绩效管理办法', from: 2018 },
  assets: { number: '国办函〔2021〕51号', title: '扶贫项目资产后续管理的指导意见' },
} as const satisfies Record<string, PolicyDocument>;

export type PolicyId = keyof typeof POLICY_DOCUMENTS;

/** 财农〔2021〕19号（…，适用2021—2025年） */
export function citation(id: PolicyId): string {
  const { number, title, from, to }: PolicyDocument = POLICY_DOCUMENTS[id];
  const years = from === undefined ? '' : to === undefined ? `，适用${from}年起` : `，适用${from}—${to}年`;
  return `${number}（${title}${years}）`;
}
