// Remembers where the window was. A monitor may be gone at the next start: then the window opens in the middle.
import { readFileSync, writeFileSync } from 'node:fs';
import type { BrowserWindow, Rectangle } from 'electron';
import { z } from 'zod';

const stateSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(800),
  height: z.number().int().min(500),
  isMaximized: z.boolean(),
});

export type WindowState = z.infer<typeof stateSchema>;

/** null: nothing remembered, or not readable. */
export function readWindowState(file: string): WindowState | null {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Whether enough of the title bar would be seen on one of the screens to take hold of the window. */
export function isReachable(state: WindowState, screens: readonly Rectangle[]): boolean {
  return screens.some((screen) => {
    const width = Math.min(state.x + state.width, screen.x + screen.width) - Math.max(state.x, screen.x);
    return width >= 100 && state.y >= screen.y && state.y <= screen.y + screen.height - 50;
  });
}

/** Writes the place of the window; its size without maximizing, so that 还原 gives the old size back. */
export function saveWindowState(file: string, window: BrowserWindow): void {
  const state: WindowState = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
  try {
    writeFileSync(file, JSON.stringify(state));
  } catch {
    // The place of a window is not worth a message.
  }
}
