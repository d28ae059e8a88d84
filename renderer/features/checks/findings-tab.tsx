// 审核结果: the findings on the left, all about one of them on the right.
import { Alert, Button, Empty, Spin } from 'antd';
import { useState } from 'react';
import { useTables, useWorkbook } from '../../api/queries.ts';
import { suggestName, tellWritten } from '../../commands/file-actions.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { BreakdownButton } from '../breakdown/breakdown-offer.tsx';
import { usePrintJob, usePrintWhat } from '../print/use-print-job.ts';
import { ExplainButton } from './explain-button.tsx';
import { FindingBar } from './finding-bar.tsx';
import { FindingDetail } from './finding-detail.tsx';
import { FindingList } from './finding-list.tsx';
import { FixesDialog } from './fixes-dialog.tsx';
import { useFindings } from './use-findings.ts';
import { useFixes } from './use-fixes.ts';
import { VerdictLine } from './verdict-line.tsx';

export function FindingsTab() {
  const session = useSession();
  const workbook = useWorkbook();
  const [isFixing, setFixing] = useState(false);
  const fixes = useFixes();
  const [, printWhat] = usePrintWhat();
  const printJob = usePrintJob('findings');
  const years = useTables().data?.tables.find(({ id }) => id === 'years');
  const { checks, view, arranged, current } = useFindings();
  if (checks.error) return <Alert type="error" showIcon title="审核没有完成" description={errorText(checks.error)} />;
  if (!checks.data) return <Spin className="xj-page-spin" description="正在审核" />;
  const { findings, verdict } = checks.data;

  const exportFindings = async (): Promise<void> => {
    const file = await session.chooseSave('xlsx', '导出差错清单', `${suggestName(workbook, '差错清单')}.xlsx`);
    if (!file) return;
    const written = await session.attempt('正在导出差错清单', () =>
      session.call('export.findings', { token: file.token, groupBy: view.groupBy, published: view.published }),
    );
    tellWritten(session, written, '差错清单');
  };
  const printFindings = (): void => {
    printWhat('findings');
    printJob.change({ groupBy: view.groupBy, published: view.published });
    session.nav.set({ page: 'print' });
  };
  return (
    <div className="xj-checks">
      <FindingBar findings={findings} verdict={verdict} view={view} isFetching={checks.isFetching} />
      <div className="xj-bar">
        <VerdictLine verdict={verdict} isPublished={view.published} />
        <span className="xj-grow" />
        {fixes.length > 0 && (
          <Button
            size="small"
            disabled={workbook?.readOnly != null}
            onClick={() => setFixing(true)}
            data-testid="open-fixes"
          >
            自动修正 {fixes.length} 处…
          </Button>
        )}
        {workbook?.readOnly === null && years && <BreakdownButton table={years} />}
        <ExplainButton findings={findings} ticked={view.ticked} />
        <Button size="small" onClick={() => session.nav.set({ checksTab: 'rules' })} data-testid="rule-help">
          规则说明
        </Button>
        <Button size="small" onClick={printFindings} data-testid="print-findings">
          打印差错清单…
        </Button>
        <Button size="small" onClick={() => void exportFindings()} data-testid="export-findings">
          导出差错清单…
        </Button>
      </div>
      <div className="xj-finding-split">
        {arranged.findings.length === 0 ? (
          <Empty className="xj-empty" description={emptyText(findings.length, view.state)} />
        ) : (
          <FindingList arranged={arranged} view={view} />
        )}
        <FindingDetail finding={current} isPublished={view.published} fixes={fixes} />
      </div>
      {isFixing && <FixesDialog fixes={fixes} close={() => setFixing(false)} />}
    </div>
  );
}

function emptyText(all: number, state: string): string {
  if (all === 0) {
    return '没有发现问题：每个项目的总投资与资金来源、分年度投资都一致。要与已印发的规划核对，请勾选“与印发稿核对”。';
  }
  if (state === 'open') return '没有符合条件的未处理结果。已说明的可以在“已说明”里查看。';
  return '没有符合筛选条件的结果，请放宽条件。';
}
