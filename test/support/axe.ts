// Looks a page over with axe-core as somebody with a screen reader would meet it.
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe-core finds serious or worse on the page as it is: rule, what is wrong, the elements. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // Run by the debugger, so that the page's own rules about scripts hold for nothing of it.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => {
    const { axe: checker } = globalThis as unknown as { axe: typeof import('axe-core') };
    // The pages of a preview are pictures in a frame of no origin: axe-core's messages do not arrive there.
    return checker.run(document, { resultTypes: ['violations'], iframes: false });
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html.slice(0, 160)).join('\n  ')}`);
}
