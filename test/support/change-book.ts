// A workbook with a short list, made and changed by the command line, for tests of change orders.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

const HEAD = [
  '项目表',
  '单位：万元',
  '序号,项目编号,项目名称,乡镇,村,建设内容,建设年限,总投资,财政衔接资金,2025年',
  '一,,乡村基础设施建设',
];

export async function startBook(...rows: string[]) {
  const folder = mkdtempSync(join(makeTempFolder(), 'o-'));
  const book = join(folder, '县.xianjie');
  const write = (name: string, lines: readonly string[]): string => {
    const file = join(folder, name);
    writeFileSync(file, lines.join('\r\n'));
    return file;
  };
  const run = async (...argv: string[]) => {
    const { status, err, json } = await xianjie(...argv, '--json');
    expect(status, err).toBe(0);
    return json() as Record<string, unknown>;
  };
  const load = (...lines: string[]) =>
    run('import', book, write('表.csv', [...HEAD, ...lines]), '--mode', 'update', '--classes', 'add');
  await run('new', book, '--region', '530402', '--period', '2021-2025');
  await load(...rows);
  return { book, folder, write, run, load };
}
