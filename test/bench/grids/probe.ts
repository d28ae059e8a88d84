// What is measured in a page, whatever grid it shows: frames while the wheel turns, the way from a mouse move to the next
// painted frame while a range is dragged, memory.
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    benchFrames: number[];
    benchMoves: number[];
  }
}

/** Milliseconds between frames while the wheel turns `steps` times. */
export async function wheelFrames(page: Page, delta: { x: number; y: number }, steps: number): Promise<number[]> {
  await page.mouse.move(700, 400);
  await page.evaluate(() => {
    window.benchFrames = [];
    let last = performance.now();
    const next = (now: number): void => {
      window.benchFrames.push(now - last);
      last = now;
      if (window.benchFrames.length < 100_000) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  for (let step = 0; step < steps; step += 1) {
    await page.mouse.wheel(delta.x, delta.y);
    await page.waitForTimeout(12);
  }
  return page.evaluate(() => {
    const frames = window.benchFrames.slice(2);
    window.benchFrames.length = 100_000;
    return frames;
  });
}

/** Milliseconds from each mouse move to the end of the frame that follows it, while a range is dragged. */
export async function dragLatency(page: Page, moves: number): Promise<number[]> {
  await page.evaluate(() => {
    window.benchMoves = [];
    window.addEventListener(
      'mousemove',
      () => {
        const moved = performance.now();
        requestAnimationFrame(() => setTimeout(() => window.benchMoves.push(performance.now() - moved), 0));
      },
      { capture: true },
    );
  });
  await page.mouse.move(520, 300);
  await page.mouse.down();
  for (let move = 0; move < moves; move += 1) {
    await page.mouse.move(520 + ((move * 17) % 500), 300 + ((move * 11) % 300));
    await page.waitForTimeout(20);
  }
  await page.mouse.up();
  return page.evaluate(() => window.benchMoves);
}

/** Megabytes of JavaScript heap after a collection. */
export async function heapMb(page: Page): Promise<number> {
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.collectGarbage');
  await client.send('Performance.enable');
  const { metrics } = await client.send('Performance.getMetrics');
  await client.detach();
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1024 / 1024;
}

export interface FrameSummary {
  p50: number;
  p95: number;
  /** Share of frames within one refresh of 60 Hz; a frame's stamp jitters by a fraction of a millisecond. */
  smooth: number;
}

export function summariseFrames(frames: readonly number[]): FrameSummary {
  const sorted = [...frames].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), smooth: frames.filter((ms) => ms <= 17.2).length / frames.length };
}
