// Our 项目表 beside other free grids, in one real Chromium and one run, with the same rows: the time until it can be used,
// frames while scrolling, dragging a range, pasting 5,000 x 20 cells, memory. Ours keeps headings, subtotals and findings
// and writes the paste to the disk; the others hold texts in memory.
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { rememberView } from '#electron/services/records.ts';
import { annexColumns, columnsOf } from '#shared/domain/fields.ts';
import { valueText } from '#shared/format/value-text.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { launchWorkbench, makeTestFolder } from '#test/support/launch.ts';
import { PEERS, type Peer, type Rows, servePeers } from './grids/peers.ts';
import { dragLatency, type FrameSummary, heapMb, summariseFrames, wheelFrames } from './grids/probe.ts';
import { makeLargeWorkbook } from './large-workbook.ts';
import { type Measurement, median, milliseconds } from './measure.ts';

const SIZES = [5000, 60_000];
/** Fifteen fields, five sources and the years make 45 columns. */
const LAST_YEAR = 2032;
const PASTED = { rows: 5000, columns: 20 };
const VIEWPORT = { width: 1366, height: 768 };
/** Some pages are still drawing when their first cell is there. */
const SETTLE_MS = 1500;

interface Figures {
  usable: number;
  down: FrameSummary;
  across: FrameSummary;
  drag: number;
  paste: number | null;
  heap: number;
}

export async function run(): Promise<Measurement[]> {
  const folder = makeTestFolder();
  const browser = await launchBrowser();
  const data: Record<string, () => string> = {};
  const server = await servePeers(data);
  try {
    const results: Measurement[] = [];
    for (const size of SIZES) {
      const { path, session } = makeLargeWorkbook(folder, size, LAST_YEAR);
      const rows = rowsOf(session.planData());
      const pasted = pastedText(session.planData());
      rememberView(session, 'projects', { view: 'all' });
      session.close();
      const json = JSON.stringify(rows);
      data[String(size)] = () => json;
      const ours = await measureOurs(browser, folder, path, pasted);
      const others: { name: string; figures: Figures }[] = [];
      for (const peer of PEERS) {
        others.push({
          name: peer.name,
          figures: await measurePeer(browser, `${server.url}/${peer.page}.html?rows=${size}`, peer, pasted),
        });
      }
      results.push(...report(size, rows.columns.length, ours, others));
    }
    return results;
  } finally {
    server.close();
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowsOf(data: PlanData): Rows {
  const columns = columnsOf(data.plan, data.reference);
  return {
    columns: columns.map(({ label, width }) => ({ label, width: Math.max(64, width * 8 + 16) })),
    rows: data.projects.map((project) => columns.map(({ key }) => valueText(project, key, data))),
  };
}

/** Ends each pasted 建设内容, so that it can be told from what stood there. */
const MARK = '（改）';

/** What is pasted from the first annex column after the name on: the values of other projects, so that nearly all change. */
function pastedText({ plan, reference, projects }: PlanData): string {
  const columns = annexColumns(plan, reference, new Set()).slice(1, 1 + PASTED.columns);
  return Array.from({ length: PASTED.rows }, (_, row) => {
    const project = projects[(row + 7) % projects.length];
    return project
      ? columns.map(({ key }) => valueText(project, key, { reference }) + (key === 'content' ? MARK : '')).join('\t')
      : '';
  }).join('\n');
}

async function measure(page: Page, paste: () => Promise<number | null>, start: number): Promise<Figures> {
  const usable = performance.now() - start;
  await page.waitForTimeout(SETTLE_MS);
  const heap = await heapMb(page);
  const down = summariseFrames(await wheelFrames(page, { x: 0, y: 240 }, 150));
  const across = summariseFrames(await wheelFrames(page, { x: 60, y: 0 }, 60));
  await wheelFrames(page, { x: -6000, y: 0 }, 2);
  await wheelFrames(page, { x: 0, y: -600_000 }, 4);
  const drag = median(await dragLatency(page, 40));
  return { usable, down, across, drag, heap, paste: await paste() };
}

async function measureOurs(browser: Browser, folder: string, workbook: string, pasted: string): Promise<Figures> {
  const { page, close } = await launchWorkbench(browser, folder, { workbook, viewport: VIEWPORT });
  try {
    // The program runs already, as a page of the others is served already.
    const start = performance.now();
    await page.reload();
    await page.getByTestId('go-projects').click();
    await page.locator('.ag-row').nth(10).waitFor();
    const firstContent = page
      .locator('.ag-row:has([col-id="name"]) [col-id="content"]')
      .filter({ hasText: /\S/ })
      .first();
    const paste = async (): Promise<number> => {
      await page.keyboard.press('Control+Home');
      const row = page
        .locator('.ag-row')
        .filter({ has: page.locator('[col-id="content"]', { hasText: /\S/ }) })
        .first();
      await row.locator('[col-id="nature"]').click();
      await copyToClipboard(page, pasted);
      const began = performance.now();
      await page.keyboard.press('Control+V');
      // Drawn anew and safely on the disk.
      await firstContent.filter({ hasText: MARK }).waitFor({ timeout: 120_000 });
      await page.locator('[data-testid="save-state"][data-state="saved"]').waitFor({ timeout: 120_000 });
      return performance.now() - began;
    };
    return await measure(page, paste, start);
  } finally {
    await close();
  }
}

async function measurePeer(browser: Browser, url: string, peer: Peer, pasted: string): Promise<Figures> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'zh-CN' });
  const page = await context.newPage();
  const start = performance.now();
  try {
    await page.goto(url);
    await page.locator(peer.ready).first().waitFor({ timeout: 120_000 });
    const paste = async (): Promise<number | null> => {
      // The second column of cells in the first rows: past the row numbers and the fixed first column.
      await page.mouse.click(480, 90);
      await copyToClipboard(page, pasted);
      const began = performance.now();
      await page.keyboard.press('Control+V');
      const holds = page.waitForFunction(
        ([mark, row]) => {
          const { probe } = globalThis as unknown as { probe: { value(row: number, column: number): unknown } };
          return Array.from({ length: 30 }).some((_, column) => String(probe.value(row, column)).endsWith(mark));
        },
        [MARK, PASTED.rows - 100] as const,
        { polling: 'raf', timeout: 60_000 },
      );
      return holds.then(
        () => performance.now() - began,
        () => null,
      );
    };
    return await measure(page, paste, start);
  } finally {
    await context.close();
  }
}

