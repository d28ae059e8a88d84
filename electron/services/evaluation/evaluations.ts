// 规划评估: made as of a day and kept in the workbook, written as .docx from what was kept, held against today.
import type { WordBlock } from '#electron/word/blocks.ts';
import { type ChangedCell, changedSince } from '#shared/evaluation/changed-since.ts';
import { evaluationFacts } from '#shared/evaluation/facts.ts';
import { evaluationTitle, makeEvaluation } from '#shared/evaluation/make-evaluation.ts';
import { lastPrinted } from '#shared/orders/expected.ts';
import {
  type Evaluation,
  type EvaluationKind,
  type EvaluationTable,
  type EvaluationWords,
  evaluationId,
} from '#shared/records/evaluation.ts';
import { recordKey, recordsOf } from '#shared/records/records.ts';
import type { TableResult } from '#shared/tables/table.ts';
import { AppError } from '#shared/values/app-error.ts';
import { assertOtherFile, type Written, written } from '../export.ts';
import type { Session } from '../session.ts';
import { stateCodeOf } from '../state-code.ts';

export interface EvaluationChoices extends EvaluationWords {
  kind: EvaluationKind;
  asOf: string;
  /** The year in which the indicators are judged; null: the newest with a value up to the day. */
  year: number | null;
  /** 重大项目 are those of at least so much, in 分. */
  leastFen: number;
}

function blocksNow(session: Session, { kind, asOf, year, leastFen, ...words }: EvaluationChoices) {
  const version = lastPrinted(session.versions());
  const facts = evaluationFacts(
    {
      data: session.planData(),
      execution: session.execution(),
      orders: session.orders(),
      printed:
        version === null ? null : { name: version.name, count: version.projectCount, totalFen: version.totalFen },
    },
    { asOf, year, leastFen },
  );
  return { facts, blocks: makeEvaluation(facts, kind, words) };
}

/** Makes it as of the day and keeps it, as one undo step; one of the same kind and day is replaced. */
export function makeKeptEvaluation(session: Session, choices: EvaluationChoices, now: Date): { id: string } {
  const { kind, asOf, officer, problems, measures, leastFen } = choices;
  const { facts, blocks } = blocksNow(session, choices);
  const id = evaluationId(kind, asOf);
  const value: Evaluation = {
    ...{ kind, asOf, year: facts.year, madeAt: now.toISOString(), title: evaluationTitle(facts.data, kind, asOf) },
    ...{ leastFen, officer, problems, measures, blocks },
  };
  const isThere = recordsOf(session.planData().records, 'evaluation').has(id);
  session.change('evaluation.make', `${isThere ? '重新' : ''}形成${kind}评估（截至 ${asOf}）`, (tx) =>
    tx.put('record', recordKey('evaluation', id), { kind: 'evaluation', id, value }),
  );
  return { id };
}

function evaluationById(session: Session, id: string): Evaluation {
  const found = recordsOf(session.planData().records, 'evaluation').get(id);
  if (!found) throw new AppError('not-found', '这份评估已不在，可能刚被删除或撤销。');
  return found;
}

export interface EvaluationView extends Omit<Evaluation, 'blocks'> {
  id: string;
  tables: number;
}

/** All that are kept, the newest day first. */
export function listEvaluations(session: Session): EvaluationView[] {
  return [...recordsOf(session.planData().records, 'evaluation')]
    .map(([id, { blocks, ...rest }]) => ({ ...rest, id, tables: blocks.filter(({ kind }) => kind === 'table').length }))
    .sort((a, b) => (a.asOf < b.asOf ? 1 : a.asOf > b.asOf ? -1 : 0));
}

/** One with its blocks, and what of its figures is another today, computed for the same day. */
export function readEvaluation(session: Session, id: string): { evaluation: Evaluation; changed: ChangedCell[] } {
  const evaluation = evaluationById(session, id);
  return { evaluation, changed: changedSince(evaluation, blocksNow(session, evaluation).blocks) };
}

/** Takes it out of the workbook, as one undo step. */
export function removeEvaluation(session: Session, id: string): void {
  const { kind, asOf } = evaluationById(session, id);
  session.change('evaluation.remove', `删除${kind}评估（截至 ${asOf}）`, (tx) =>
    tx.put('record', recordKey('evaluation', id), null),
  );
}

function tableOf(table: EvaluationTable): TableResult {
  return { ...table, unit: '万元', source: '', charts: [] } as TableResult;
}

/** Writes what was kept as .docx. Errors (AppError): not-found, cannot-write, disk-full. */
export async function exportEvaluation(session: Session, id: string, target: string): Promise<Written> {
  assertOtherFile(target, session.file.path);
  const { blocks, title } = evaluationById(session, id);
  const { writeWordDocument } = await import('#electron/word/document.ts');
  const word = blocks.map((block): WordBlock => {
    if (block.kind === 'heading') return { kind: 'heading', level: 1, text: block.text };
    if (block.kind === 'paragraph') return { kind: 'paragraph', texts: [{ text: block.text }] };
    const { id: table, number, title: name } = block.table;
    return { kind: 'table', id: table, number, title: name, table: tableOf(block.table) };
  });
  const options = { look: 'official', numbering: 'plain', contents: false } as const;
  await writeWordDocument(target, word, { ...options, title: title.split('\n'), code: stateCodeOf(session) });
  return written(target);
}
