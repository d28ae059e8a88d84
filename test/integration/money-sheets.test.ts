// Money sheets that need a second look, by the command line: of several fitting columns, of another kind than the command
// reads, of several days in one file. The clock of these runs stands at 2025-03-01.
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { mergeDuplicates } from '#electron/services/duplicates.ts';
import { removeProjects } from '#electron/services/projects.ts';
import type { Session } from '#electron/services/session.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { openSession } from '#test/support/workbook.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

let folder = '';
let book = '';
const csv = (name: string, ...lines: string[]): string => {
  const file = join(folder, name);
  writeFileSync(file, lines.join('\r\n'));
  return file;
};
const ask = async (...argv: string[]) => {
  const run = await xianjie(...argv, '--json');
  return { status: run.status, value: run.json() as Record<string, unknown> };
};

beforeAll(async () => {
  folder = mkdtempSync(join(makeTempFolder(), 'e-'));
  book = join(folder, '县.xianjie');
  expect((await xianjie('new', book, '--region', '530402', '--period', '2021-2025')).status).toBe(0);
  const list = csv(
    '项目表.csv',
    '项目表',
    '单位：万元',
    '序号,项目编号,项目名称,乡镇,村,建设内容,建设年限,总投资,财政衔接资金,2025年',
    '1,A1,甲村灌溉渠建设,大营街街道,甸苴,修渠,2025,100,100,100',
    '2,A2,乙村道路硬化,大营街街道,甸苴,修路,2025,50,50,50',
  );
  expect((await xianjie('import', book, list)).status).toBe(0);
});

describe('sheets that need a second look', () => {
  const copy = (): string => {
    const to = join(mkdtempSync(join(makeTempFolder(), 'k-')), '县.xianjie');
    copyFileSync(book, to);
    return to;
  };
  const head = '项目名称,乡镇,';
  const A = '甲村灌溉渠建设,大营街街道,';
  const codesOf = ({ value }: { value: Record<string, unknown> }): string[] =>
    (value.problems as { code: string }[]).map(({ code }) => code);

  it('of several fitting columns ask, refuse, and are answered by a letter', async () => {
    const own = copy();
    const month = csv('两列.csv', '截至2025年2月28日（万元）', `${head}财政已拨付到乡镇,累计报账支付`, `${A}30,12`);
    const asked = await ask('pay', own, 'import', month);
    expect(asked).toMatchObject({ status: 1, value: { payments: 0 } });
    expect(codesOf(asked)).toEqual(['column-unclear']);
    expect(await ask('pay', own, 'import', month, '--column', 'D')).toMatchObject({ value: { amountWan: '12' } });
    expect((await xianjie('pay', own, 'import', month, '--column', '4')).status).toBe(2);
  });

  it('of another kind are refused with the page and command that read them', async () => {
    const own = copy();
    const month = csv(
      '月报.csv',
      '支付进度表（截至2025年2月28日，万元）',
      `${head}累计支付,支付率,形象进度`,
      `${A}10,10%,20%`,
    );
    const allocation = csv('分配.csv', '资金分配表（万元）', `${head}资金文号,分配金额`, `${A}云财农〔2025〕1号,10`);
    const papers = csv(
      '指标文.csv',
      '文号,日期,资金名称,级次,金额（万元）',
      '云财农〔2025〕1号,2025-01-10,衔接资金,中央,120',
    );
    const notices = csv(
      '公示.csv',
      '公示公告台账',
      '公示事项,级别,公示开始时间,公示结束时间,项目名称,乡镇,金额（万元）,异议',
      '村级申报公示,村,2025-01-01,2025-01-10,甲村灌溉渠建设,大营街街道,100,无',
    );
    const refusals = [
      ['funds', 'import', month, 'xianjie pay'],
      ['funds', 'import', allocation, 'allocate'],
      ['funds', 'import', notices, 'notices'],
      ['pay', 'import', allocation, 'allocate'],
      ['pay', 'import', papers, 'funds 工作簿 import'],
      ['pay', 'import', notices, 'notices'],
      ['notices', 'register', month, 'xianjie pay'],
      ['notices', 'register', allocation, 'allocate'],
    ] as const;
    for (const [command, action, file, where] of refusals) {
      const run = await ask(command, own, action, file);
      expect([command, file, run.status]).toEqual([command, file, 1]);
      const [first] = run.value.problems as { code: string; message: string }[];
      expect(first?.message).toContain(where);
    }
    expect(await ask('funds', own, 'import', papers)).toMatchObject({ value: { added: 1 } });
    expect(await ask('funds', own, 'allocate', month)).toMatchObject({ status: 1, value: { added: 0 } });
    expect(await ask('funds', own, 'allocate', allocation)).toMatchObject({ value: { added: 1 } });
    expect(await ask('pay', own, 'import', month)).toMatchObject({ value: { payments: 1 } });
    expect(await ask('notices', own, 'register', notices)).toMatchObject({ value: { added: 1 } });
  });

  it('in one file speak of their own days; one without a day among them is asked; hidden ones are told', async () => {
    const sheet = (name: string, title: string, said: number, isHidden = false) => ({ name, title, said, isHidden });
    const file = async (name: string, ...sheets: ReturnType<typeof sheet>[]): Promise<string> => {
      const made = new ExcelJS.Workbook();
      for (const { name: tab, title, said, isHidden } of sheets) {
        const page = made.addWorksheet(tab, { state: isHidden ? 'hidden' : 'visible' });
        page.addRows([[title], ['项目名称', '乡镇', '累计支付（万元）'], ['甲村灌溉渠建设', '大营街街道', said]]);
      }
      const path = join(folder, name);
      await made.xlsx.writeFile(path);
      return path;
    };
    const own = copy();
    const months = await file(
      '各月.xlsx',
      sheet('2月', '截至2025年2月28日', 25),
      sheet('1月', '截至2025年1月31日', 10),
      sheet('旧', '截至2024年12月31日', 99, true),
    );
    const run = await ask('pay', own, 'import', months);
    expect(run).toMatchObject({ value: { asOf: '2025-02-28', payments: 2, amountWan: '25' } });
    expect(codesOf(run)).toEqual(['hidden-sheet']);
    const paid = async (asOf: string) => (await ask('progress', own, '--as-of', asOf)).value.total;
    expect(await paid('2025-01-31')).toMatchObject({ paidWan: '10' });
    expect(await paid('2025-02-28')).toMatchObject({ paidWan: '25' });
    expect(await ask('pay', own, 'import', months)).toMatchObject({ value: { payments: 0 } });
    expect((await xianjie('undo', own)).status).toBe(0);
    expect(await paid('2025-12-31')).toMatchObject({ paidWan: '0' });
    const mixed = await file(
      '缺日期.xlsx',
      sheet('2月', '截至2025年2月28日', 25),
      sheet('1月', '截至2025年1月31日', 10),
      sheet('某月', '支付进度表', 12),
    );
    const asked = await ask('pay', own, 'import', mixed);
    expect([asked.status, codesOf(asked)]).toEqual([1, ['as-of-unclear']]);
  });
});

