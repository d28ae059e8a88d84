// Every button that a page of 帮助 names is in the window, by its test id and with the words on it.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HELP_JOBS, searchJobs } from '#shared/help/jobs.ts';

const root = resolve(import.meta.dirname, '../../../renderer');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(root, file), 'utf8'));

/** Whether some file draws a thing with this test id, be it made of parts: funds-${key}. */
function isDrawn(id: string): boolean {
  return sources.some((text) => {
    if (text.includes(`"${id}"`) || text.includes(`'${id}'`)) return true;
    const [head = '', ...rest] = id.split('-');
    return text.includes(`\`${head}-\${`) && text.includes('data-testid') && rest.length > 0;
  });
}

describe('帮助', () => {
  const controls = HELP_JOBS.flatMap(({ title, steps }) =>
    steps.flatMap((step) => step.controls.map((control) => ({ job: title, ...control }))),
  );

  it.each(controls)('$job: “$label” is there', ({ id, label }) => {
    expect(isDrawn(id), id).toBe(true);
    expect(
      sources.some((text) => text.includes(label)),
      label,
    ).toBe(true);
  });

  it('names a page for each job that planners ask for', () => {
    const titles = HELP_JOBS.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['导入一张表', '月度进度', '审核到定稿', '打印一套附表', '上报']));
    for (const { steps } of HELP_JOBS) expect(steps.every((step) => step.controls.length > 0)).toBe(true);
  });

  it('finds jobs by any of their words, all of which must be there', () => {
    expect(searchJobs('月报').map(({ id }) => id)).toContain('month');
    expect(searchJobs('封面 页码').map(({ id }) => id)).toEqual(['print']);
    expect(searchJobs('没有这个词')).toEqual([]);
    expect(searchJobs('')).toHaveLength(HELP_JOBS.length);
  });
});
