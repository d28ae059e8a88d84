// Looking for duplicates: a list read for the first time, one edit, another list compared with it; what is found.
import { planDefaults, referenceFor } from '#seeds/index.ts';
import { findAcross, findDuplicates } from '#shared/duplicates/find-duplicates.ts';
import { type Measurement, median, milliseconds, time } from './measure.ts';
import { makeVillageProjects } from './village-projects.ts';

const EDITS = 20;

export async function run(): Promise<Measurement[]> {
  const results: Measurement[] = [];
  for (const count of [5000, 60_000]) {
    const { projects, again } = makeVillageProjects(count);
    const data = { plan: planDefaults('530402', 2021, 2025), reference: referenceFor('530402'), records: {} };
    let pairs = findDuplicates({ ...data, projects: [] });
    const first = await time(() => {
      pairs = findDuplicates({ ...data, projects });
    });
    const named = new Set(pairs.flatMap(({ a, b }) => [a, b]));
    const found = [...again].filter((id) => named.has(id)).length;
    const edits: number[] = [];
    let list = projects;
    for (let turn = 0; turn < EDITS; turn += 1) {
      const at = (turn * 997) % count;
      list = list.map((project, index) => (index === at ? { ...project, name: `${project.name}${turn}` } : project));
      edits.push(await time(() => findDuplicates({ ...data, projects: list })));
    }
    const others = makeVillageProjects(count / 10).projects.map((project) => ({ ...project, id: `x${project.id}` }));
    const across = await time(() => findAcross(projects, others, data.reference));
    results.push({
      name: `duplicates among ${count}`,
      value: `${milliseconds(first)} at first, ${milliseconds(median(edits))} an edit; ${found} of ${again.size} sent twice found, ${pairs.length} pairs`,
    });
    results.push({ name: `${others.length} of another file against ${count}`, value: milliseconds(across) });
  }
  return results;
}
