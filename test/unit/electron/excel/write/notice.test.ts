// A notice as a spreadsheet.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeNotice } from '#electron/excel/write/notice.ts';
import { makeNotice } from '#shared/notice/notice.ts';
import { jobFrom } from '#shared/print/print-job.ts';
import { wan } from '#shared/values/money.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makePlan, makeProject, readSheet } from './fixture-plan.ts';

const folder = makeTempFolder();

describe('writeNotice', () => {
  it('has title, words, header, projects, 合计 and the lines below, with names hidden', async () => {
    const project = makeProject('a', '甲', {
      person: '李建国',
      amounts: { total: wan('35.41'), bySource: { fiscal: wan('35.41') }, byYear: {}, cells: {} },
    });
    const file = join(folder, '公示.xlsx');
    await writeNotice(file, makeNotice(makePlan([project]), jobFrom('notice', {}), '2025-03-01'));
    const sheet = await readSheet(readFileSync(file));
    const rows = sheet.rows.map(({ cells }) =>
      cells.flatMap((cell) => cell.value?.text ?? []).filter((text) => text !== ''),
    );
    const lines = rows.map((row) => row.join('|'));
    expect(lines[0]).toContain('项目公示');
    expect(lines[2]).toBe('公示时间：2025年3月1日至2025年3月10日（10天）。');
    const header = lines.findIndex((line) => line.startsWith('序号|项目名称'));
    expect(lines[header + 1]).toBe('1|甲|李**|35.41|财政衔接资金');
    expect(lines[header + 2]).toBe('合计|35.41');
    expect(lines).toContain('监督电话：12317');
    expect(lines.at(-1)).toBe('2025年3月1日');
    expect(lines.join()).not.toContain('李建国');
  });
});
