// Nine counties report to a city in any order, some twice, some with an old list, some with a damaged file, while the city
// works on the list: the tables are always the same in the end.
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createImporter, type Importer } from '#electron/services/import/importer.ts';
import { editProjects } from '#electron/services/project-edit.ts';
import { removeProjects } from '#electron/services/projects.ts';
import type { Session } from '#electron/services/session.ts';
import type { Project } from '#shared/domain/project.ts';
import { computeTables } from '#shared/tables/compute.ts';
import { tableJson } from '#shared/tables/table-json.ts';
import { fc } from '#test/support/fc.ts';
import {
  cityRegions,
  countyFile,
  countyProjects,
  NINE_COUNTIES,
  type ReportingCounty,
} from '#test/support/nine-counties.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';

const folder = makeTempFolder();
const PROJECTS = 10;

type What = 'early' | 'late' | 'damaged';

function write(county: ReportingCounty, what: What): string {
  const version = what === 'early' ? 1 : 2;
  const day = what === 'early' ? '2025-10-20' : '2025-11-20';
  const { name, bytes } = countyFile(county, countyProjects(county, version, PROJECTS), day);
  const file = path.join(folder, `${what}${name}`);
  writeFileSync(file, what === 'damaged' ? bytes.subarray(0, Math.floor(bytes.length / 2)) : bytes);
  return file;
}

const FILES = NINE_COUNTIES.map((county) => ({
  early: write(county, 'early'),
  late: write(county, 'late'),
  damaged: write(county, 'damaged'),
}));

/** Taken in as a clerk does who answers nothing: what must be asked is not taken in. */
async function arrive(session: Session, importer: Importer, file: string): Promise<void> {
  const preview = await importer.inspect(session, [file]);
  const isOpen = preview.questions.some(({ assumed }) => assumed === null) || preview.tables.length === 0;
  if (isOpen) importer.cancel(preview.previewId);
  else await importer.commit(session, preview.previewId);
}

/** What the city does to the third, fourth and first project of a county; only to what the county leaves alone. */
const EDITS = ['amount', 'note', 'remove'] as const;
type Edit = (typeof EDITS)[number];

function stable(county: ReportingCounty): string[] {
  const late = new Map(countyProjects(county, 2, PROJECTS).map((one) => [one.name, one]));
  return countyProjects(county, 1, PROJECTS)
    .filter((one) => late.get(one.name)?.totalFen === one.totalFen)
    .map(({ name }) => name);
}

function find(session: Session, county: ReportingCounty, index: number): Project | undefined {
  const name = stable(county)[index];
  return session.planData().projects.find((one) => one.regionCode === county.code && one.name === name);
}

/** True where it was done, now or before. */
function edit(session: Session, county: ReportingCounty, what: Edit): boolean {
  const project = find(session, county, EDITS.indexOf(what));
  if (!project) return false;
  if (what === 'remove') removeProjects(session, [project.id]);
  else {
    const cell = what === 'amount' ? { column: 'total', text: '12.34' } : { column: 'note', text: '市里已核对' };
    editProjects(session, { edits: [{ id: project.id, ...cell }], additions: [], skipInvalid: false } as never);
  }
  return true;
}

/** All tables, 表2 and 表3 among them, and what the list says, without ids and order. */
function outcome(session: Session): unknown {
  const data = session.planData();
  const tables = computeTables(data).map(tableJson);
  const list = data.projects
    .map(({ regionCode, name, note, categoryId, amounts }) =>
      JSON.stringify([regionCode, name, note, categoryId, amounts]),
    )
    .sort();
  return { tables, list };
}

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('file' as const),
      county: fc.nat(8),
      what: fc.constantFrom<What>('early', 'late', 'damaged'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('edit' as const), county: fc.nat(8), what: fc.constantFrom(...EDITS) }),
  },
);
type Step = { kind: 'file'; county: number; what: What } | { kind: 'edit'; county: number; what: Edit };

/** Runs the steps, then whatever has not come yet, so that every run has seen the same in the end. */
async function run(steps: readonly Step[]): Promise<unknown> {
  const file = makeWorkbook(folder, { regionCode: '530400', regions: cityRegions() });
  const { session } = openSession(file);
  const importer = createImporter(() => undefined);
  const done = new Set<string>();
  try {
    for (const { kind, county, what } of steps) {
      if (kind === 'file') {
        await arrive(session, importer, FILES[county]?.[what] ?? '');
        if (what === 'late') done.add(`late${county}`);
      } else if (!done.has(`${what}${county}`) && edit(session, NINE_COUNTIES[county] as ReportingCounty, what))
        done.add(`${what}${county}`);
    }
    for (const [index, county] of NINE_COUNTIES.entries()) {
      if (!done.has(`late${index}`)) await arrive(session, importer, FILES[index]?.late ?? '');
      for (const what of EDITS) if (!done.has(`${what}${index}`)) expect(edit(session, county, what)).toBe(true);
    }
    return outcome(session);
  } finally {
    importer.cancel(null);
    session.close();
    rmSync(file, { force: true });
  }
}

it('in any order, twice, stale, damaged, with edits between: the same tables', async () => {
  const expected = await run([]);
  expect((expected as { list: string[] }).list).toHaveLength(
    NINE_COUNTIES.reduce((sum, county) => sum + countyProjects(county, 2, PROJECTS).length - 1, 0),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 18 }), async (steps) => {
      expect(await run(steps as Step[])).toEqual(expected);
    }),
    { numRuns: 4, endOnFailure: true },
  );
}, 120_000);
