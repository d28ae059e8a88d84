// The first screen: new workbook, open, sample, recently used files. Also reached from the file menu.
import {
  FileAddOutlined,
  FileSearchOutlined,
  FolderOpenOutlined,
  ReadOutlined,
  RollbackOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import type { MethodOutput } from '#shared/contract/methods.ts';
import { openRecent, openSample, openWorkbook } from '../../commands/file-actions.ts';
import { showProof } from '../../commands/show-proof.ts';
import { useSession } from '../../session.ts';
import { proofFlow } from '../proof/proof-flow.ts';
import { NewWorkbook } from './new-workbook.tsx';
import { RollOver } from './roll-over.tsx';
import './start.css';

export function StartPage({ status, isFirst }: { status: MethodOutput<'app.status'>; isFirst: boolean }) {
  const session = useSession();
  return (
    <div className={isFirst ? 'xj-start is-first' : 'xj-start'} data-testid="page-start">
      <div className="xj-start-inner">
        <h1>衔接规划工作台</h1>
        <p className="xj-faint">县（市、区）编制五年帮扶、衔接规划：项目表、汇总表、勾稽审核与印制</p>
        <div className="xj-start-columns">
          <section>
            <h2>
              <FileAddOutlined /> 新建工作簿
            </h2>
            <NewWorkbook recentPlaces={status.recentPlaces} />
            <div className="xj-start-buttons">
              <RollOver />
            </div>
          </section>
          <section>
            <h2>
              <FolderOpenOutlined /> 打开
            </h2>
            <div className="xj-start-buttons">
              <Button type="primary" onClick={() => void openWorkbook(session)} data-testid="open-workbook">
                打开工作簿…
              </Button>
              <Button icon={<ReadOutlined />} onClick={() => void openSample(session)} data-testid="open-sample">
                打开示例（红塔区）…
              </Button>
              <Button
                icon={<FileSearchOutlined />}
                onClick={() => {
                  showProof(session, status.workbook !== null);
                  void proofFlow(session).choose();
                }}
                data-testid="open-proof"
              >
                核对一份文稿…
              </Button>
              <Button
                icon={<RollbackOutlined />}
                onClick={() => session.nav.set({ page: 'restore', restoreFile: null })}
                data-testid="open-restore"
              >
                恢复…
              </Button>
            </div>
            <h3>最近使用</h3>
            {status.recent.length === 0 && <p className="xj-faint">还没有打开过工作簿。第一次使用，可以先看看示例。</p>}
            <ul className="xj-recent">
              {status.recent.map((file) => (
                <li key={file.id}>
                  <button
                    type="button"
                    disabled={file.missing}
                    onClick={() => void openRecent(session, file.id)}
                    data-testid="recent-file"
                  >
                    <strong>{file.name}</strong>
                    <span>{file.missing ? `文件已不在：${file.folder}` : file.folder}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </div>
  );
}
