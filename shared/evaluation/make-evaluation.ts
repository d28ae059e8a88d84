// An evaluation: chapters with their sentences and the tables T-1 to T-6, all of one day.
import { periodText } from '../domain/reference.ts';
import { indicatorTable } from '../indicators/indicator-table.ts';
import type { EvaluationBlock, EvaluationKind, EvaluationTable, EvaluationWords } from '../records/evaluation.ts';
import type { TableResult } from '../tables/table.ts';
import { classTable } from './class-table.ts';
import type { EvaluationFacts } from './facts.ts';
import { largeTable, lateTable } from './project-tables.ts';
import {
  changeSentences,
  fundSentences,
  indicatorSentences,
  introduction,
  problemSentences,
  projectSentences,
} from './sentences.ts';
import { sourceTable } from './source-table.ts';
import { yearTable } from './year-table.ts';

/** 玉溪市红塔区…规划（2021—2025 年）中期评估报告. */
export function evaluationTitle({ plan }: EvaluationFacts['data'], kind: EvaluationKind, asOf: string): string {
  const name = `${plan.regionName}${plan.name}规划（${periodText(plan)}）`;
  return kind === '年度' ? `${name}\n${asOf.slice(0, 4)} 年度实施情况报告` : `${name}\n${kind}评估报告`;
}

const kept = ({ charts: _charts, unit: _unit, source: _source, ...table }: TableResult): EvaluationTable =>
  table as EvaluationTable;

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The report as blocks, tables numbered through. */
export function makeEvaluation(
  facts: EvaluationFacts,
  kind: EvaluationKind,
  words: EvaluationWords,
): EvaluationBlock[] {
  let number = 0;
  let chapter = 0;
  const heading = (text: string): EvaluationBlock => {
    chapter += 1;
    return { kind: 'heading', text: `${'一二三四五六七八九'[chapter - 1] ?? chapter}、${text}` };
  };
  const texts = (said: readonly string[]): EvaluationBlock[] => said.map((text) => ({ kind: 'paragraph', text }));
  const table = (one: EvaluationTable): EvaluationBlock => {
    number += 1;
    return { kind: 'table', table: { ...one, number: `表${number}` } };
  };
  const problems = lines(words.problems);
  const measures = lines(words.measures);
  return [
    heading('评估说明'),
    ...texts(introduction(facts, kind, words.officer)),
    heading('规划指标完成情况'),
    ...texts(indicatorSentences(facts)),
    table({ ...kept(indicatorTable(facts.data, facts.year)), id: 'evaluation-indicators' }),
    heading('规划项目实施情况'),
    ...texts(projectSentences(facts)),
    table(classTable(facts)),
    table(yearTable(facts)),
    heading('资金筹措和使用情况'),
    ...texts(fundSentences(facts)),
    table(sourceTable(facts)),
    heading('重大项目进展'),
    table(largeTable(facts)),
    heading('规划调整情况'),
    ...texts(changeSentences(facts)),
    heading('存在问题'),
    ...texts([...problemSentences(facts), ...problems]),
    table(lateTable(facts)),
    heading('措施和建议'),
    ...texts(measures.length > 0 ? measures : ['（由评估单位填写。）']),
  ];
}
