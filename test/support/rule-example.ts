// Turns the example of a rule into a plan and runs the checks on it.
import type { Finding } from '#shared/checks/finding.ts';
import { parsePublished } from '#shared/checks/parse-published.ts';
import type { ExampleExecution, ExampleProject, ExampleSubtotal, RuleExample } from '#shared/checks/rule-example.ts';
import { runChecks } from '#shared/checks/run-checks.ts';
import type { Claim } from '#shared/domain/claims.ts';
import { type Execution, FEE } from '#shared/domain/execution.ts';
import type { Project } from '#shared/domain/project.ts';
import { checkExecution } from '#shared/execution-checks/check-execution.ts';
import { wan } from '#shared/values/money.ts';
import { makeProject, planWith } from '../unit/seeds/sample-plan.ts';
import { makeBatch, makeEvent, makeLine, makeNote, makePayment } from './execution-facts.ts';

function toProject({ total, bySource, byYear, cells, ...fields }: ExampleProject, index: number): Project {
  const money = { bySource: { ...bySource }, byYear: { ...byYear }, cells: { ...cells } };
  return makeProject(`e${index}`, { ...money, ...(total === undefined ? {} : { total }) }, fields);
}

function toClaim({ row, categoryId, count, total }: ExampleSubtotal, index: number): Claim {
  const figure = (column: string, value: number | undefined, raw: string): Claim['figures'] =>
    value === undefined
      ? []
      : [{ column, header: column === 'count' ? '项目个数' : '总投资', value, decimals: 2, cell: null, raw }];
  return {
    ...{
      id: `claim${index}`,
      origin: 'import',
      table: '项目表',
      row,
      file: 'a.xlsx',
      sheetRow: index + 4,
      batchId: null,
    },
    ...{ categoryId, heldAtImport: false },
    figures: [
      ...figure('count', count, String(count)),
      ...figure('total', total === undefined ? undefined : wan(total), total ?? ''),
    ],
  };
}

function toExecution(example: ExampleExecution): Execution {
  const idOf = (project: number | 'fee'): string => (project === 'fee' ? FEE : `e${project}`);
  return {
    batches: (example.batches ?? []).map(({ id, amount, ...more }) => makeBatch(id, amount, more)),
    lines: (example.lines ?? []).map(({ batch, project, amount, date = null }) =>
      makeLine(batch, idOf(project), amount, { date }),
    ),
    payments: (example.payments ?? []).map(({ project, date, amount, batch = null }) =>
      makePayment(idOf(project), date, amount, batch),
    ),
    notes: (example.notes ?? []).map(({ project, date, percent = null, done = null }) =>
      makeNote(idOf(project), date, percent, done),
    ),
    events: (example.events ?? []).map(({ project, step, date, settled, ...more }) =>
      makeEvent(idOf(project), step, date, { ...more, settledFen: settled === undefined ? null : wan(settled) }),
    ),
  };
}

/** The findings of an example. */
export function runExample(example: RuleExample): Finding[] {
  const projects = (example.projects ?? []).map(toProject);
  const [first] = projects;
  const plan = planWith(projects);
  const { settings, execution } = example;
  const data = {
    ...plan,
    reference: { ...plan.reference, agencies: example.agencies ?? [] },
    claims: (example.subtotals ?? []).map(toClaim),
    records: settings ? { 'rule-settings': new Map([[settings.rule, settings]]) } : {},
  };
  const found = runChecks(data, {
    printed: (example.tables ?? []).map((table) => parsePublished(table, '例表.json')),
    ...(first && example.raw !== undefined
      ? {
          rawAmounts: new Map([[first.id, [{ column: 'total', cell: 'H5', raw: example.raw, unit: '万元' as const }]]]),
        }
      : {}),
    ...(example.before ? { baseline: { name: '上一版', projects: example.before.map(toProject) } } : {}),
  });
  return execution ? [...found, ...checkExecution(data, toExecution(execution), execution.asOf)] : found;
}
