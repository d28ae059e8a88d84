// The plan's tables with their charts: all of them at once, after one edit, the make-up of a figure, and their drawings.

import { chartSvg } from '#shared/charts/chart-svg.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { contributions } from '#shared/tables/composition.ts';
import { computeTables } from '#shared/tables/compute.ts';
import { toFen } from '#shared/values/money.ts';
import { samplePlan } from '#test/unit/seeds/sample-plan.ts';
import { type Measurement, median, milliseconds, time } from './measure.ts';

const RUNS = 20;

/** The sample list, repeated and cut to `count` projects. */
function planOf(count: number): PlanData {
  const plan = samplePlan(Math.ceil(count / 514));
  return { ...plan, projects: plan.projects.slice(0, count) };
}

function edited(data: PlanData, index: number): PlanData {
  const projects = data.projects.map((project, at) =>
    at === index ? { ...project, amounts: { ...project.amounts, total: toFen(1_000_000 * (index + 1)) } } : project,
  );
  return { ...data, projects };
}

export async function run(): Promise<Measurement[]> {
  const results: Measurement[] = [];
  for (const count of [514, 5000, 60_000]) {
    let data = planOf(count);
    const first = await time(() => computeTables(data));
    const edits: number[] = [];
    for (let index = 0; index < RUNS; index += 1) {
      data = edited(data, (index * 37) % count);
      edits.push(await time(() => computeTables(data)));
    }
    const figure = await time(() => contributions(data, 'years', 'year:2022', 'source:sector'));
    const charts = computeTables(data).flatMap((table) => table.charts);
    const drawing = await time(() => charts.map((chart) => chartSvg(chart)));
    results.push({
      name: `${computeTables(data).length} tables, ${count} projects`,
      value: `first ${milliseconds(first)}, after an edit ${milliseconds(median(edits))}, make-up of a figure ${milliseconds(figure)}, ${charts.length} drawings ${milliseconds(drawing)}`,
    });
  }
  return results;
}
