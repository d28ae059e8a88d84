// 绩效表 from spreadsheets: one form a sheet, forty sheets a file; all of a file is one undo step.
import { basename } from 'node:path';
import type { Project } from '#shared/domain/project.ts';
import { type ReadForm, readForms } from '#shared/goals/read-form.ts';
import { takeForm } from '#shared/goals/take-form.ts';
import type { ImportProblem } from '#shared/import/preview.ts';
import { type Goal, goalId } from '#shared/records/goal.ts';
import { recordKey, recordsOf } from '#shared/records/records.ts';
import { AppError } from '#shared/values/app-error.ts';
import { bareText } from '#shared/values/fold-text.ts';
import { readBooks } from '../import/read-books.ts';
import type { Session } from '../session.ts';

export interface GoalsImport {
  /** Forms that were read, and goals that came of them. */
  forms: number;
  added: number;
  updated: number;
  known: number;
  problems: ImportProblem[];
}

export interface GoalsChoices {
  /** Of forms whose title names none. */
  year: number | null;
  /** Sheet name to the project that is meant; null: the sheet is left out. */
  pairs: ReadonlyMap<string, string | null>;
  dryRun: boolean;
}

/** Takes in a file; what cannot be told is named and left out. Errors (AppError): cannot-read, no-table-found. */
export async function importGoals(
  session: Session,
  path: string,
  { year, pairs, dryRun }: GoalsChoices,
): Promise<GoalsImport> {
  const [book] = await readBooks([path], new AbortController().signal, () => {});
  if (!book?.data) throw new AppError('cannot-read', book?.fault ?? `“${basename(path)}”读不出来。`);
  const data = session.planData();
  const problems: ImportProblem[] = [];
  const hidden = book.data.sheets.filter((sheet) => sheet.hidden);
  for (const { name } of hidden) problems.push(remark('info', 'hidden-sheet', name, '', '是隐藏的工作表，没有读入'));
  const shown = book.data.sheets.filter((sheet) => !sheet.hidden);
  const found = shown.map((sheet) => ({ sheet, forms: readForms(sheet) }));
  if (found.every(({ forms }) => forms.length === 0))
    throw new AppError(
      'no-table-found',
      `“${book.name}”里没有找到绩效表。表里应有“一级指标”“二级指标”“三级指标”“指标值”这样的列名。`,
    );
  for (const { sheet, forms } of found)
    if (forms.length === 0 && sheet.rows.length > 0)
      problems.push(remark('warning', 'no-table', sheet.name, '', '没有“一级指标”“三级指标”列，不是绩效表，没有读入'));
  const forms = found.flatMap((one) => one.forms);
  const byName = Map.groupBy(data.projects, ({ name }) => bareText(name));
  const byCode = new Map(data.projects.flatMap((one) => (one.code === null ? [] : [[one.code.trim(), one]])));
  const goals = new Map(recordsOf(data.records, 'goal'));
  const changed = new Map<string, Goal>();
  const counts = { added: 0, updated: 0, known: 0 };
  for (const form of forms) {
    const project = projectOf(form, { byName, byCode, pairs, all: data.projects }, problems);
    if (project === null) continue;
    const at = form.year ?? year;
    if (at === null) {
      problems.push(
        remark(
          'error',
          'year-unclear',
          form.sheet,
          '',
          '没有写是哪一年度的，没有读入；请在表题写“（2025年度）”，或说明年度（命令行 --year）',
        ),
      );
      continue;
    }
    const id = goalId(project.id, at);
    const taken = takeForm(form, project, at, goals.get(id) ?? null);
    problems.push(...taken.problems);
    if (form.indicators.length === 0)
      problems.push(remark('warning', 'no-indicator', form.sheet, '', `“${project.name}”没有绩效指标`));
    if (taken.isNew) counts.added += 1;
    else if (taken.isChanged) counts.updated += 1;
    else counts.known += 1;
    goals.set(id, taken.goal);
    if (taken.isChanged) changed.set(id, taken.goal);
  }
  if (!dryRun && changed.size > 0)
    session.change(
      'goals.import',
      `导入“${basename(path)}”：绩效目标新增 ${counts.added} 个，补填 ${counts.updated} 个`,
      (tx) => {
        for (const [id, value] of changed) tx.put('record', recordKey('goal', id), { kind: 'goal', id, value });
      },
    );
  return { forms: forms.length, ...counts, problems };
}

function remark(
  level: ImportProblem['level'],
  code: string,
  sheet: string,
  cell: string,
  words: string,
): ImportProblem {
  return {
    level,
    code,
    sheet,
    cell,
    raw: '',
    proposal: '',
    message: `“${sheet}”${cell === '' ? '' : ` ${cell}：`}${words}。`,
  };
}

interface Known {
  byName: ReadonlyMap<string, Project[]>;
  byCode: ReadonlyMap<string, Project>;
  pairs: GoalsChoices['pairs'];
  all: readonly Project[];
}

function projectOf(form: ReadForm, { byName, byCode, pairs, all }: Known, problems: ImportProblem[]): Project | null {
  const paired = pairs.get(form.sheet);
  if (paired === null) return null;
  if (paired !== undefined) {
    const found = all.find(({ id, code }) => id === paired || code === paired);
    if (!found) problems.push(remark('error', 'project-unknown', form.sheet, '', `没有编号为“${paired}”的项目`));
    return found ?? null;
  }
  const code = form.head.code?.text.trim() ?? '';
  const coded = code === '' ? undefined : byCode.get(code);
  if (coded) return coded;
  const name = form.head.name?.text ?? '';
  if (name === '') {
    problems.push(
      remark('error', 'project-unknown', form.sheet, '', `第 ${form.headerRow} 行的绩效表没有“项目名称”，没有读入`),
    );
    return null;
  }
  // A code in brackets before a name: [610001]….
  const found = byName.get(bareText(name.replace(/^\[[^\]]*\]/, ''))) ?? [];
  const [only] = found;
  if (only && found.length === 1) return only;
  const words = found.length === 0 ? '项目表里没有这个项目' : `项目表里有 ${found.length} 个同名的项目`;
  const cell = form.head.name?.cell ?? '';
  problems.push(
    remark(
      'error',
      'project-unknown',
      form.sheet,
      cell,
      `“${name}”${words}，没有读入；请改成项目表里的名称、写上项目编号，或说明是哪一个（命令行 --pair “${form.sheet}=项目编号”）`,
    ),
  );
  return null;
}
