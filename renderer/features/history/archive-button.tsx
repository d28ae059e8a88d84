// 归档: offered where the log has grown long; moves the content of its older steps into a file beside the workbook.
import { Button } from 'antd';
import { useWorkbook } from '../../api/queries.ts';
import { lockedText } from '../../commands/file-actions.ts';
import { type Session, useSession } from '../../session.ts';
import { useLog } from './use-log.ts';

/** So many steps stay in the workbook, to be taken back. */
const KEEP = 500;
/** From so many steps on it is worth an archive. */
const LONG = 5_000;

export function ArchiveButton() {
  const session = useSession();
  const isLocked = lockedText(useWorkbook()) !== null;
  const newest = useLog().data?.pages[0]?.changeSets[0]?.id ?? 0;
  if (newest < LONG || isLocked) return null;
  return (
    <Button
      title="较早各步改了什么移到工作簿旁边的档案文件，工作簿变小"
      onClick={() => void archive(session)}
      data-testid="archive-log"
    >
      归档操作记录…
    </Button>
  );
}

async function archive(session: Session): Promise<void> {
  const isSure = await session.messenger.current.confirm({
    title: '归档较早的操作记录？',
    content: `最近 ${KEEP} 步留在工作簿里，可以撤销；更早各步改了什么移到工作簿旁边的档案文件（工作簿的完整副本，只读）。移动、拷贝工作簿时请一并带上档案；不在旁边时工作簿照常使用，只是看不到那些步骤的内容，也不能再撤销它们。`,
    okText: '归档',
  });
  if (!isSure) return;
  const done = await session.attempt('正在归档操作记录', () => session.write('history.archive', { keep: KEEP }));
  if (!done) return;
  session.messenger.current.success(`第 ${done.first}—${done.last} 步已归档到“${done.file}”，工作簿变小了。`);
}
