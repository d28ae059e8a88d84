// 导入月报: what would come in, row by row; rows of unknown projects are paired here, then all of it is one step.
import { Alert, Button, Checkbox, Input, Modal, Select, Spin, Table } from 'antd';
import { useEffect, useState } from 'react';
import type { FileRef, MethodOutput } from '#shared/contract/methods.ts';
import { formatWanFull, toFen } from '#shared/values/money.ts';
import { type AmountUnit, UNIT_SCALE_DIGITS } from '#shared/values/parse-amount.ts';
import { useProjects } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { Amount } from '../../ui/amount.tsx';
import { Problems } from './problems.tsx';
import { today } from './today.ts';

type Month = MethodOutput<'pay.inspect'>;
type Row = Month['rows'][number];

const LEAVE_OUT = '';

interface Choices {
  asOf: string | null;
  unit: AmountUnit | null;
  takesFalls: boolean;
  pairs: Record<string, string | null>;
  /** Letters of columns where several fit. */
  columns: string[];
}

export function MonthDialog({ file, close }: { file: FileRef; close: () => void }) {
  const session = useSession();
  const projects = useProjects().data?.projects ?? [];
  const [choices, setChoices] = useState<Choices>({
    asOf: null,
    unit: null,
    takesFalls: false,
    pairs: {},
    columns: [],
  });
  const [month, setMonth] = useState<Month | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const change = (part: Partial<Choices>): void => setChoices((before) => ({ ...before, ...part }));
  useEffect(() => {
    let isCurrent = true;
    setBusy(true);
    session
      .call('pay.inspect', { token: file.token, today: today(), ...choices })
      .then(
        (read) => isCurrent && setMonth(read),
        (thrown: unknown) => isCurrent && setFailure(errorText(thrown)),
      )
      .finally(() => isCurrent && setBusy(false));
    return () => {
      isCurrent = false;
    };
  }, [session, file.token, choices]);
  const isRefused = month?.problems.some(({ level }) => level === 'error') ?? true;
  const hasFalls = choices.takesFalls || (month?.problems.some(({ code }) => code === 'paid-fell') ?? false);
  const take = async (): Promise<void> => {
    const done = await session.attempt('正在读入月报', () =>
      session.write('pay.import', { token: file.token, today: today(), ...choices }),
    );
    close();
    if (!done) return;
    session.messenger.current.success(
      done.payments + done.notes + done.steps === 0
        ? '表上的数都已经记过，没有新增。'
        : `已读入：支付 ${done.payments} 笔 ${formatWanFull(toFen(done.amountFen))} 万元，进度 ${done.notes} 条${done.steps > 0 ? `，补录办理 ${done.steps} 步` : ''}。可一步撤销。`,
    );
  };
  return (
    <Modal
      open
      title={`导入月报：${file.name}`}
      width="min(1280px, 96vw)"
      okText="读入"
      cancelText="取消"
      okButtonProps={{ disabled: isRefused || isBusy, ...({ 'data-testid': 'month-take' } as object) }}
      onOk={() => void take()}
      onCancel={close}
    >
      {failure !== null && <Alert type="error" showIcon title={failure} />}
      {month === null && failure === null && <Spin description="正在读取" />}
      {month && (
        <div data-testid="month-dialog">
          <div className="xj-funds-tools">
            <label htmlFor="month-as-of">截至</label>
            <Input
              id="month-as-of"
              type="date"
              size="small"
              style={{ width: 140 }}
              value={month.asOf}
              onChange={(event) => event.target.value !== '' && change({ asOf: event.target.value })}
            />
            <span className="xj-faint">（{month.asOfReason}）</span>
            <span>金额单位</span>
            <Select
              size="small"
              style={{ width: 110 }}
              aria-label="金额单位"
              value={choices.unit ?? ''}
              options={[
                { value: '', label: '照表上' },
                ...Object.keys(UNIT_SCALE_DIGITS).map((unit) => ({ value: unit, label: unit })),
              ]}
              onChange={(unit) => change({ unit: unit === '' ? null : (unit as AmountUnit) })}
            />
            {hasFalls && (
              <Checkbox checked={choices.takesFalls} onChange={(event) => change({ takesFalls: event.target.checked })}>
                累计数减少的按退回记
              </Checkbox>
            )}
            <span className="xj-grow" />
            <b data-testid="month-sum">
              支付 {month.payments} 笔 {formatWanFull(toFen(month.amountFen))} 万元，进度 {month.notes} 条
              {month.steps > 0 && `，补录办理 ${month.steps} 步`}
            </b>
          </div>
          {month.questions.map((question) => (
            <ColumnChoice
              key={`${question.sheet}:${question.label}`}
              question={question}
              choose={(letter) =>
                change({
                  columns: [
                    ...choices.columns.filter((one) => !question.options.some((option) => option.letter === one)),
                    letter,
                  ],
                })
              }
            />
          ))}
          <Problems problems={month.problems} />
          <Table<Row>
            size="small"
            rowKey="row"
            loading={isBusy}
            dataSource={month.rows}
            pagination={{ pageSize: 100, hideOnSinglePage: true, showSizeChanger: false }}
            scroll={{ y: 320 }}
            columns={[
              { key: 'row', title: '行', dataIndex: 'row', width: 56 },
              {
                key: 'project',
                title: '项目',
                render: (_, row) =>
                  row.project && choices.pairs[row.row] === undefined ? (
                    row.project.name
                  ) : (
                    <span className="xj-funds-pair">
                      <Select
                        size="small"
                        aria-label={`第 ${row.row} 行是哪个项目`}
                        showSearch={{ optionFilterProp: 'label' }}
                        placeholder={`“${row.name}”不在项目表里，请选定`}
                        value={choices.pairs[row.row] === undefined ? null : (choices.pairs[row.row] ?? LEAVE_OUT)}
                        options={[
                          ...row.candidates.map(({ id, name }) => ({ value: id, label: `${name}（可能是）` })),
                          { value: LEAVE_OUT, label: '不读入这一行' },
                          ...projects
                            .filter(({ id }) => !row.candidates.some((one) => one.id === id))
                            .map(({ id, name, town }) => ({ value: id, label: town ? `${name}（${town}）` : name })),
                        ]}
                        onChange={(id: string) =>
                          change({ pairs: { ...choices.pairs, [row.row]: id === LEAVE_OUT ? null : id } })
                        }
                      />
                      {choices.pairs[row.row] === undefined && row.candidates[0] && (
                        <Button
                          type="link"
                          size="small"
                          onClick={() =>
                            change({ pairs: { ...choices.pairs, [row.row]: row.candidates[0]?.id ?? null } })
                          }
                          data-testid={`pair-${row.row}`}
                        >
                          就是“{row.candidates[0].name}”
                        </Button>
                      )}
                    </span>
                  ),
              },
              {
                key: 'known',
                title: '已记支付',
                align: 'right',
                width: 110,
                render: (_, { project, knownFen }) => (project ? <Amount fen={toFen(knownFen)} /> : ''),
              },
              {
                key: 'said',
                title: '表上支付',
                align: 'right',
                width: 110,
                render: (_, { saidFen }) => (saidFen === null ? '' : <Amount fen={toFen(saidFen)} />),
              },
              {
                key: 'difference',
                title: '本次记',
                align: 'right',
                width: 110,
                render: (_, { differenceFen }) =>
                  differenceFen === 0 ? (
                    ''
                  ) : (
                    <b>
                      <Amount fen={toFen(differenceFen)} />
                    </b>
                  ),
              },
              {
                key: 'done',
                title: '完成投资',
                align: 'right',
                width: 110,
                render: (_, { doneFen }) => (doneFen === null ? '' : <Amount fen={toFen(doneFen)} />),
              },
              {
                key: 'percent',
                title: '形象进度',
                align: 'right',
                width: 90,
                render: (_, { percent }) => (percent === null ? '' : `${percent}%`),
              },
              ...((month?.steps ?? 0) > 0
                ? [
                    {
                      key: 'steps',
                      title: '补录办理',
                      width: 150,
                      render: (_: unknown, { steps }: Row) => steps.join('；'),
                    },
                  ]
                : []),
            ]}
          />
        </div>
      )}
    </Modal>
  );
}

/** Which of several fitting columns is meant. */
function ColumnChoice({
  question: { sheet, label, options, chosen },
  choose,
}: {
  question: Month['questions'][number];
  choose: (letter: string) => void;
}) {
  return (
    <div className="xj-funds-tools">
      <span>
        “{sheet}”的{label}取哪一列？
      </span>
      <Select
        size="small"
        style={{ minWidth: 260 }}
        aria-label={`${label}取哪一列`}
        data-testid="month-column"
        placeholder="请选定"
        value={chosen[0] ?? null}
        options={options.map(({ letter, header }) => ({ value: letter, label: `${letter} 列“${header}”` }))}
        onChange={choose}
      />
    </div>
  );
}
