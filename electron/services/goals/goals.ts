// Goals offered from the projects, saved, taken out, and written as forms.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeForms } from '#electron/excel/write/forms.ts';
import { formSheet, type GoalForm } from '#shared/goals/form-sheet.ts';
import { proposeGoal } from '#shared/goals/propose-goal.ts';
import { type Goal, goalId } from '#shared/records/goal.ts';
import { recordKey, recordsOf } from '#shared/records/records.ts';
import { AppError } from '#shared/values/app-error.ts';
import { assertOtherFile } from '../export.ts';
import { goneProject, type Session } from '../session.ts';
import { stateCodeOf } from '../state-code.ts';
import { goalsOf } from './goal-facts.ts';

/** So many sheets a file: more are hard to find one's way in. */
const SHEETS_A_FILE = 40;

/** Whether a project has anything to do in a year: money planned in it, or a line of its batches. */
function isOfYear(session: Session, year: number): (id: string, byYear: Readonly<Record<string, number>>) => boolean {
  const { batches, lines } = session.execution();
  const years = new Map(batches.map((batch) => [batch.id, batch.year]));
  const released = new Set(lines.flatMap(({ batchId, projectId }) => (years.get(batchId) === year ? [projectId] : [])));
  return (id, byYear) => released.has(id) || (byYear[String(year)] ?? 0) !== 0;
}

/** Makes goals for the projects of a year that have none, from what they say of themselves; one undo step. */
export function proposeGoals(session: Session, year: number): { proposed: number; known: number } {
  const data = session.planData();
  const known = recordsOf(data.records, 'goal');
  const concerns = isOfYear(session, year);
  const projects = data.projects.filter(({ id, amounts }) => concerns(id, amounts.byYear));
  const fresh = projects.filter(({ id }) => !known.has(goalId(id, year)));
  if (fresh.length > 0)
    session.change('goals.propose', `按项目内容拟定 ${year} 年绩效目标 ${fresh.length} 个`, (tx) => {
      for (const project of fresh) {
        const id = goalId(project.id, year);
        tx.put('record', recordKey('goal', id), { kind: 'goal', id, value: proposeGoal(project, year) });
      }
    });
  return { proposed: fresh.length, known: projects.length - fresh.length };
}

/** Saves the goals of a project as typed, as one undo step. Errors (AppError): not-found for a project that is gone. */
export function saveGoal(session: Session, goal: Goal): void {
  const project = session.planData().projects.find(({ id }) => id === goal.projectId);
  if (!project) throw goneProject();
  const id = goalId(goal.projectId, goal.year);
  session.change('goals.save', `绩效目标“${project.name}”${goal.year}年`, (tx) =>
    tx.put('record', recordKey('goal', id), { kind: 'goal', id, value: goal }),
  );
}

/**
 * Writes the forms of a year: into a folder, forty sheets a file, or all into one .xlsx. Errors (AppError): not-found where
 * there are none.
 */
export async function exportForms(
  session: Session,
  folder: string,
  { form, year, month }: { form: GoalForm; year: number; month: number },
): Promise<{ files: string[]; forms: number; notes: string[] }> {
  const goals = goalsOf(session, year);
  if (goals.length === 0)
    throw new AppError('not-found', `还没有 ${year} 年的绩效目标，写不出${form}表。请先导入绩效表，或按项目内容拟定。`);
  const code = stateCodeOf(session);
  if (folder.toLowerCase().endsWith('.xlsx')) {
    assertOtherFile(folder, session.file.path);
    const sheets = goals.map((one) => formSheet(form, { ...one, month }));
    return { files: [folder], forms: goals.length, notes: await writeForms(folder, sheets, code) };
  }
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  const notes: string[] = [];
  const count = Math.ceil(goals.length / SHEETS_A_FILE);
  for (let at = 0; at < count; at += 1) {
    const own = goals.slice(at * SHEETS_A_FILE, (at + 1) * SHEETS_A_FILE);
    const file = join(folder, `${year}年绩效${form}表${count === 1 ? '' : `-${at + 1}`}.xlsx`);
    notes.push(
      ...(await writeForms(
        file,
        own.map((one) => formSheet(form, { ...one, month })),
        code,
      )),
    );
    files.push(file);
  }
  return { files, forms: goals.length, notes };
}
