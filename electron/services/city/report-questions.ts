// What is asked and told before a county's report takes the place of the one before: an older one, two versions at once,
// one that lacks most of what was there.
import { countAndSum } from '#shared/city/county-preview.ts';
import type { Submission } from '#shared/city/submission.ts';
import { categoryPath } from '#shared/domain/categories.ts';
import { columnsOf } from '#shared/domain/fields.ts';
import { NAMELESS, type Project } from '#shared/domain/project.ts';
import type { PlannedRow } from '#shared/import/plan-import.ts';
import type { CountyPreview, ImportProblem, ImportQuestion } from '#shared/import/preview.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { addFen, wanText, ZERO } from '#shared/values/money.ts';
import type { CountyTake } from './take-county.ts';

/** Two files that are versions of one list, of which nothing says which is the later one. */
export function askWhichFile(code: string, name: string, rivals: readonly Submission[]): ImportQuestion {
  const days = rivals.map(({ file, asOf }) => `“${file}”${asOf === null ? '（没有写日期）' : `（${asOf}）`}`);
  return {
    id: `report/${code}/file`,
    message: `${name}有 ${rivals.length} 份表：${days.join('、')}，项目大多相同而内容不同，像是同一份表的几稿，看不出哪一份在后。请选定收哪一份；命令行请只导入其中一份。`,
    options: rivals.map(({ file, fileIndex }) => ({ value: String(fileIndex), label: file })),
    assumed: null,
  };
}

/** null: nothing is in doubt. */
export function askAboutReport(
  { code, name, rows }: { code: string; name: string; rows: readonly { existing: Project | null; action: string }[] },
  { state, merge, list }: CountyTake,
  present: readonly Project[],
  filesBefore: readonly string[],
): ImportQuestion | null {
  const replace = { value: 'replace', label: `收下，替换${name}原来的项目` };
  const skip = { value: 'skip', label: '不收，项目不动' };
  if (state.kind === 'stale') {
    return {
      id: `report/${code}/stale`,
      message: `${name}的“${list.files.join('、')}”像是旧表：${state.reason}。`,
      options: [skip, replace],
      assumed: 'skip',
    };
  }
  // A report that came in several files is not replaced by one of them.
  const isPart = filesBefore.length > list.files.length && merge.withdrawn.length > 0;
  if (!isPart && merge.withdrawn.length * 2 <= present.length) return null;
  const { projects, totalWan } = countAndSum(merge.withdrawn);
  const found = rows.filter(({ existing }) => existing !== null).length;
  const isOther = found * 2 < rows.length;
  const why = isPart
    ? `上次是 ${filesBefore.length} 个文件（${filesBefore.join('、')}），这次只有其中一部分；`
    : isOther
      ? '像是另外一部分项目；'
      : '';
  return {
    id: `report/${code}/extent`,
    message:
      `${name}原有 ${present.length} 个项目，这次的表 ${rows.length} 个，其中 ${found} 个是原有的：` +
      `替换要撤回 ${projects} 个、${totalWan} 万元。${why === '' ? '' : `${why}命令行请写 --mode replace 或 --mode update。`}`,
    options: [
      { value: 'replace', label: `替换：撤回这 ${projects} 个` },
      { value: 'add', label: '补充：原有的项目留着' },
      skip,
    ],
    assumed: why === '' ? 'replace' : null,
  };
}

export function skippedFile(name: string, { file, asOf }: Submission, because: string): ImportProblem {
  const day = asOf === null ? '' : `（${asOf}）`;
  return problem(
    'warning',
    'report-superseded',
    file,
    `${name}的“${file}”${day}没有收：同时导入的“${because}”是同一份表，内容相同或日期在后。`,
  );
}

