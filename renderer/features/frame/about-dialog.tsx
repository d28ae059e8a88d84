// 关于: version and what the program keeps where.
import { Modal } from 'antd';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';

export function AboutDialog({ version }: { version: string }) {
  const { nav } = useSession();
  const isOpen = useStore(nav, (state) => state.dialog === 'about');
  return (
    <Modal title="关于衔接规划工作台" open={isOpen} footer={null} onCancel={() => nav.set({ dialog: null })}>
      <p>版本 {version}</p>
      <p>一个县的规划保存在一个工作簿文件（.xianjie）里。每次修改确认后立即写入文件，可以撤销，重新打开后仍可撤销。</p>
      <p>本程序不连接网络，数据不会离开这台电脑。</p>
    </Modal>
  );
}
