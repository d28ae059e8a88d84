// The annex fixture as a plan, read cell by cell without the import engine: writer tests stand on it.
import { readFileSync } from 'node:fs';
import { readWorkbookBytes } from '#electron/excel/read/index.ts';
import { planDefaults, referenceFor } from '#seeds/index.ts';
import { annexColumns } from '#shared/domain/fields.ts';
import type { Project } from '#shared/domain/project.ts';
import type { Category } from '#shared/domain/reference.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import type { SheetCell, SheetData } from '#shared/sheet/sheet.ts';
import { type Fen, parseWan } from '#shared/values/money.ts';

export const FIXTURE = new URL('../../../../fixtures/hongta-annex-514.xlsx', import.meta.url);

/** A project with nothing but an id, a name and what the test is about. */
export function makeProject(id: string, name: string, values: Partial<Project> = {}): Project {
  return {
    ...{ id, name, position: 1, code: null, categoryId: null, regionCode: '530402', town: null, village: null },
    ...{ nature: null, content: null, startAt: null, endAt: null, households: null, people: null },
    ...{ poorHouseholds: null, poorPeople: null, villages: null, unit: null, department: null, implementer: null },
    ...{ person: null, phone: null, nationalType: null, nationalSubtype: null, goal: null, linkage: null },
    ...{ participation: null, subsidyStandard: null, documentNumber: null, note: null },
    ...{ originId: null, originWorkbook: null },
    amounts: { total: null, bySource: {}, byYear: {}, cells: {} },
    ...values,
  };
}

/** A plan of 红塔区 with the given projects. */
export function makePlan(projects: readonly Project[] = []): PlanData {
  return {
    plan: planDefaults('530402', 2021, 2025),
    reference: referenceFor('530402'),
    projects,
    claims: [],
    records: {},
  };
}

export async function readSheet(bytes: Uint8Array, index = 0): Promise<SheetData> {
  const book = await readWorkbookBytes(bytes, 'test.xlsx');
  const sheet = book.sheets[index];
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

/** All cells with a value as 'H12' -> text. */
export function cellTexts(sheet: SheetData): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { cells } of sheet.rows) {
    for (const cell of cells) if (cell.value) texts.set(`${cell.column}:${cell.row}`, cell.value.text);
  }
  return texts;
}

function textOf(cell: SheetCell | undefined): string | null {
  return cell?.value?.text ?? null;
}

/** The 514 projects of the fixture. */
export async function fixturePlan(): Promise<PlanData> {
  const sheet = await readSheet(readFileSync(FIXTURE));
  const empty = makePlan();
  const columns = annexColumns(empty.plan, empty.reference, new Set());
  const projects: Project[] = [];
  let top: string | null = null;
  let category: string | null = null;
  for (const { row, cells } of sheet.rows) {
    if (row < 6) continue;
    const at = (column: number) => cells.find((cell) => cell.column === column);
    const name = textOf(at(2)) ?? '';
    if (at(1)?.value?.kind !== 'number') {
      const scheme = empty.reference.categories.filter((candidate) => candidate.scheme === empty.plan.scheme);
      const ordinal = textOf(at(1)) ?? '';
      const isTop = ordinal !== '' && !ordinal.startsWith('（');
      const parent: string | null = isTop ? null : top;
      const found: Category | undefined = scheme.find(
        (candidate) => candidate.parent === parent && candidate.name === name,
      );
      if (!found) throw new Error(`no category ${name}`);
      if (isTop) top = found.id;
      category = found.id;
      continue;
    }
    projects.push(projectOf(projects.length + 1, name, category, columns, (index) => at(index + 2)));
  }
  return { ...empty, projects };
}

function projectOf(
  position: number,
  name: string,
  categoryId: string | null,
  columns: ReturnType<typeof annexColumns>,
  cellOf: (index: number) => SheetCell | undefined,
): Project {
  const project = makeProject(`p${position}`, name, { position, categoryId });
  columns.forEach((column, index) => {
    const text = textOf(cellOf(index));
    if (text === null || column.key === 'name') return;
    if (column.kind === 'amount') {
      const fen = parseWan(text) as Fen;
      if (column.source) project.amounts.bySource[column.source] = fen;
      else if (column.year) project.amounts.byYear[column.year] = fen;
      else project.amounts.total = fen;
    } else if (column.kind === 'period') {
      const [start = null, end = start] = text.split('-');
      Object.assign(project, { startAt: start, endAt: end });
    } else {
      Object.assign(project, { [column.key]: column.kind === 'integer' ? Number(text) : text });
    }
  });
  return project;
}
