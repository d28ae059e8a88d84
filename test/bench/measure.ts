// Measuring: medians of several runs, and peak memory of a child process.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** One line of the report. */
export interface Measurement {
  name: string;
  value: string;
}

/** The median of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Milliseconds of one call. */
export async function time(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function milliseconds(value: number): string {
  return value < 100 ? `${value.toFixed(1)} ms` : `${Math.round(value)} ms`;
}

export interface ChildRun {
  ms: number;
  peakMb: number;
  stdout: string;
}

/** Runs a command and reports its time and, on Linux, its peak memory as the kernel counted it while it ran: that of the
 * largest process where the command starts others. */
export function runChild(
  command: string,
  args: readonly string[],
  accepted: readonly number[] = [0],
): Promise<ChildRun> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    let peakMb = 0;
    child.stdout.on('data', (data) => {
      stdout += data;
    });
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    const watch = setInterval(() => {
      peakMb = Math.max(peakMb, readPeak(child.pid));
    }, 20);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      if (code !== null && accepted.includes(code)) resolve({ ms: performance.now() - start, peakMb, stdout });
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}: ${stderr.slice(-500)}`));
    });
  });
}

function readPeak(pid: number | string | undefined): number {
  try {
    const match = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return Math.max(match ? Number(match[1]) / 1024 : 0, ...children.map(readPeak));
  } catch {
    return 0;
  }
}
