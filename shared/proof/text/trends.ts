// Trend words (逐年减少, 先增后减) against the yearly figures of the draft's tables.
import type { Subject } from '#shared/text/subject.ts';
import { trendOf, trendWord } from '#shared/text/trend.ts';
import { seriesClaims } from '#shared/text/trend-marks.ts';
import type { DraftModel } from '../facts/draft-model.ts';
import type { FactIndex } from '../facts/fact-index.ts';
import type { Fact } from '../facts/table-facts.ts';
import type { ProofFinding, ProofPlace } from '../finding.ts';
import type { Flow } from '../flow.ts';

export interface ProvedTrends {
  findings: ProofFinding[];
  checked: ProofPlace[];
}

/** The figures of the years of the plan of one subject, in order; undefined where one lacks. */
function seriesOf(subject: Subject, dimension: string, { plan }: DraftModel, index: FactIndex): Fact[] | undefined {
  const series: Fact[] = [];
  for (let year = plan.firstYear; year <= plan.lastYear; year += 1) {
    const fact = index.of({ ...subject, year }, dimension).find(({ measure }) => measure === '');
    if (fact) series.push(fact);
  }
  return series.length > 2 && series.length === plan.lastYear - plan.firstYear + 1 ? series : undefined;
}

export function proveTrends(flow: Flow, model: DraftModel, index: FactIndex): ProvedTrends {
  const proved: ProvedTrends = { findings: [], checked: [] };
  for (const { claim, subject, says } of seriesClaims(flow.text, model.plan, model.vocabulary.mentionsIn)) {
    const where = flow.placeOf(claim.start, claim.end);
    const wrong: string[] = [];
    const against: ProofPlace[] = [];
    let actual: string | null = null;
    for (const [dimension, word, isSaid] of [
      ['个', '项目个数', says.count],
      ['money', '投资', says.money],
    ] as const) {
      const series = isSaid ? seriesOf(subject, dimension, model, index) : undefined;
      if (!series) continue;
      proved.checked.push(where);
      const trend = trendOf(series.map(({ term }) => term.figure.value));
      if (trend === undefined || claim.allowed.includes(trend)) continue;
      actual = trendWord(trend);
      against.push(...series.map(({ term }) => term.place));
      const shown = series.map(({ term }) => term.figure.raw).join('→');
      wrong.push(`各年度${word}实际${actual}（${series[0]?.table.name ?? ''}：${shown}）`);
    }
    if (wrong.length === 0) continue;
    proved.findings.push({
      ...{
        rule: 'X06',
        level: 'error',
        raw: claim.raw,
        expected: actual,
        difference: null,
        where,
        against,
        cause: null,
      },
      message: `“${claim.raw}”与表不符：${wrong.join('；')}。`,
    });
  }
  return proved;
}
