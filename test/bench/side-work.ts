// One round of the works of imports and sums in one checkout, in a process of its own: node side-work.ts CHECKOUT NAME...
// All modules are those of that checkout. Prints processor time and time of each work as JSON.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Project } from '#shared/domain/project.ts';
import type { SheetCell, WorkbookData } from '#shared/sheet/sheet.ts';
import { median } from './measure.ts';
import { sumWorks } from './side-sums.ts';

export interface SideTime {
  cpuMs: number;
  ms: number;
}

const ROUNDS = 3;
const LISTED = 5000;
/** Ten times the annex of 红塔区. */
const PRINTED = 5140;

type Work = () => unknown;

const [root = '', ...names] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'xianjie-bench-side-'));
const works: Record<string, () => Promise<Work>> = {
  'reading 3,721 rows': reading,
  'recognising 3,721 rows': async () => recognising(await benchBook()),
  'recognising the annex of 514': () => recognisingFile('hongta-annex-514.xlsx'),
  'recognising the plan of 大冶': () => recognisingFile('daye-plan-2024.xlsx'),
  'matching 5,000, all new': () => matching((project) => ({ ...project, name: `${project.name}续`, town: '另一镇' })),
  'matching 5,000, all the same': () => matching((project) => project),
  'matching 5,000, half changed': () =>
    matching((project, index) => (index % 2 === 0 ? project : { ...project, name: project.name.replace('村', '') })),
  'layout of 5,140 rows on paper': layout,
  ...sumWorks({ load, planData }),
};

async function measure(work: Work): Promise<SideTime> {
  await work();
  const runs: SideTime[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    await work();
    const { user, system } = process.cpuUsage(cpu);
    runs.push({ cpuMs: (user + system) / 1000, ms: performance.now() - start });
  }
  return { cpuMs: median(runs.map(({ cpuMs }) => cpuMs)), ms: median(runs.map(({ ms }) => ms)) };
}

function load<T>(path: string): Promise<T> {
  return import(pathToFileURL(join(root, path)).href) as Promise<T>;
}

async function benchBook(): Promise<string> {
  const { makeBenchBook } = await load<typeof import('#test/support/make-bench-book.ts')>(
    'test/support/make-bench-book.ts',
  );
  const path = join(folder, 'sheet.xlsx');
  writeFileSync(path, makeBenchBook(3721));
  return path;
}

async function reading(): Promise<Work> {
  const { readWorkbookFile } =
    await load<typeof import('#electron/excel/read/index.ts')>('electron/excel/read/index.ts');
  const path = await benchBook();
  return () => readWorkbookFile(path);
}

async function recognisingFile(name: string): Promise<Work> {
  return recognising(join(root, 'test/fixtures', name));
}

async function recognising(path: string): Promise<Work> {
  const { readWorkbookFile } =
    await load<typeof import('#electron/excel/read/index.ts')>('electron/excel/read/index.ts');
  const book = await readWorkbookFile(path);
  const read = await reader();
  return () => read(book);
}

async function reader() {
  const { readWorkbookNow, tableContext } = await load<typeof import('#shared/import/read-workbook.ts')>(
    'shared/import/read-workbook.ts',
  );
  const { plan, reference } = await planData();
  const context = tableContext(plan, reference);
  return (book: WorkbookData) => readWorkbookNow(book, context);
}

/** Plan and reference of 红塔区 with some projects. */
async function planData(count = 1) {
  const { makeLargeWorkbook } = await load<typeof import('./large-workbook.ts')>('test/bench/large-workbook.ts');
  const { session } = makeLargeWorkbook(mkdtempSync(join(folder, 'plan-')), count);
  const data = session.planData();
  session.close();
  return data;
}

/** The sheet that holds changed projects, held against the list of the projects themselves. */
async function matching(change: (project: Project, index: number) => Project): Promise<Work> {
  const { makeVillageProjects } = await load<typeof import('./village-projects.ts')>('test/bench/village-projects.ts');
  const { planImport } = await load<typeof import('#shared/import/plan-import.ts')>('shared/import/plan-import.ts');
  const { reference } = await planData();
  const { projects } = makeVillageProjects(LISTED);
  const read = await reader();
  const tables = read(sheetOf(projects.map(change))).tables.map((table) => table.reading);
  const count = tables.reduce((sum, table) => sum + table.projects.length, 0);
  if (count !== LISTED) throw new Error(`${count} of ${LISTED} projects were read`);
  const options = { eraseBlanks: false, skipRows: new Set<string>(), pairs: new Map(), regionCode: '530402' };
  return () => planImport(tables, projects, reference, { ...options, mode: 'update' });
}

const COLUMNS: [header: string, value: (project: Project) => string | number | null][] = [
  ['项目名称', ({ name }) => name],
  ['乡镇', ({ town }) => town],
  ['村', ({ village }) => village],
  ['建设年限', ({ startAt, endAt }) => `${startAt}-${endAt}`],
  ['建设内容', ({ content }) => content],
  ['总投资（万元）', ({ amounts }) => (amounts.total ?? 0) / 1_000_000],
  ['受益户数', ({ households }) => households],
  ['受益人数', ({ people }) => people],
];

function sheetOf(projects: readonly Project[]): WorkbookData {
  const lines = [COLUMNS.map(([header]) => header), ...projects.map((one) => COLUMNS.map(([, value]) => value(one)))];
  const rows = lines.map((line, index) => {
    const cells = line.map((value, column): SheetCell => {
      const text = String(value ?? '');
      return {
        row: index + 1,
        column: column + 1,
        value: { kind: typeof value === 'number' ? 'number' : 'text', text },
      };
    });
    return { row: index + 1, hidden: false, cells };
  });
  return {
    format: 'xlsx',
    sheets: [{ name: '项目表', hidden: false, rows, merges: [], hiddenColumns: [] }],
    notes: [],
  };
}

async function layout(): Promise<Work> {
  const { layOut } = await load<typeof import('#shared/print/layout.ts')>('shared/print/layout.ts');
  const { annexDocument } = await load<typeof import('#shared/print/annex-document.ts')>(
    'shared/print/annex-document.ts',
  );
  const { jobFrom } = await load<typeof import('#shared/print/print-job.ts')>('shared/print/print-job.ts');
  const data = await planData(PRINTED);
  return () => layOut(annexDocument(data, jobFrom('annex', { subtotals: 'running' }), '2025年3月1日'));
}

try {
  const times: Record<string, SideTime> = {};
  for (const [name, prepare] of Object.entries(works)) {
    if (names.length > 0 && !names.some((wanted) => name.includes(wanted))) continue;
    times[name] = await measure(await prepare());
  }
  console.log(JSON.stringify(times));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