/** What the list loses or keeps by a report, in sentences. */
export function noticeReport(
  { name, taken, withdrawn, files }: CountyPreview,
  { state, merge }: CountyTake,
  data: PlanData,
  answer: string,
): ImportProblem[] {
  const raw = files.join('、');
  if (taken === 'skip' && state.kind === 'stale')
    return [
      problem(
        'error',
        'report-stale',
        raw,
        `${name}的“${raw}”没有收：${state.reason}。项目没有改动；确要收的，命令行写 --mode replace，窗口里在“需要确认”中选。`,
      ),
    ];
  if (answer !== 'replace' && answer !== 'add') return [];
  const told: ImportProblem[] = [];
  if (withdrawn.projects > 0) {
    const names = withdrawn.names.slice(0, NAMED).map((one) => `“${one}”`);
    const more = withdrawn.projects > NAMED ? '等' : '';
    told.push(
      problem(
        'warning',
        'report-withdrawn',
        raw,
        `${name}这次没有报的 ${withdrawn.projects} 个项目、${withdrawn.totalWan} 万元撤回：${names.join('、')}${more}。`,
      ),
    );
  }
  if (merge.withdrawnChanged.length > 0)
    told.push(
      problem(
        'warning',
        'report-withdrawn-edited',
        raw,
        `撤回的项目中有 ${merge.withdrawnChanged.length} 个市里改过：${namesOf(merge.withdrawnChanged)}。`,
      ),
    );
  for (const { project, fields } of merge.overruled.slice(0, MOST_TOLD)) {
    const texts = fields.map(
      ({ key, mine, theirs }) =>
        `${fieldName(key, data)}市里改为 ${textOf(key, mine, data)}、县里改为 ${textOf(key, theirs, data)}`,
    );
    told.push(
      problem(
        'warning',
        'report-overruled',
        project.name || NAMELESS,
        `${name}“${project.name || NAMELESS}”县里和市里都改过：${texts.join('；')}。以县里的为准，要用市里的请再改回来。`,
      ),
    );
  }
  if (merge.overruled.length > MOST_TOLD)
    told.push(
      problem(
        'warning',
        'more-problems',
        raw,
        `${name}还有 ${merge.overruled.length - MOST_TOLD} 个县里和市里都改过的项目，没有逐条列出。`,
      ),
    );
  return told;
}

/** Headings of a county's list that no class answers to, with their projects and money. */
export function noticeUnmapped(name: string, rows: readonly PlannedRow[]): ImportProblem[] {
  const open = rows.filter(({ project }) => (project.values.categoryId ?? null) === null);
  return [...Map.groupBy(open, ({ project }) => project.unknownHeading)].map(([heading, own]) => {
    const totalWan = wanText(addFen(ZERO, ...own.map(({ project }) => project.amounts.total ?? ZERO)));
    const what = heading === '' ? '没有写类别的项目' : `类别“${heading}”在本规划里没有对应的类别`;
    return problem(
      'warning',
      'class-unmapped',
      heading,
      `${name}${what}：${own.length} 个项目、${totalWan} 万元列为未分类。`,
    );
  });
}

const NAMED = 5;
const MOST_TOLD = 50;

function namesOf(projects: readonly Project[]): string {
  const names = projects.slice(0, NAMED).map(({ name }) => `“${name || NAMELESS}”`);
  return `${names.join('、')}${projects.length > NAMED ? '等' : ''}`;
}

function fieldName(key: keyof Project, { plan, reference }: PlanData): string {
  if (key === 'amounts') return '金额';
  if (key === 'own') return '自定义栏目';
  return columnsOf(plan, reference).find((column) => column.key === key)?.label ?? '内容';
}

function textOf(key: keyof Project, value: unknown, { reference }: PlanData): string {
  if (key === 'amounts') return `${wanText((value as Project['amounts']).total ?? ZERO)} 万元`;
  if (key === 'categoryId') return `“${categoryPath(reference, value as string | null).join(' › ') || '未分类'}”`;
  if (key === 'own') return `“${Object.values((value as Project['own']) ?? {}).join('、')}”`;
  return `“${String(value ?? '')}”`;
}

function problem(level: ImportProblem['level'], code: string, raw: string, message: string): ImportProblem {
  return { level, code, sheet: '', cell: '', raw, message, proposal: '' };
}
