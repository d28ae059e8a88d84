// Paper, binding, page number and type of any print.
import type { PrintJob } from '#shared/print/print-job.ts';
import { Choice, Dropdown, WholeNumber } from './fields.tsx';

type PageChoices = Pick<
  PrintJob,
  'paper' | 'orientation' | 'binding' | 'pageNumber' | 'firstNumber' | 'fontPt' | 'tableFont' | 'code'
>;

interface Props {
  job: PageChoices;
  change: (changes: Partial<PageChoices>) => void;
  /** Each table lies or stands as it has few or many columns. */
  isAutomatic?: boolean;
}

const SIZES = ['7.5', '8', '8.5', '9', '9.5', '10', '10.5', '12'];

export function PaperSettings({ job, change, isAutomatic = false }: Props) {
  const orientations = [
    ...(isAutomatic ? ([['auto', '自动']] as const) : []),
    ['landscape', '横向'],
    ['portrait', '纵向'],
  ] as const;
  return (
    <>
      <Choice
        label="纸张"
        value={job.paper}
        onChange={(paper) => change({ paper })}
        options={[
          ['A3', 'A3'],
          ['A4', 'A4'],
        ]}
        testId="print-paper"
      />
      <Choice
        label="方向"
        value={job.orientation}
        onChange={(orientation) => change({ orientation })}
        options={orientations}
        testId="print-orientation"
      />
      <Dropdown
        label="装订"
        value={job.binding}
        onChange={(binding) => change({ binding })}
        options={[
          ['left', '单面，左侧装订'],
          ['duplex', '双面，单双页对称'],
          ['document', '与竖排正文合订（公文版心）'],
        ]}
        testId="print-binding"
      />
      <Dropdown
        label="页码"
        value={job.pageNumber}
        onChange={(pageNumber) => change({ pageNumber })}
        options={[
          ['count', '第 1 页 共 9 页，居中'],
          ['dash', '— 1 —，单页居右双页居左'],
          ['none', '不打页码'],
        ]}
        testId="print-number"
      />
      {job.pageNumber !== 'none' && (
        <WholeNumber
          label="起始页码"
          value={job.firstNumber}
          min={1}
          max={99_999}
          onChange={(firstNumber) => change({ firstNumber })}
        />
      )}
      <Choice
        label="校验码"
        value={job.code ? 'yes' : 'no'}
        onChange={(code) => change({ code: code === 'yes' })}
        options={[
          ['yes', '印在页脚'],
          ['no', '不印'],
        ]}
        testId="print-code"
      />
      <Dropdown
        label="字号"
        value={job.fontPt === null ? 'auto' : String(job.fontPt)}
        onChange={(size) => change({ fontPt: size === 'auto' ? null : Number(size) })}
        options={[['auto', '自动（不小于 7.5 磅）'], ...SIZES.map((size) => [size, `${size} 磅`] as const)]}
        testId="print-size"
      />
      <Choice
        label="字体"
        value={job.tableFont}
        onChange={(tableFont) => change({ tableFont })}
        options={[
          ['song', '宋体'],
          ['fang', '仿宋'],
        ]}
      />
    </>
  );
}
