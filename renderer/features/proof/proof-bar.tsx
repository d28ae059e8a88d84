// Over a proof: what was read, what it was held against, and what can be written out.
import { Button, Tooltip } from 'antd';
import type { ProofView } from '#shared/contract/methods/proof.ts';
import { proofSummary } from '#shared/proof/proof-list.ts';
import { useWorkbook } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import type { Writer } from '../output/use-writer.ts';
import { printFrame } from '../print/print-frame.ts';
import type { ProofFlow } from './proof-flow.ts';

export function ProofBar({ flow, view, writer }: { flow: ProofFlow; view: ProofView; writer: Writer }) {
  const session = useSession();
  const workbook = useWorkbook();
  const { id, name, canMark, plan } = view;
  const base = name.replace(/\.[^.]*$/, '');
  const mark = (): void =>
    void writer.run({
      what: '批注稿',
      kind: 'docx',
      fileName: `${base}（批注）.docx`,
      doing: '正在写批注稿',
      write: (token) => session.call('proof.mark', { id, token }),
    });
  const list = (): void =>
    void writer.run({
      what: '核对清单',
      kind: 'xlsx',
      fileName: `${base}核对清单.xlsx`,
      doing: '正在写核对清单',
      write: (token) => session.call('proof.list', { id, token }),
    });
  const print = async (): Promise<void> => {
    const sent = await session.attempt('正在准备打印', () => session.call('proof.paper', { id }));
    if (sent?.html) await printFrame(sent.html);
  };
  const held = plan === null ? '只核对文稿自身' : `同时与“${plan}”工作簿的数据核对`;
  const isStale = plan === null && workbook !== null;
  return (
    <header className="xj-proof-bar">
      <div className="xj-proof-name">
        <strong title={name}>{name}</strong>
        <span className="xj-faint" data-testid="proof-summary">
          {proofSummary(view.report)}；{held}
        </span>
      </div>
      <Tooltip title={isStale ? '与现在打开的工作簿的数据一起核对' : '文稿或工作簿改过以后再核对一次'}>
        <Button
          size="small"
          type={isStale ? 'primary' : 'default'}
          onClick={() => void flow.again()}
          data-testid="proof-again"
        >
          重新核对
        </Button>
      </Tooltip>
      <Button size="small" onClick={() => flow.leave()} data-testid="proof-other">
        换一份
      </Button>
      <Tooltip
        title={canMark ? '原稿加上批注，其余不动' : '只有 .docx 能加批注；可导出核对清单，或另存为 .docx 后再核对'}
      >
        <Button size="small" disabled={!canMark || writer.busy !== null} onClick={mark} data-testid="proof-mark">
          另存批注稿…
        </Button>
      </Tooltip>
      <Button size="small" disabled={writer.busy !== null} onClick={list} data-testid="proof-list">
        导出核对清单…
      </Button>
      <Button size="small" onClick={() => void print()} data-testid="proof-print">
        打印清单…
      </Button>
    </header>
  );
}
