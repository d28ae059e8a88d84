// 文稿核对 before there is a draft: choose or drop a file, or paste a text.
import { InboxOutlined } from '@ant-design/icons';
import { Alert, Button, Input } from 'antd';
import type { ProofFlow } from './proof-flow.ts';
import type { ProofState } from './proof-state.ts';

export function ProofStart({ flow, state }: { flow: ProofFlow; state: ProofState }) {
  return (
    <div className="xj-proof-start" data-testid="proof-start">
      {state.error !== null && <Alert type="error" showIcon title={state.error} data-testid="proof-error" />}
      <div className="xj-proof-zone">
        <InboxOutlined />
        <p className="xj-proof-lead">把文稿拖到窗口里，或者</p>
        <Button type="primary" size="large" onClick={() => void flow.choose()} data-testid="proof-choose">
          选择文稿…
        </Button>
        <p className="xj-faint">支持 .docx .doc .wps .pdf（有文字的） .odt .rtf .txt、网页和电子表格</p>
      </div>
      <p className="xj-faint">
        逐个核对：表里的行、列加起来是否等于合计，表与表、文与表、文与文是否一致，分列数与总数、占比、增幅能否由文中的数算出，表号、图号是否存在；打开了工作簿的，同时与项目数据核对。“十三五”等别的时期、别的地区的数不比。文稿只在本机读，不会存进工作簿，也不会改动。
      </p>
      <div className="xj-bar">
        <b>或把文字粘贴在这里</b>
        <span className="xj-grow" />
        <Button
          size="small"
          disabled={state.text.trim() === ''}
          onClick={() => void flow.prove(state.text)}
          data-testid="proof-text"
        >
          核对这段文字
        </Button>
      </div>
      <Input.TextArea
        className="xj-proof-input"
        data-testid="proof-input"
        aria-label="要核对的文字"
        value={state.text}
        placeholder="例如“投资概算及资金筹措”一章的正文"
        onChange={({ target }) => flow.state.set({ text: target.value })}
      />
    </div>
  );
}
