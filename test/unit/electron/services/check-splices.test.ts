// After an edit the window is told what changed in the list of findings, and its list is then the whole one.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { applySplices } from '#shared/checks/finding-splices.ts';
import { makeTestApp } from '#test/support/app.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook } from '#test/support/workbook.ts';

const folder = makeTempFolder();

it('splices since the last answer make the same list as a full answer', async () => {
  const test = makeTestApp(join(folder, 'app'));
  await test.call('workbook.open', { token: test.openToken(makeWorkbook(folder, { sample: true })) });
  const { projects } = await test.call('projects.list', {});
  const edit = (at: number, text: string) =>
    test.call('projects.edit', { edits: [{ id: projects[at]?.id ?? '', column: 'total', text }] });
  await edit(3, '1');
  let held = await test.call('checks.run', {});
  expect(held.splices).toBeNull();
  for (const change of [() => edit(400, '2'), () => edit(3, ''), () => test.call('history.undo', {})]) {
    await change();
    const answer = await test.call('checks.run', { have: held.stamp });
    expect(answer.findings).toEqual([]);
    const list = applySplices(held.findings, answer.splices ?? []);
    const whole = await test.call('checks.run', {});
    expect(list).toEqual(whole.findings);
    expect(whole.counts).toEqual(answer.counts);
    held = whole;
  }
  // A list that nobody knows any more is answered with the whole one.
  expect((await test.call('checks.run', { have: 'old' })).splices).toBeNull();
  test.app.close();
});
