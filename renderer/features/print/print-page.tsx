// 打印: what, on which paper, how it looks, then PDF; and the spreadsheets that go out.
import { FilePdfOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Segmented, Spin } from 'antd';
import { useState } from 'react';
import { errorText } from '../../api/call.ts';
import { KEYS } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { useTableShowings } from '../tables/showing-choice.tsx';
import { useWriter } from '../written/use-writer.ts';
import { WrittenNote } from '../written/written-note.tsx';
import { ExportPanel } from './export-panel.tsx';
import { PagePreview } from './page-preview.tsx';
import { PRINT_KINDS, PRINT_NAMES, type PrintWhat, readPapers, rememberPaper } from './print-choices.ts';
import { TemplatePanel } from './template-panel.tsx';
import './print.css';

export function PrintPage() {
  const { call } = useSession();
  const writer = useWriter();
  const [what, setWhat] = useState<PrintWhat>('annex');
  const [papers, setPapers] = useState(readPapers);
  const paper = papers[what];
  const { showings } = useTableShowings();
  const name = PRINT_NAMES[what];
  const preview = useQuery({
    queryKey: [...KEYS.preview, what, paper, showings],
    queryFn: () => call('print.preview', { what, paper, showings }),
  });
  const printPdf = (): Promise<void> =>
    writer.run({
      what: `${name} PDF`,
      kind: 'pdf',
      fileName: name,
      doing: '正在生成 PDF',
      write: (token) => call('print.pdf', { token, what, paper, showings }),
    });
  return (
    <div className="xj-print" data-testid="page-print">
      <aside>
        <section>
          <h2>内容和纸张</h2>
          <Segmented
            block
            vertical
            data-testid="print-what"
            value={what}
            onChange={setWhat}
            options={PRINT_KINDS.map((value) => ({ value, label: PRINT_NAMES[value] }))}
          />
          <Segmented
            block
            data-testid="print-paper"
            value={paper}
            onChange={(value) => setPapers(rememberPaper(papers, what, value))}
            options={[
              { value: 'A3' as const, label: 'A3' },
              { value: 'A4' as const, label: 'A4' },
            ]}
          />
          <Button
            type="primary"
            block
            icon={<FilePdfOutlined />}
            loading={writer.busy === `${name} PDF`}
            onClick={() => void printPdf()}
            data-testid="print-pdf"
          >
            {writer.busy === `${name} PDF` ? '正在生成 PDF' : '生成 PDF…'}
          </Button>
          <p className="xj-faint">宽度自动缩放到一页纸宽，不切列；表头每页重复，一行不跨页。</p>
        </section>
        <ExportPanel what={what} writer={writer} />
        <TemplatePanel writer={writer} />
      </aside>
      <div className="xj-preview">
        <WrittenNote writer={writer} />
        {preview.error && (
          <Alert
            type="error"
            showIcon
            title={`预览没有生成：${errorText(preview.error)}`}
            action={
              <Button size="small" onClick={() => void preview.refetch()}>
                重试
              </Button>
            }
          />
        )}
        {preview.isPending && <Spin className="xj-page-spin" description="正在排版" />}
        {preview.data && <PagePreview key={`${what}${paper}`} html={preview.data.html} title={`${name}预览`} />}
      </div>
    </div>
  );
}
