// 打印: what, how it looks page by page, then to the printer or into a PDF; and the spreadsheets that go out.
import { FilePdfOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import type { PrintWhat } from '#shared/print/print-job.ts';
import { useWorkbook } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { useWriter } from '../output/use-writer.ts';
import { WrittenNote } from '../output/written-note.tsx';
import { ExportPanel } from './export-panel.tsx';
import { PagePreview } from './preview/page-preview.tsx';
import { printFrame } from './print-frame.ts';
import { nameOfJob, PRINT_KINDS, PRINT_NAMES } from './print-kinds.ts';
import { RegisterNotice } from './register-notice.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { TemplatePanel } from './template-panel.tsx';
import { usePrintJob, usePrintWhat } from './use-print-job.ts';
import './print.css';

export function PrintPage() {
  const [what, setWhat] = usePrintWhat();
  return (
    <div className="xj-print" data-testid="page-print">
      <PrintOf key={what} what={what} setWhat={setWhat} />
    </div>
  );
}

function PrintOf({ what, setWhat }: { what: PrintWhat; setWhat: (what: PrintWhat) => void }) {
  const session = useSession();
  const workbook = useWorkbook();
  const writer = useWriter();
  const [isPrinting, setPrinting] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const askToRegister = (): void => setAsking(what === 'notice' && workbook?.readOnly === null);
  const { job, change, reset } = usePrintJob(what);
  const name = job ? nameOfJob(job) : PRINT_NAMES[what];
  const savePdf = async (): Promise<void> => {
    if (!job) return;
    await writer.run({
      what: `${name} PDF`,
      kind: 'pdf',
      fileName: name,
      doing: '正在生成 PDF',
      write: async (token) => {
        const written = await session.call('print.pdf', { token, job });
        askToRegister();
        return written;
      },
    });
  };
  const print = async (): Promise<void> => {
    if (!job) return;
    setPrinting(true);
    const sent = await session.attempt('正在准备打印', () => session.call('print.paper', { job }));
    // No printer of the program's own: the browser's print dialog takes the pages.
    if (sent?.html) await printFrame(sent.html);
    setPrinting(false);
    if (sent) askToRegister();
  };
  return (
    <>
      <aside>
        <section>
          <Radio.Group
            className="xj-print-what"
            optionType="button"
            buttonStyle="solid"
            data-testid="print-what"
            value={what}
            onChange={(event) => setWhat(event.target.value)}
            options={PRINT_KINDS.map((value) => ({ value, label: PRINT_NAMES[value] }))}
          />
          <div className="xj-print-actions">
            <Button
              icon={<PrinterOutlined />}
              loading={isPrinting}
              onClick={() => void print()}
              data-testid="print-paper-out"
            >
              打印…
            </Button>
            <Button
              type="primary"
              icon={<FilePdfOutlined />}
              loading={writer.busy === `${name} PDF`}
              onClick={() => void savePdf()}
              data-testid="print-pdf"
            >
              存为 PDF…
            </Button>
          </div>
        </section>
        {job && (
          <section className="xj-print-settings">
            <SettingsPanel job={job} change={change} reset={reset} />
          </section>
        )}
        {job && <ExportPanel job={job} writer={writer} written={askToRegister} />}
        <TemplatePanel writer={writer} />
      </aside>
      <div className="xj-preview">
        <WrittenNote writer={writer} />
        {/* Another document begins at its first page. */}
        {job && <PagePreview key={job.what} job={job} />}
      </div>
      {isAsking && job?.what === 'notice' && <RegisterNotice job={job} close={() => setAsking(false)} />}
    </>
  );
}
