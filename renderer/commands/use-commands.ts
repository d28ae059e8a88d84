// Ties the command list to the window: its keys, and running a command by its id.
import { useCallback, useEffect, useMemo } from 'react';
import { useWorkbook } from '../api/queries.ts';
import { useSession } from '../session.ts';
import type { PageId } from '../state/page.ts';
import { useStore } from '../ui/store.ts';
import { type CommandContext, isKey } from './command.ts';
import { isTextField } from './focus.ts';
import { allCommands, commandOf } from './registry.ts';

export function useCommandContext(): CommandContext {
  const session = useSession();
  const workbook = useWorkbook();
  const page: PageId = useStore(session.nav, (state) => state.page);
  return useMemo(() => ({ session, workbook, page }), [session, workbook, page]);
}

/** Runs a command where it makes sense; else nothing happens. */
export function useRunCommand(): (id: string) => void {
  const context = useCommandContext();
  return useCallback(
    (id) => {
      const command = commandOf(id);
      if (command.when(context)) command.run(context);
    },
    [context],
  );
}

/** Listens to the keys of the commands. The grid takes its own keys first. */
export function useCommandKeys(): void {
  const context = useCommandContext();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = allCommands().find((item) => item.key !== undefined && !item.isGridKey && isKey(item.key, event));
      // A dialog in front keeps its keys to itself.
      if (!command || document.querySelector('.ant-modal-wrap:not([style*="display: none"])')) return;
      const isTyping = isTextField(document.activeElement);
      if (isTyping && command.yieldsToText) return;
      if (!command.when(context)) {
        // The browser would print or open a file of its own.
        if (command.group === '文件' || command.group === '转到') event.preventDefault();
        return;
      }
      event.preventDefault();
      command.run(context);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [context]);
}
