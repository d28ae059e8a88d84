// 退回: that a project was sent back and not handed up again, who by, why, and until when it is to be put right.
import { Alert } from 'antd';
import { lifeState } from '#shared/domain/life.ts';
import { lifeOf } from '#shared/life/state.ts';
import { localDay } from '#shared/values/local-time.ts';
import { useProjectSteps } from '../../api/queries.ts';

export function ReturnedNote({ projectId }: { projectId: string }) {
  const events = useProjectSteps(projectId).data?.events;
  // They come the newest first; a life is read from its beginning.
  const returned = events ? lifeOf(events.toReversed(), [], localDay(new Date())).returned : null;
  if (!returned) return null;
  const { to, date, office, reason, opinion, dueDate } = returned;
  const why = [reason, opinion].filter((part) => part !== '').join('；');
  return (
    <Alert
      type="warning"
      showIcon
      title={`${office}${date === null ? '' : `${date} `}退回到“${lifeState(to ?? 'draft').name}”：${why || '未写原因'}${dueDate === null ? '' : `（${dueDate} 前重报）`}`}
      data-testid="card-returned"
    />
  );
}
