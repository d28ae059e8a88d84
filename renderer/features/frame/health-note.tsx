// The file itself in the bottom bar: sound, damaged, and whether its automatic backup could be made.
import { ExclamationCircleFilled, SafetyCertificateOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import type { FileHealth } from '#shared/domain/file-health.ts';
import { shortChainHead } from '#shared/domain/state-code.ts';
import { localMinute } from '#shared/values/local-time.ts';
import { useHealth } from '../../api/queries.ts';
import { useSession } from '../../session.ts';

/** What the check says in few words; null where nothing is to be said. */
export function checkWords({ state, problems }: FileHealth['check']): string | null {
  if (state === 'damaged') return `文件有损坏：${problems.length} 处`;
  if (state === 'failed') return '文件没有检查成';
  if (state === 'running') return '正在检查文件';
  return state === 'sound' ? '文件完好' : null;
}

function hint({ check, backup }: FileHealth): string {
  const saved = backup.at === null ? '打开以来还没有自动备份' : `最近一次自动备份 ${localMinute(backup.at)}`;
  const code = check.head === '' ? '' : `校验码 ${shortChainHead(check.head)}；`;
  return `${code}${saved}；备份在 ${backup.folder}`;
}

export function HealthNote() {
  const { nav } = useSession();
  const health = useHealth().data;
  if (!health) return null;
  const { check, backup } = health;
  const words = checkWords(check);
  const isBad = check.state === 'damaged' || check.state === 'failed';
  return (
    <>
      {words !== null && (
        <Tooltip title={isBad ? check.problems[0] : hint(health)}>
          <button
            type="button"
            className={`xj-link xj-health${isBad ? ' is-bad' : ''}`}
            data-testid="file-health"
            data-state={check.state}
            onClick={() => nav.set({ dialog: 'verify' })}
          >
            {isBad ? <ExclamationCircleFilled /> : <SafetyCertificateOutlined />} {words}
          </button>
        </Tooltip>
      )}
      {backup.failed !== null && (
        <Tooltip title={backup.failed}>
          <span className="xj-health is-bad" role="status" data-testid="backup-failed">
            <ExclamationCircleFilled /> 自动备份没有完成
          </span>
        </Tooltip>
      )}
    </>
  );
}
