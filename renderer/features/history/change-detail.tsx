// What one change did: project, column, before and after.
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Spin } from 'antd';
import { useState } from 'react';
import type { ChangeSetInfo } from '#shared/contract/methods.ts';
import { KEYS, useWorkbook } from '../../api/queries.ts';
import { lockedText } from '../../commands/file-actions.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { dayText, timeText } from './history-words.ts';
import { revertStep, undoThrough } from './take-back.ts';

const PART = 200;

interface DetailProps {
  item: ChangeSetInfo;
  isUndone: boolean;
  /** Steps after it that 撤销到此 would take back too; null where it cannot be taken back. */
  later: number | null;
}

export function ChangeDetail({ item, isUndone, later }: DetailProps) {
  const session = useSession();
  const { call } = session;
  const isLocked = lockedText(useWorkbook()) !== null;
  const [shown, setShown] = useState(PART);
  const detail = useQuery({
    queryKey: [...KEYS.history, 'detail', item.id],
    queryFn: () => call('history.detail', { id: item.id }),
  });
  const changes = detail.data?.changes ?? [];
  const more = detail.data?.more ?? 0;
  return (
    <div className="xj-change-detail" data-testid="change-detail">
      <header>
        <h2>{item.label}</h2>
        <span className="xj-faint">
          {dayText(item.at, new Date())} {timeText(item.at)}
          {item.author !== '' && `　${item.author}`}
          {isUndone && '　已撤销'}
        </span>
        {later !== null && !isLocked && (
          <span className="xj-change-actions">
            <Button
              size="small"
              title="只撤回这一步，后面的修改保留"
              onClick={() => void revertStep(session, item)}
              data-testid="revert-step"
            >
              撤回这一步
            </Button>
            {later > 0 && (
              <Button size="small" onClick={() => void undoThrough(session, item, later)} data-testid="undo-through">
                撤销到此（{later + 1} 步）
              </Button>
            )}
          </span>
        )}
      </header>
      {detail.error && <Alert type="error" showIcon title={`读不出这次修改：${errorText(detail.error)}`} />}
      {detail.isPending && <Spin description="正在读取" />}
      {detail.data && changes.length === 0 && <p className="xj-faint">这一步没有改动项目的内容。</p>}
      {changes.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>项目</th>
              <th>栏目</th>
              <th>原值</th>
              <th>新值</th>
            </tr>
          </thead>
          <tbody>
            {changes.slice(0, shown).map((change, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a change never move
              <tr key={index}>
                <td className={change.project === changes[index - 1]?.project ? 'is-same' : ''}>{change.project}</td>
                <td>{change.column}</td>
                <td>
                  <del>{change.before}</del>
                </td>
                <td>
                  <ins>{change.after}</ins>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {changes.length > shown && (
        <p>
          <Button size="small" onClick={() => setShown(shown + PART)}>
            再显示 {Math.min(PART, changes.length - shown)} 条（共 {changes.length} 条）
          </Button>
        </p>
      )}
      {changes.length <= shown && more > 0 && <p className="xj-faint">另有 {more} 处没有逐条列出。</p>}
    </div>
  );
}
