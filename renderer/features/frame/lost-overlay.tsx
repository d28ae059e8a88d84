// Covers the window when the backend does not answer any more.
import { Button } from 'antd';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';

export function LostOverlay() {
  const { activity } = useSession();
  const isLost = useStore(activity, (state) => state.lost);
  if (!isLost) return null;
  return (
    <div className="xj-lost" role="alertdialog" aria-label="连接已断开" data-testid="lost-overlay">
      <div className="xj-lost-box">
        <h2>与后台的连接已断开</h2>
        <p>后台程序可能已经退出，或者电脑刚刚休眠过。显示过“已保存”的修改都在工作簿文件里，不会丢失。</p>
        <p>如果重新连接后仍然不行，请关闭窗口，重新启动衔接规划工作台。</p>
        <Button type="primary" onClick={() => location.reload()} data-testid="reconnect">
          重新连接
        </Button>
      </div>
    </div>
  );
}
