// The loopback host as a program: its arguments, its messages, its end.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const main = path.resolve(import.meta.dirname, '../../dist/node/host.js');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'xianjie-test-main-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs it to its end; `stopAt`: words after which it is told to stop. */
function run(args: string[], stopAt?: string): Promise<Ended> {
  const child = spawn(process.execPath, [main, ...args], { env: { ...process.env, XIANJIE_DATA: folder } });
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    ended.out += chunk.toString();
    if (stopAt !== undefined && ended.out.includes(stopAt)) child.kill('SIGTERM');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    ended.err += chunk.toString();
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ ...ended, code })));
}

describe('the loopback host', () => {
  it('prints its address and ends cleanly when it is told to', async () => {
    const { code, out, err } = await run(['--no-window'], '#key=');
    expect(out).toMatch(
      /^请在本机浏览器中打开下面的地址（只能用一次；按 Ctrl\+C 结束）：\nhttp:\/\/127\.0\.0\.1:\d+\/#key=\S+\n$/,
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it.each([
    [['--port', 'abc'], '端口号不对：abc'],
    [['--port', '70000'], '端口号不对：70000'],
    [['--nonsense'], '--nonsense'],
    [['--no-window', '--workbook', '/no/such/甲.xianjie'], '甲.xianjie'],
  ])('says what is wrong with %j', async (args, words) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(words);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
