// A window that only looks at a workbook shows what another one writes: the file is asked for news now and then.
import type { Session } from '#electron/services/session.ts';

const EVERY_MS = 1000;

/** Follows the session of the moment; gives what stops it. Whatever goes wrong is told by the next call of the window. */
export function followFile(current: () => Session | null, everyMs = EVERY_MS): () => void {
  const timer = setInterval(() => {
    const session = current();
    if (!session || session.file.readOnly === null) return;
    try {
      session.refresh();
    } catch {
      // The medium may be gone for a moment.
    }
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
