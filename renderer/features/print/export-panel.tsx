// Spreadsheets that go out: what is shown beside, as .xlsx; an empty template; an office's own template filled.
import { Button, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../session.ts';
import { useTableShowings } from '../tables/showing-choice.tsx';
import type { Writer } from '../written/use-writer.ts';
import { PRINT_NAMES, type PrintWhat } from './print-choices.ts';

export function ExportPanel({ what, writer }: { what: PrintWhat; writer: Writer }) {
  const { call } = useSession();
  const { showings } = useTableShowings();
  const [formulas, setFormulas] = useState(true);
  const [totalPosition, setTotalPosition] = useState<'first' | 'last'>('first');
  const [numbering, setNumbering] = useState<'restart' | 'continuous'>('restart');
  const name = PRINT_NAMES[what];

  const exportSheet = (): Promise<void> =>
    writer.run({
      what: `${name}（Excel）`,
      kind: 'xlsx',
      fileName: name,
      doing: `正在导出${name}`,
      write: (token) => {
        if (what === 'tables') return call('export.tables', { token, showings });
        if (what === 'findings') return call('export.findings', { token });
        return call('export.projects', { token, formulas, totalPosition, numbering });
      },
    });
  return (
    <section>
      <h2>导出 Excel</h2>
      {what === 'annex' && (
        <>
          <Choice
            label="小计、合计"
            value={formulas}
            onChange={setFormulas}
            options={[
              [true, '公式'],
              [false, '数值'],
            ]}
          />
          <Choice
            label="合计行"
            value={totalPosition}
            onChange={setTotalPosition}
            options={[
              ['first', '首行'],
              ['last', '末行'],
            ]}
          />
          <Choice
            label="序号"
            value={numbering}
            onChange={setNumbering}
            options={[
              ['continuous', '连续'],
              ['restart', '每类重排'],
            ]}
          />
        </>
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

interface ChoiceProps<T extends string | boolean> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: readonly (readonly [T, ReactNode])[];
}

function Choice<T extends string | boolean>({ label, value, onChange, options }: ChoiceProps<T>) {
  return (
    <fieldset>
      <legend>{label}</legend>
      <Radio.Group
        value={value}
        onChange={(event) => onChange(event.target.value as T)}
        options={options.map(([option, text]) => ({ value: option, label: text }))}
      />
    </fieldset>
  );
}
