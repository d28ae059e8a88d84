// The trend of yearly figures in words. The word is computed from the figures and never typed (handbook 1.2 D13: a plan
// wrote 逐年减少 over figures that go up and down).

export type Trend = 'flat' | 'up' | 'down' | 'mostly-up' | 'mostly-down' | 'peak' | 'trough' | 'waves';

const WORDS: Readonly<Record<Trend, string>> = {
  flat: '各年持平',
  up: '逐年增加',
  down: '逐年减少',
  'mostly-up': '总体增加、个别年度持平',
  'mostly-down': '总体减少、个别年度持平',
  peak: '先增后减',
  trough: '先减后增',
  waves: '有增有减、呈波动状',
};

/** The trend of figures in the order of their years; undefined for less than two. */
export function trendOf(values: readonly number[]): Trend | undefined {
  if (values.length < 2) return undefined;
  const steps = values.slice(1).map((value, index) => Math.sign(value - (values[index] ?? 0)));
  const moves = steps.filter((step) => step !== 0);
  const [first] = moves;
  if (first === undefined) return 'flat';
  const turns = moves.slice(1).filter((step, index) => step !== moves[index]).length;
  const isSteady = moves.length === steps.length;
  if (turns === 0) {
    if (first > 0) return isSteady ? 'up' : 'mostly-up';
    return isSteady ? 'down' : 'mostly-down';
  }
  if (turns > 1) return 'waves';
  return first > 0 ? 'peak' : 'trough';
}

export function trendWord(trend: Trend): string {
  return WORDS[trend];
}

/** What a writer may call a trend; the first pattern that fits counts. */
const CLAIMS: readonly { pattern: RegExp; allowed: readonly Trend[] }[] = [
  { pattern: /先[增升]后[减降]/g, allowed: ['peak'] },
  { pattern: /先[减降]后[增升]/g, allowed: ['trough'] },
  { pattern: /(?:逐年|逐步|持续|稳步|连年)(?:增加|增长|递增|上升|提高|扩大)/g, allowed: ['up'] },
  { pattern: /(?:逐年|逐步|持续|稳步|连年)(?:减少|递减|下降|降低|缩小)/g, allowed: ['down'] },
  { pattern: /各年(?:度)?(?:基本)?持平/g, allowed: ['flat'] },
];

export interface TrendClaim {
  start: number;
  end: number;
  raw: string;
  allowed: readonly Trend[];
}

/** Trend words in a text. */
export function findTrendClaims(text: string): TrendClaim[] {
  return CLAIMS.flatMap(({ pattern, allowed }) =>
    [...text.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      raw: match[0],
      allowed,
    })),
  ).sort((a, b) => a.start - b.start);
}
