// Spreadsheets that go out: what is shown beside, as .xlsx.
import { Button } from 'antd';
import { useState } from 'react';
import type { PrintJob } from '#shared/print/print-job.ts';
import { useSession } from '../../session.ts';
import type { Writer } from '../output/use-writer.ts';
import { Choice } from './fields.tsx';
import { nameOfJob } from './print-kinds.ts';

interface Props {
  job: PrintJob;
  writer: Writer;
  /** Called when a file was written. */
  written: () => void;
}

export function ExportPanel({ job, writer, written }: Props) {
  const { call } = useSession();
  const [sums, setSums] = useState<'formulas' | 'values'>('formulas');
  const name = nameOfJob(job);
  const writeSheet = (token: string) => {
    if (job.what === 'tables') return call('export.tables', { token, ids: job.ids, showings: job.showings });
    if (job.what === 'findings') {
      return call('export.findings', { token, groupBy: job.groupBy, published: job.published });
    }
    if (job.what === 'set') return call('export.set', { token, job });
    if (job.what === 'report') return call('export.report', { token, report: job.report });
    if (job.what === 'notice') return call('export.notice', { token, job });
    const { totalPosition, numbering } = job;
    return call('export.projects', { token, formulas: sums === 'formulas', totalPosition, numbering });
  };
  const exportSheet = (): Promise<void> =>
    writer.run({
      what: `${name}（Excel）`,
      kind: 'xlsx',
      fileName: name,
      doing: `正在导出${name}`,
      write: async (token) => {
        const done = await writeSheet(token);
        written();
        return done;
      },
    });
  return (
    <section>
      <h2>导出 Excel</h2>
      {job.what === 'annex' && (
        <Choice
          label="小计、合计"
          value={sums}
          onChange={setSums}
          options={[
            ['formulas', '公式'],
            ['values', '数值'],
          ]}
        />
      )}
      <Button
        block
        loading={writer.busy === `${name}（Excel）`}
        onClick={() => void exportSheet()}
        data-testid="export-sheet"
      >
        导出{name}（.xlsx）…
      </Button>
    </section>
  );
}
