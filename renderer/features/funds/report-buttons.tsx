// The ways out of a report: a spreadsheet, a Word table, or the print page with its preview and PDF.
import { Button } from 'antd';
import { REPORT_NAMES, type ReportChoice, reportPaper } from '#shared/reports/report.ts';
import { useWorkbook } from '../../api/queries.ts';
import { suggestName, tellWritten } from '../../commands/file-actions.ts';
import { useSession } from '../../session.ts';
import { usePrintJob, usePrintWhat } from '../print/use-print-job.ts';

const NAMES = { xlsx: 'Excel', docx: 'Word' } as const;

export function ReportButtons({ report }: { report: ReportChoice }) {
  const session = useSession();
  const workbook = useWorkbook();
  const [, printWhat] = usePrintWhat();
  const printJob = usePrintJob('report');
  const name = REPORT_NAMES[report.kind];
  const writeOut = async (kind: 'xlsx' | 'docx'): Promise<void> => {
    const year = report.kind === 'year-plan' ? `${report.year}` : '';
    const file = await session.chooseSave(kind, `导出${name}`, `${suggestName(workbook, `${year}${name}`)}.${kind}`);
    if (!file) return;
    const done = await session.attempt('正在导出', () => session.call('export.report', { token: file.token, report }));
    tellWritten(session, done, name);
  };
  const print = (): void => {
    printWhat('report');
    printJob.change({ report, paper: reportPaper(report) });
    session.nav.set({ page: 'print' });
  };
  return (
    <>
      {(['xlsx', 'docx'] as const).map((kind) => (
        <Button key={kind} size="small" onClick={() => void writeOut(kind)} data-testid={`report-${kind}`}>
          导出 {NAMES[kind]}…
        </Button>
      ))}
      <Button size="small" onClick={print} data-testid="report-print">
        打印、存为 PDF…
      </Button>
    </>
  );
}
