// The plan's frame in the window, and saving changes of it as one step.
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { MethodOutput } from '#shared/contract/methods.ts';
import type { FrameChange } from '#shared/frame/changes.ts';
import { KEYS } from '../../api/queries.ts';
import { useSession } from '../../session.ts';

export type FrameView = MethodOutput<'frame.read'>;

export function useFrame() {
  const { call } = useSession();
  return useQuery({ queryKey: KEYS.frame, queryFn: () => call('frame.read', {}), placeholderData: (before) => before });
}

export type SaveFrame = (changes: readonly FrameChange[]) => Promise<boolean>;

/** Saves changes; a refusal is shown as it is. Says how many projects changed with them. True where it was saved. */
export function useSaveFrame(): SaveFrame {
  const session = useSession();
  return useCallback(
    async (changes) => {
      if (changes.length === 0) return true;
      const done = await session.attempt('正在保存', () => session.write('frame.save', { changes: [...changes] }));
      if (!done) return false;
      const left = done.unclassified > 0 ? `，其中 ${done.unclassified} 个列为未分类` : '';
      if (done.moved > 0)
        session.messenger.current.success(`${done.label}：${done.moved} 个项目随之改变${left}。可撤销。`);
      return true;
    },
    [session],
  );
}
