// What can be done with written figures: deleting them, and keeping printed tables.
import { useMemo } from 'react';
import type { ClaimGroup } from '#shared/checks/claim-lines.ts';
import { saveRecord } from '../../api/records.ts';
import { useSession } from '../../session.ts';

export function useClaimActions() {
  const session = useSession();
  return useMemo(() => {
    const remove = (ids: readonly string[]) =>
      session.attempt('正在删除声明数', () => session.write('claims.remove', { ids: [...ids] }));
    return {
      remove,
      /** All figures of a source, after asking: they came with a file and do not come back by themselves. */
      async removeGroup({ label, recordId, claimIds }: ClaimGroup): Promise<void> {
        const isSure = await session.messenger.current.confirm({
          title: '不再核对这些数？',
          content: `“${label}”的声明数将从工作簿中删除，项目不受影响。可以撤销。`,
          okText: '不再核对',
          danger: true,
        });
        if (!isSure) return;
        if (recordId !== null) await saveRecord(session, 'printed-table', recordId, null);
        else await remove(claimIds);
      },
      async keepPrinted(): Promise<void> {
        const files = await session.chooseOpen('printed', '装入印发的表', true);
        if (!files) return;
        const tokens = files.map(({ token }) => token);
        const kept = await session.attempt('正在读取印发的表', () => session.write('claims.keepPrinted', { tokens }));
        if (kept) session.messenger.current.success(`已装入 ${kept.tables.join('、')}，以后每次审核都会核对。`);
      },
    };
  }, [session]);
}
