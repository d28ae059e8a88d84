// 已保存 / 正在保存 / 保存失败. Saved means that the reply to every change has come: the file holds them.
import { CheckCircleFilled, ExclamationCircleFilled, LoadingOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';

export function SaveState({ savedAt }: { savedAt: string | null }) {
  const { activity } = useSession();
  const saving = useStore(activity, (state) => state.saving);
  const failed = useStore(activity, (state) => state.saveFailed);
  if (failed !== null) {
    return (
      <Tooltip title={failed}>
        <span className="xj-save is-failed" role="status" data-testid="save-state" data-state="failed">
          <ExclamationCircleFilled /> 保存失败
        </span>
      </Tooltip>
    );
  }
  if (saving > 0) {
    return (
      <span className="xj-save" role="status" data-testid="save-state" data-state="saving">
        <LoadingOutlined /> 正在保存
      </span>
    );
  }
  const at = savedAt === null ? '' : `最近一次修改于 ${new Date(savedAt).toLocaleString('zh-CN')} 写入文件`;
  return (
    <Tooltip title={at}>
      <span className="xj-save is-saved" role="status" data-testid="save-state" data-state="saved">
        <CheckCircleFilled /> 已保存
      </span>
    </Tooltip>
  );
}
