// What the workbook knows already: tasks of 表1, and the indicator that the village table counts.
import { Button } from 'antd';
import type { ListId } from '#shared/lists/list-spec.ts';
import { useSession } from '../../session.ts';

export function OwnDataButton({ list, year, isLocked }: { list: ListId; year: number | null; isLocked: boolean }) {
  const session = useSession();
  const propose = async (): Promise<void> => {
    const done = await session.attempt('正在拟定', () => session.write('tasks.propose', { take: true }));
    if (!done) return;
    const { length } = done.tasks;
    session.messenger.current.success(
      length === 0 ? '表1的指标都已有任务。' : `按表1登记了 ${length} 项任务，请填牵头单位。可一步撤销。`,
    );
  };
  const count = async (): Promise<void> => {
    const done = await session.attempt('正在清点', () => session.write('villages.count', { year, take: true }));
    if (done?.indicator)
      session.messenger.current.success(`“${done.indicator.name}”${done.year} 年填入 ${done.text}。可一步撤销。`);
  };
  if (list === 'task')
    return (
      <Button size="small" disabled={isLocked} onClick={() => void propose()} data-testid="tasks-propose">
        按表1拟定
      </Button>
    );
  if (list !== 'village-year' || year === null) return null;
  return (
    <Button size="small" disabled={isLocked} onClick={() => void count()} data-testid="villages-count">
      清点达标村，填入指标
    </Button>
  );
}
