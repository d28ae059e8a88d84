// Classes and fund sources that an import would bring into the plan: learned from what was read, asked about, shown in the
// preview, and written with the import.
import type { Transaction, WorkbookKernel } from '#electron/db/kinds/index.ts';
import { categoryPath } from '#shared/domain/categories.ts';
import type { OwnColumn } from '#shared/domain/own-columns.ts';
import type { FundSource, PlanInfo, ReferenceData } from '#shared/domain/reference.ts';
import { columnFaults } from '#shared/frame/column-faults.ts';
import type { Frame } from '#shared/frame/frame.ts';
import type { FileTable } from '#shared/import/build-preview.ts';
import { type LearnedClasses, learnClasses, NEW_CLASS } from '#shared/import/learn-classes.ts';
import { learnSources } from '#shared/import/new-sources.ts';
import { learnOwnColumns } from '#shared/import/own-columns.ts';
import { hasOwnScheme } from '#shared/import/own-scheme.ts';
import type { ImportChoices, ImportPreview, ImportQuestion } from '#shared/import/preview.ts';
import type { TableChoices } from '#shared/import/reading.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { AppError } from '#shared/values/app-error.ts';
import { writeFrame } from '../frame/write-frame.ts';

/** The id of the question whose classes the plan is to have. */
const QUESTION = 'classes';

/** The plan with the classes and fund sources that an import brings. */
export interface ExtendedPlan {
  plan: PlanInfo;
  reference: ReferenceData;
  learned: LearnedClasses;
  newSources: readonly FundSource[];
  /** Own columns that the tables bring. */
  newColumns: readonly OwnColumn[];
}

/** An empty list whose first sheet has classes of its own: they may take the place of the plan's. */
function isOffered(tables: readonly FileTable[], data: PlanData): boolean {
  return (
    data.projects.length === 0 &&
    hasOwnScheme(
      tables.map(({ reading }) => reading),
      data.reference,
    )
  );
}

/** What the tables bring by the choices made; null where nothing becomes a class. */
export function extendPlan(
  tables: readonly FileTable[],
  data: PlanData,
  choices: ImportChoices,
  tableChoices: ReadonlyMap<string, TableChoices>,
): ExtendedPlan | null {
  const { plan, reference } = data;
  const readings = tables.map(({ reading }) => reading);
  const answer = choices.answers?.[QUESTION];
  const isAll = answer === 'add' || (answer === undefined && choices.classes === 'add');
  const isOwn = isOffered(tables, data) && (answer === 'own' || (answer === undefined && choices.classes === 'add'));
  const learn = (): LearnedClasses => {
    if (isOwn)
      return learnClasses(readings, plan, reference, { kind: 'own', name: `“${tables[0]?.file ?? ''}”的类别` });
    if (isAll) return learnClasses(readings, plan, reference, { kind: 'all' });
    const chosen = new Set(
      tables.flatMap(({ reading, identity }) => {
        const own = tableChoices.get(identity)?.categories ?? {};
        return reading.projects.filter(({ unknownHeading }) => own[unknownHeading] === NEW_CLASS);
      }),
    );
    return learnClasses(readings, plan, reference, { kind: 'chosen', isChosen: (project) => chosen.has(project) });
  };
  const learned = learn();
  const newSources = learnSources(
    readings.flatMap((reading) => reading.newSources),
    reference,
  );
  const newColumns = learnOwnColumns(
    readings.flatMap(({ kind, columns }) => (kind === 'projects' ? columns.map(({ key }) => key) : [])),
    reference,
  );
  const [fault] = columnFaults(reference, { ...reference, ownColumns: [...reference.ownColumns, ...newColumns] });
  if (fault && newColumns.length > 0) throw new AppError('invalid-input', fault.message);
  if (learned.categories.length + newSources.length + newColumns.length === 0) return null;
  return {
    learned,
    newSources,
    newColumns,
    plan: learned.scheme ? { ...plan, scheme: learned.scheme.id } : plan,
    reference: {
      ...reference,
      schemes: learned.scheme ? [...reference.schemes, learned.scheme] : reference.schemes,
      categories: [...reference.categories, ...learned.categories],
      fundSources: [...reference.fundSources, ...newSources],
      ownColumns: [...reference.ownColumns, ...newColumns],
    },
  };
}