it('words that name no holiday are told', async () => {
  const run = await xianjie('notices', book, 'holidays', '乱写');
  expect(run.status).toBe(1);
  expect(run.err).toContain('“乱写”里没有看出哪天放假、哪天上班');
});

describe('a project that was deleted', () => {
  const listOf = (name: string, code = 'A1') =>
    csv(
      `${name}.csv`,
      '项目表',
      '单位：万元',
      '序号,项目编号,项目名称,乡镇,村,建设内容,建设年限,总投资,财政衔接资金,2025年',
      `1,${code},${name},大营街街道,甸苴,修渠,2025,100,100,100`,
    );
  const withMoney = async (): Promise<string> => {
    const own = join(mkdtempSync(join(makeTempFolder(), 'g-')), '县.xianjie');
    copyFileSync(book, own);
    const papers = csv(
      '文.csv',
      '文号,日期,资金名称,级次,金额（万元）',
      '云财农〔2025〕1号,2025-01-10,衔接资金,中央,120',
    );
    const given = csv(
      '分.csv',
      '资金分配表（万元）',
      '项目名称,乡镇,资金文号,分配金额',
      '甲村灌溉渠建设,大营街街道,云财农〔2025〕1号,80',
    );
    const paid = csv('付.csv', '截至2025年2月28日（万元）', '项目名称,乡镇,累计支付', '甲村灌溉渠建设,大营街街道,40');
    await ask('funds', own, 'import', papers);
    await ask('funds', own, 'allocate', given);
    await ask('pay', own, 'import', paid);
    inSession(own, (session) => removeProjects(session, [idOf(session, '甲村灌溉渠建设')]));
    return own;
  };
  const inSession = (own: string, act: (session: Session) => void): void => {
    const { session } = openSession(own);
    act(session);
    session.file.close();
  };
  const idOf = (session: Session, wanted: string): string =>
    session.planData().projects.find(({ name }) => name === wanted)?.id ?? '';
  const rowOf = async (own: string, name: string) => {
    const { rows } = (await ask('progress', own)).value as { rows: Record<string, string>[] };
    return rows.find((row) => row.name === name);
  };

  it('comes again with its money, told; undo takes it away and the money stays', async () => {
    const own = await withMoney();
    expect(await rowOf(own, '（已删除的项目）')).toMatchObject({ releasedWan: '80', paidWan: '40' });
    const run = await xianjie('import', own, listOf('甲村灌溉渠建设'));
    expect(run.err).toContain('“甲村灌溉渠建设”以前删除过，又在表里：原来的下达 80 万元、支付 40 万元');
    expect(await rowOf(own, '甲村灌溉渠建设')).toMatchObject({ releasedWan: '80', paidWan: '40' });
    expect(await rowOf(own, '（已删除的项目）')).toBeUndefined();
    expect((await xianjie('verify', own)).status).toBe(0);
    expect((await xianjie('undo', own)).status).toBe(0);
    expect(await rowOf(own, '（已删除的项目）')).toMatchObject({ releasedWan: '80', paidWan: '40' });
  });

  it('is not taken for another one with its code', async () => {
    const own = await withMoney();
    const run = await xianjie('import', own, listOf('甲村茶园建设'));
    expect(run.err).toContain('编号相同、名称不同');
    expect(await rowOf(own, '甲村茶园建设')).toMatchObject({ releasedWan: '0' });
  });

  it('merged into another leaves its money to that', async () => {
    const own = await withMoney();
    expect((await xianjie('undo', own)).status).toBe(0);
    inSession(own, (session) =>
      mergeDuplicates(session, {
        ...{ keepId: idOf(session, '乙村道路硬化'), removeId: idOf(session, '甲村灌溉渠建设') },
        take: [],
      }),
    );
    expect(await rowOf(own, '乙村道路硬化')).toMatchObject({ releasedWan: '80', paidWan: '40' });
    expect((await xianjie('undo', own)).status).toBe(0);
    expect(await rowOf(own, '甲村灌溉渠建设')).toMatchObject({ releasedWan: '80', paidWan: '40' });
  });
});
