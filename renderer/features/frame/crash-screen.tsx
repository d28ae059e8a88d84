// Catches a failure while drawing, so that the window says something instead of going blank.
import { Button } from 'antd';
import { Component, type ContextType, type ReactNode } from 'react';
import { SessionContext } from '../../session.ts';

/** React has no way to catch drawing errors but a class. */
export class CrashScreen extends Component<{ children: ReactNode }, { message: string | null }> {
  static override contextType = SessionContext;
  declare context: ContextType<typeof SessionContext>;
  override state: { message: string | null } = { message: null };

  static getDerivedStateFromError(thrown: unknown): { message: string } {
    return { message: thrown instanceof Error ? thrown.message : String(thrown) };
  }

  override render(): ReactNode {
    if (this.state.message === null) return this.props.children;
    return (
      <div className="xj-lost" role="alertdialog" aria-label="界面出错" data-testid="crash-screen">
        <div className="xj-lost-box">
          <h2>界面出错了</h2>
          <p>已保存的修改都在工作簿文件里，不会丢失。请重新载入界面；如果反复出现，请把下面这句话告诉维护人员。</p>
          <p className="xj-faint">{this.state.message}</p>
          <Button type="primary" onClick={() => location.reload()}>
            重新载入
          </Button>{' '}
          <Button
            onClick={() => {
              this.context?.nav.set({ page: 'restore', restoreFile: null });
              this.setState({ message: null });
            }}
            data-testid="crash-restore"
          >
            查看备份…
          </Button>
        </div>
      </div>
    );
  }
}