/** Asks once whose classes the plan is to have, before it asks after each heading. */
export function askAboutClasses(
  preview: ImportPreview,
  tables: readonly FileTable[],
  data: PlanData,
  choices: ImportChoices,
): void {
  if (choices.answers?.[QUESTION] !== undefined) return;
  if (choices.classes === 'add' || choices.classes === 'none' || !isOffered(tables, data)) return;
  const words = [
    ...new Set(
      tables.flatMap(({ reading }) => reading.projects.flatMap(({ classWords }) => classWords.path[0]?.name ?? [])),
    ),
  ];
  const shown = words.slice(0, 4).map((name) => `“${name}”`);
  const question: ImportQuestion = {
    id: QUESTION,
    message: `这张表有自己的类别（${shown.join('、')}${words.length > shown.length ? `等 ${words.length} 类` : ''}），与规划的类别不是一套。项目表还是空的，可以用这张表的类别作为本规划的类别。`,
    options: [
      { value: 'own', label: '用这张表的类别体系（编号照表上的，附表、汇总表随之）' },
      { value: 'add', label: '加入现有的类别，作为新类别' },
      { value: 'match', label: '不加，逐个对应到现有的类别' },
    ],
    // Without anybody to ask, the plan keeps its classes.
    assumed: 'match',
    proposed: 'own',
  };
  // One question instead of one a heading; those come with the answer 逐个对应.
  preview.questions = [question, ...preview.questions.filter(({ id }) => !id.includes('/category:'))];
}

/** `--classes none`: what would be asked about is told, and left without a class. */
export function leaveUnknown(preview: ImportPreview, { classes }: ImportChoices): void {
  if (classes !== 'none') return;
  preview.questions = preview.questions.filter(({ id }) => !id.includes('/category:'));
  for (const problem of preview.problems) {
    if (problem.code !== 'category-unknown') continue;
    problem.level = 'info';
    problem.message = problem.message.replace(/暂列“未分类”。.*$/, '按要求列为“未分类”。');
    problem.proposal = '';
  }
}

/** What the preview says of the classes and sources that would come in. */
export function describeNewClasses(extended: ExtendedPlan | null, tables: readonly FileTable[]) {
  if (!extended) return { newClasses: [], newScheme: null, newFunds: [], newColumns: [] };
  const { learned, newSources, newColumns, reference } = extended;
  const counts = new Map<string, number>();
  for (const { reading } of tables) {
    for (const { values } of reading.projects) {
      const id = values.categoryId ?? null;
      if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return {
    newScheme: learned.scheme?.name ?? null,
    newColumns: newColumns.map(({ name }) => name),
    newFunds: newSources.map(({ name, parent }) => ({
      name,
      under: reference.fundSources.find(({ id }) => id === parent)?.name ?? null,
    })),
    newClasses: learned.categories.map(({ id, ordinal }) => ({
      path: categoryPath(reference, id).join(' › '),
      ordinal,
      projects: counts.get(id) ?? 0,
    })),
  };
}

/** Puts the new classes and sources into the frame, before the projects that use them. */
export function writeNewClasses(tx: Transaction, kernel: WorkbookKernel, frame: Frame, extended: ExtendedPlan): void {
  const { learned, newSources, newColumns } = extended;
  writeFrame(tx, kernel, frame, {
    ...frame,
    plan: learned.scheme ? { ...frame.plan, scheme: learned.scheme.id } : frame.plan,
    schemes: learned.scheme ? [...frame.schemes, learned.scheme] : frame.schemes,
    categories: [...frame.categories, ...learned.categories],
    fundSources: [...frame.fundSources, ...newSources],
    ownColumns: [...frame.ownColumns, ...newColumns],
  });
}
