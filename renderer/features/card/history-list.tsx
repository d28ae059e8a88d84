// 修改记录 of one project: who changed what and when, old and new value; a step can be taken back alone.
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Empty, Spin } from 'antd';
import { useState } from 'react';
import { localSecond } from '#shared/values/local-time.ts';
import { KEYS } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { kindWord } from '../history/history-words.ts';
import { revertStep } from '../history/take-back.ts';

const PART = 50;

export function HistoryList({ projectId, isLocked }: { projectId: string; isLocked: boolean }) {
  const session = useSession();
  const [limit, setLimit] = useState(PART);
  const query = useQuery({
    queryKey: [...KEYS.history, 'project', projectId, limit],
    queryFn: () => session.call('history.ofProject', { id: projectId, limit }),
    placeholderData: (before) => before,
  });
  if (query.error) return <Alert type="error" showIcon title={`修改记录没有读出来：${errorText(query.error)}`} />;
  if (!query.data) return <Spin size="small" />;
  const { steps, hasMore, elsewhere } = query.data;
  if (steps.length === 0 && elsewhere === null) return <Empty description="这个项目还没有修改记录。" />;
  return (
    <div data-testid="project-history">
      {steps.map((step) => (
        <article key={step.id} className="xj-step">
          <header>
            <time dateTime={step.at}>{localSecond(step.at)}</time>
            <span>{step.author || '—'}</span>
            <em>{kindWord(step.command)}</em>
            {!isLocked && !['workbook.create', 'history.undo', 'history.redo'].includes(step.command) && (
              <Button
                size="small"
                type="link"
                title="只撤回这一步，后面的修改保留"
                onClick={() => void revertStep(session, step)}
              >
                撤回
              </Button>
            )}
          </header>
          <p title={step.label}>{step.label}</p>
          <table>
            <tbody>
              {step.changes.map((change) => (
                <tr key={change.column}>
                  <th>{change.column}</th>
                  <td>
                    {change.before !== '' && <del>{change.before}</del>}
                    {change.before !== '' && ' → '}
                    <ins>{change.after || '（清空）'}</ins>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </article>
      ))}
      {hasMore && (
        <Button size="small" onClick={() => setLimit(limit + 200)}>
          更早的修改
        </Button>
      )}
      {elsewhere !== null && <Alert type="info" showIcon title={elsewhere} />}
    </div>
  );
}
