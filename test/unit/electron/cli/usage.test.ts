// Wrong usage, help, and the documentation of every command.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '#electron/cli/commands.ts';
import { usageLine } from '#electron/cli/help.ts';
import { createProgress } from '#electron/cli/progress.ts';
import { xianjie } from './run-in-process.ts';

describe('wrong usage', () => {
  it.each([
    [[], '用法：xianjie 命令'],
    [['nonsense'], '没有“nonsense”这条命令'],
    [['list'], '参数不够，还缺 WORKBOOK。'],
    [['list', 'a', 'b'], '多余的参数：b'],
    [['list', 'a', '--foo'], '没有选项 --foo'],
    [['list', 'a', '-x'], '没有选项 -x'],
    [['new', 'a.xianjie', '--region'], '后面要跟一个值'],
    [['new', 'a.xianjie', '--region='], '后面是空的'],
    [['new', 'a.xianjie', '--sample=yes'], '不带值'],
    [['new', 'a.xianjie'], '缺少选项 --region'],
    [['new', 'a.xianjie', '--region', '999999'], '没有代码为“999999”的地区'],
    [['new', 'a.xianjie', '--region', '530402', '--period', '2025-2021'], '规划期'],
    [['new', 'a.xianjie', '--region', '530481', '--sample'], '示例只有红塔区'],
    [['import', 'a.xianjie'], '参数不够，还缺 FILE...。'],
    [['export'], '参数不够，还缺 WORKBOOK、OUT.xlsx。'],
    [['import', 'a.xianjie', 'b.xlsx', '--mode', 'merge'], '--mode 只能是 add、update'],
    [['check', 'a.xianjie', 'b.json'], '多余的参数'],
    [['tables', 'a.xianjie', '--out', 'x.txt'], '.xlsx 或 .docx 或 .pdf'],
    [['export', 'a.xianjie', 'x.xls'], '.xlsx'],
    [['export', 'a.xianjie', 'x.xlsx', '--layout', 'other'], '--layout 只能是 annex'],
    [['print', 'a.xianjie', 'x.pdf', '--paper', 'A5'], '--paper 只能是 A3、A4'],
    [['log', 'a.xianjie', '--limit', '0'], '正整数'],
  ])('%j ends with status 2', async (argv, words) => {
    const run = await xianjie(...argv);
    expect(run.status).toBe(2);
    expect(run.err).toContain(words);
    expect(run.out).toBe('');
  });

  it('gives one JSON value on stdout with --json', async () => {
    const run = await xianjie('list', 'a', '--foo', '--json');
    expect(run.status).toBe(2);
    expect(run.json()).toMatchObject({ error: { code: 'usage' } });
  });
});

describe('help', () => {
  it('names all commands, and each command its options', async () => {
    const overall = await xianjie('--help');
    expect(overall.status).toBe(0);
    for (const command of COMMANDS) {
      expect(overall.out).toContain(`  ${command.name}`);
      const own = await xianjie(command.name, '--help');
      expect(own.status).toBe(0);
      expect(own.out).toContain(`用法：${usageLine(command)}`);
      for (const name of Object.keys(command.options)) expect(own.out).toContain(`--${name}`);
      expect((await xianjie('help', command.name)).out).toBe(own.out);
    }
  });

  it('tells the version of the package', async () => {
    const manifest = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect((await xianjie('--version')).out).toBe(`${manifest.version}\n`);
  });

  it.each(COMMANDS.map((command) => [command.name]))('%s stands in README.md', (name) => {
    expect(readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8')).toContain(`xianjie ${name}`);
  });
});

describe('createProgress', () => {
  it('draws on a terminal only and takes itself away', () => {
    const drawn = (isTerminal: boolean): string => {
      let text = '';
      const progress = createProgress({
        isTerminal,
        writeErr: (part) => {
          text += part;
        },
      });
      progress.take({ type: 'progress', task: 'import', text: '读取', done: 1, total: 2 });
      progress.take({ type: 'progress', task: 'import', text: '读取', done: 2, total: 2 });
      return text;
    };
    expect(drawn(false)).toBe('');
    expect(drawn(true)).toBe(`\r\u001b[K读取 [${'#'.repeat(12)}${'.'.repeat(12)}] 50%\r\u001b[K`);
  });
});
