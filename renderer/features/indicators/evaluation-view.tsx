// An evaluation as it was made, with what of its figures is another today.
import { useQuery } from '@tanstack/react-query';
import { Alert, Modal, Spin } from 'antd';
import { changedWords } from '#shared/evaluation/changed-since.ts';
import { tableCellText } from '#shared/format/table-text.ts';
import type { EvaluationTable } from '#shared/records/evaluation.ts';
import { KEYS } from '../../api/queries.ts';
import { useSession } from '../../session.ts';

const MOST_SAID = 12;

export function EvaluationView({ id, close }: { id: string; close: () => void }) {
  const { call } = useSession();
  const { data } = useQuery({
    queryKey: [...KEYS.indicators, 'evaluation', id],
    queryFn: () => call('evaluation.read', { id }),
  });
  const changed = data?.changed ?? [];
  return (
    <Modal
      open
      width={1180}
      style={{ top: 24 }}
      title={data?.evaluation.title.replace('\n', '') ?? '评价报告'}
      footer={null}
      onCancel={close}
    >
      <div className="xj-evaluation" data-testid="evaluation-view">
        {!data && <Spin />}
        {changed.length > 0 && (
          <Alert
            type="info"
            showIcon
            data-testid="evaluation-changed"
            title={`评估以后有 ${changed.length} 处数据变了，报告没有改；要按现在的数，请重新形成。`}
            description={
              <ul>
                {changed.slice(0, MOST_SAID).map((one) => (
                  <li key={changedWords(one)}>{changedWords(one)}</li>
                ))}
                {changed.length > MOST_SAID && <li>……还有 {changed.length - MOST_SAID} 处</li>}
              </ul>
            }
          />
        )}
        {data?.evaluation.blocks.map((block) => {
          if (block.kind === 'heading') return <h3 key={block.text}>{block.text}</h3>;
          if (block.kind === 'paragraph') return <p key={block.text}>{block.text}</p>;
          return <KeptTable key={block.table.id} table={block.table} />;
        })}
      </div>
    </Modal>
  );
}

function KeptTable({ table: { number, title, columns, rows, notes } }: { table: EvaluationTable }) {
  return (
    <section>
      <h4>
        {number}　{title}
      </h4>
      <table>
        <thead>
          <tr>
            {columns.map(({ key, group, label }) => (
              <th key={key}>{group === undefined ? label : `${group}${label}`}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, role, cells }) => (
            <tr key={key} className={role === 'item' ? '' : 'is-sum'}>
              {columns.map((column, at) => (
                <td key={column.key} className={column.kind === 'text' ? '' : 'is-number'}>
                  {tableCellText(cells[at])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {notes.map((note) => (
        <small key={note} className="xj-faint xj-evaluation-note">
          {note}
        </small>
      ))}
    </section>
  );
}