async function copyToClipboard(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
}

const FIGURES: { name: string; of: (figures: Figures) => number | null; show: (value: number) => string }[] = [
  { name: 'from loading the page to a usable grid', of: ({ usable }) => usable, show: milliseconds },
  { name: 'frame while scrolling down, p95', of: ({ down }) => down.p95, show: milliseconds },
  { name: 'frame while scrolling across, p95', of: ({ across }) => across.p95, show: milliseconds },
  { name: 'mouse move to frame while dragging a range', of: ({ drag }) => drag, show: milliseconds },
  { name: 'paste of 5,000 x 20 (ours with commit)', of: ({ paste }) => paste, show: milliseconds },
  { name: 'JavaScript heap', of: ({ heap }) => heap, show: (value) => `${Math.round(value)} MB` },
];

/** A line per figure: ours, each of the others, and ours as a multiple of the best of them. */
function report(size: number, columns: number, ours: Figures, others: readonly { name: string; figures: Figures }[]) {
  const what = `${size} x ${columns}`;
  const lines = FIGURES.map(({ name, of, show }): Measurement => {
    const own = of(ours) ?? Number.NaN;
    const found = others.map((other) => ({ name: other.name, value: of(other.figures) }));
    const best = Math.min(...found.flatMap(({ value }) => value ?? []));
    const texts = found.map((other) => `${other.name} ${other.value === null ? '-' : show(other.value)}`);
    return {
      name: `${what}: ${name}`,
      value: `${show(own)} (${texts.join(', ')}); ${(own / best).toFixed(1)} x the best of them`,
    };
  });
  const smooth = (summary: FrameSummary): string => `${Math.round(summary.smooth * 100)} %`;
  const share = (axis: 'down' | 'across'): Measurement => ({
    name: `${what}: frames within 16.7 ms, scrolling ${axis}`,
    value: `${smooth(ours[axis])} (${others.map(({ name, figures }) => `${name} ${smooth(figures[axis])}`).join(', ')})`,
  });
  return [...lines, share('down'), share('across')];
}
