// From starting the host process to a grid of 514 projects that can be used, in a real Chromium.
import { rmSync } from 'node:fs';
import { launchBrowser } from '#test/support/browser.ts';
import { launchWorkbench, makeTestFolder } from '#test/support/launch.ts';
import { makeWorkbook } from '#test/support/workbook.ts';
import { type Measurement, median, milliseconds } from './measure.ts';

const RUNS = 5;

export async function run(): Promise<Measurement[]> {
  const folder = makeTestFolder();
  const browser = await launchBrowser();
  try {
    const path = makeWorkbook(folder, { sample: true });
    const times: number[] = [];
    for (let index = 0; index < RUNS; index += 1) {
      const start = performance.now();
      const workbench = await launchWorkbench(browser, folder, { workbook: path });
      await workbench.page.getByTestId('go-projects').click();
      await workbench.page.locator('.ag-row').nth(10).waitFor();
      times.push(performance.now() - start);
      await workbench.close();
    }
    return [
      {
        name: 'start of host and window to a usable grid of 514 projects',
        value: `${milliseconds(median(times))} (browser already running)`,
      },
    ];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
