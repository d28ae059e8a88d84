// Packages: a package of 5,000 projects made and taken in — at first, with a hundred of them changed, and the same beside 500
// edits of the receiver's own.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPackageFile } from '#electron/services/package/read-package.ts';
import type { Project } from '#shared/domain/project.ts';
import { makeOffice, type TestOffice } from '#test/support/packages.ts';
import { samplePlan } from '../unit/seeds/sample-plan.ts';
import { type Measurement, milliseconds, time } from './measure.ts';

const COUNT = 5000;

function largeList(): Project[] {
  const sample = samplePlan().projects;
  return Array.from({ length: COUNT }, (_, index): Project => {
    const project = sample[index % sample.length] as Project;
    return {
      ...project,
      id: `p${index}`,
      position: index + 1,
      name: `${project.name}${Math.floor(index / sample.length)}`,
    };
  });
}

function editSome(office: TestOffice, every: number, note: string): void {
  const { projects } = office.session.planData();
  office.put(...projects.filter((_, at) => at % every === 0).map((project) => ({ ...project, note })));
}

export async function run(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-bench-'));
  try {
    const county = makeOffice(folder, '');
    county.put(...largeList());
    const city = makeOffice(folder, '', { regionCode: '530400' });
    const order = { kind: '规划包' as const, sign: true };
    const made = await time(() => county.send('1.xjpkg', order));
    const bytes = readFileSync(join(folder, '1.xjpkg')).length;
    const read = await time(() => readPackageFile(join(folder, '1.xjpkg')));
    const first = await time(() => city.receive(join(folder, '1.xjpkg')));
    editSome(county, 50, '县里改过');
    await county.send('2.xjpkg', order);
    const again = await time(() => city.receive(join(folder, '2.xjpkg')));
    editSome(county, 50, '县里又改过');
    editSome(city, 10, '市里改过');
    await county.send('3.xjpkg', order);
    const preview = await time(() => city.receive(join(folder, '3.xjpkg'), { dryRun: true }));
    const merged = await time(() => city.receive(join(folder, '3.xjpkg'), { take: 'mine' }));
    return [
      { name: `make a package of ${COUNT} projects with its 附表.xlsx`, value: milliseconds(made) },
      { name: 'its size', value: `${Math.round(bytes / 1024)} KB` },
      { name: 'read and check it', value: milliseconds(read) },
      { name: 'take it in, all new', value: milliseconds(first) },
      { name: 'take in the next, 100 changed', value: milliseconds(again) },
      { name: 'preview of the third beside 500 own edits, 100 conflicts', value: milliseconds(preview) },
      { name: 'take it in', value: milliseconds(merged) },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
