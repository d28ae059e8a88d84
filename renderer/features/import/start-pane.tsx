// The import page before anything is chosen: where to begin, what can be read, what will happen.
import { InboxOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { FILE_KIND_INFO } from '#shared/contract/file-kinds.ts';
import { useSession } from '../../session.ts';
import type { ImportFlow } from './import-flow.ts';

export function StartPane({ flow, readOnly }: { flow: ImportFlow; readOnly: string | null }) {
  const { nav } = useSession();
  const endings = FILE_KIND_INFO.sheet.extensions.map((extension) => `.${extension}`).join(' ');
  return (
    <div className="xj-imp-start" data-testid="import-start">
      <div className="xj-imp-zone">
        <InboxOutlined />
        <p className="xj-imp-lead">把各单位报来的表格拖到窗口里，或者</p>
        <Button
          type="primary"
          size="large"
          disabled={readOnly !== null}
          onClick={() => void flow.choose()}
          data-testid="import-choose"
        >
          选择文件…
        </Button>
        {readOnly !== null && <p className="xj-field-error">{readOnly}</p>}
        <p className="xj-faint">可以一次选多个，支持 {endings}</p>
      </div>
      <ol className="xj-imp-steps">
        <li>
          <b>读表</b>
          <span>自动找到表头，认出每一列；合计、小计行留作核对，不当项目。</span>
        </li>
        <li>
          <b>核对</b>
          <span>列对应、单位、类别都可改；拿不准的会问，读不出的会列出，不会当成 0。</span>
        </li>
        <li>
          <b>导入</b>
          <span>新增、变化逐格对照，看清再导入；导入后可以一步撤销。</span>
        </li>
      </ol>
      <p className="xj-faint">
        还没有表？到
        <button type="button" className="xj-link" onClick={() => nav.set({ page: 'print' })}>
          打印
        </button>
        页导出空白填报模板，发给各单位填写。
      </p>
    </div>
  );
}
