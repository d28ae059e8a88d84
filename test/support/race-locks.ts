// Processes that try for the locks of the same workbooks at the same moments.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const RACER = join(import.meta.dirname, 'lock-racer.ts');

/** Runs racers on the workbooks, a try each `stepMs`; gives the indexes that each of them won. */
export async function raceLocks(paths: readonly string[], racers: number, stepMs = 8): Promise<number[][]> {
  const start = String(Date.now() + 1500);
  const children = Array.from({ length: racers }, () =>
    spawn(process.execPath, [RACER, start, String(stepMs), ...paths], { stdio: ['pipe', 'pipe', 'inherit'] }),
  );
  const lines = children.map(async (child) => {
    let out = '';
    for await (const chunk of child.stdout) {
      out += chunk;
      if (out.endsWith('\n')) break;
    }
    return JSON.parse(out) as number[];
  });
  const won = await Promise.all(lines);
  for (const child of children) child.stdin.end();
  return won;
}
