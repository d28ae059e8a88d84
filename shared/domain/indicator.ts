// What an indicator of the plan is beyond its row in 表1 (SPECS F1, F2): how it is judged, its targets on the way, who
// answers for it, and what came of it in a year. Values stay texts as people write them.

/** 增长率: values are levels or yearly rates, the target a yearly rate; 个数占比: each village is to reach the target. */
export const INDICATOR_KINDS = ['数值', '定性', '增长率', '个数占比'] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

/** 保持…: a floor or a ceiling in every year, no path that leads to it. */
export const INDICATOR_DIRECTIONS = ['达到以上', '达到以下', '等于', '保持不低于', '保持不高于'] as const;
export type IndicatorDirection = (typeof INDICATOR_DIRECTIONS)[number];

export interface IndicatorDetails {
  /** null: told by its name, unit and values. */
  kind: IndicatorKind | null;
  direction: IndicatorDirection | null;
  /** Decimals of what it should have reached by a year; null: those of its values and two more. */
  decimals: number | null;
  /** Targets of years before the last, by year. */
  targets: Readonly<Record<string, string>>;
  targetNote: string;
  /** 数据来源. */
  source: string;
  /** 责任部门. */
  department: string;
  /** Other names under which sheets send it. */
  aliases: readonly string[];
  /** A row of 表1; false: a task beside it. */
  inPlan: boolean;
}

export const NO_DETAILS: IndicatorDetails = {
  kind: null,
  direction: null,
  decimals: null,
  targets: {},
  targetNote: '',
  source: '',
  department: '',
  aliases: [],
  inPlan: true,
};

export const VALUE_STATES = ['初步', '核定'] as const;

/** What an indicator came to in a year. */
export interface IndicatorValue {
  indicatorId: string;
  year: number;
  /** As written: 67.6, 应保尽保, 89/104. */
  text: string;
  state: (typeof VALUE_STATES)[number];
  /** Where the figure is from, when it was established, why it is behind and what is done about it. */
  source: string;
  date: string | null;
  note: string;
}

/** The id of the record of a value. */
export function valueId(indicatorId: string, year: number): string {
  return `${indicatorId}@${year}`;
}
