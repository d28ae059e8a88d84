// A progress bar on stderr, drawn only where that is a terminal.
import type { AppEvent } from '#shared/contract/events.ts';
import type { CliIo } from './command.ts';

const BAR_WIDTH = 24;

export interface Progress {
  take(event: AppEvent): void;
  /** Takes the bar away, so that a line can be written. */
  clear(): void;
}

export function createProgress(io: Pick<CliIo, 'isTerminal' | 'writeErr'>): Progress {
  let shown = '';
  const clear = (): void => {
    if (shown !== '') io.writeErr('\r\u001b[K');
    shown = '';
  };
  return {
    take(event) {
      if (!io.isTerminal || event.type !== 'progress') return;
      const { text, done, total } = event;
      if (done >= total) {
        clear();
        return;
      }
      const share = total > 0 ? done / total : 0;
      const full = Math.round(share * BAR_WIDTH);
      const line = `${text} [${'#'.repeat(full)}${'.'.repeat(BAR_WIDTH - full)}] ${Math.floor(share * 100)}%`;
      if (line === shown) return;
      io.writeErr(`\r\u001b[K${line}`);
      shown = line;
    },
    clear,
  };
}
