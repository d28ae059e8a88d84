// 由上一规划期结转: reads an old workbook, lists its projects to be ticked, and makes the new one.
import { Button, InputNumber, Modal, Select, Table } from 'antd';
import { useMemo, useState } from 'react';
import type { FileRef, MethodOutput } from '#shared/contract/methods.ts';
import { MOST_YEARS } from '#shared/domain/reference.ts';
import { showOpened } from '../../commands/file-actions.ts';
import { useSession } from '../../session.ts';
import { Amount } from '../../ui/amount.tsx';

type Preview = MethodOutput<'roll.preview'>;
type Report = Preview['report'];
type Line = Report['lines'][number];

const LIST_KINDS = [
  ['xlsx', 'Excel（.xlsx）'],
  ['docx', 'Word（.docx）'],
  ['pdf', '打印稿（.pdf）'],
  ['none', '不写'],
] as const;
type ListKind = (typeof LIST_KINDS)[number][0];

/** The button on the start page; the old workbook is asked for first. */
export function RollOver() {
  const session = useSession();
  const [shown, setShown] = useState<Preview | null>(null);
  const choose = async (): Promise<void> => {
    const [file] = (await session.chooseOpen('workbook', '选择上一规划期的工作簿')) ?? [];
    if (!file) return;
    const preview = await session.attempt('正在读取上一规划期', () =>
      session.call('roll.preview', { token: file.token }),
    );
    if (preview) setShown(preview);
  };
  return (
    <>
      <Button onClick={() => void choose()} data-testid="roll-over">
        由上一规划期结转…
      </Button>
      {shown && <RollDialog first={shown} close={() => setShown(null)} />}
    </>
  );
}

function ticked({ lines }: Report): string[] {
  return lines.filter(({ isTaken }) => isTaken).map(({ originId }) => originId);
}

function RollDialog({ first, close }: { first: Preview; close: () => void }) {
  const session = useSession();
  const [report, setReport] = useState(first.report);
  const [file, setFile] = useState<FileRef>(first.file);
  const [ids, setIds] = useState<string[]>(() => ticked(first.report));
  const [listKind, setListKind] = useState<ListKind>('xlsx');
  const [isBusy, setBusy] = useState(false);
  const { period, scheme, schemes, region } = report;
  const chosen = useMemo(() => new Set(ids), [ids]);

  /** The same old workbook with other choices; ticks begin anew, since states may change. */
  const ask = async (change: { firstYear?: number; lastYear?: number; scheme?: string }): Promise<void> => {
    const next = await session.attempt('正在重新计算', () =>
      session.call('roll.preview', { token: file.token, ...period, scheme, ...change }),
    );
    if (!next) {
      // The token is used up; a wrong year leaves the last list on the screen.
      close();
      return;
    }
    setReport(next.report);
    setFile(next.file);
    setIds(ticked(next.report));
  };

  const make = async (): Promise<void> => {
    const name = `${region}${period.firstYear}-${period.lastYear}.xianjie`;
    const to = await session.chooseSave('workbook', '新工作簿保存到', name);
    if (!to) return;
    const list =
      listKind === 'none'
        ? null
        : await session.chooseSave(listKind, '结转清单保存到', `${region}结转清单.${listKind}`);
    setBusy(true);
    const done = await session.attempt('正在结转', () =>
      session.call('roll.make', {
        token: file.token,
        to: to.token,
        ...period,
        scheme,
        ids,
        ...(list ? { list: list.token } : {}),
      }),
    );
    setBusy(false);
    close();
    if (done) showOpened(session, done.status);
  };

  return (
    <Modal
      open
      width={1080}
      title={`由上一规划期结转：${report.workbook}`}
      onCancel={close}
      okText={`结转 ${ids.length} 个项目，选择保存位置…`}
      okButtonProps={{ disabled: ids.length === 0, 'data-testid': 'roll-make' }}
      confirmLoading={isBusy}
      onOk={() => void make()}
    >
      <div className="xj-bar" data-testid="roll-dialog">
        <span>新规划期</span>
        <InputNumber
          aria-label="新规划期开始年份"
          min={report.oldPeriod.lastYear + 1}
          max={2100}
          precision={0}
          value={period.firstYear}
          onChange={(year) => year !== null && year <= period.lastYear && void ask({ firstYear: year })}
        />
        <span>至</span>
        <InputNumber
          aria-label="新规划期结束年份"
          min={period.firstYear}
          max={period.firstYear + MOST_YEARS - 1}
          precision={0}
          value={period.lastYear}
          onChange={(year) => year !== null && void ask({ lastYear: year })}
        />
        <span>年，类别体系</span>
        <Select
          aria-label="类别体系"
          style={{ minWidth: 160 }}
          value={scheme}
          options={schemes.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id: string) => void ask({ scheme: id })}
        />
        <span>结转清单</span>
        <Select
          aria-label="结转清单写成"
          style={{ width: 150 }}
          value={listKind}
          options={LIST_KINDS.map(([value, label]) => ({ value, label }))}
          onChange={setListKind}
          data-testid="roll-list-kind"
        />
      </div>
      {report.notes.map((note) => (
        <p key={note} className="xj-faint">
          {note}
        </p>
      ))}
      <Table<Line>
        size="small"
        rowKey="originId"
        dataSource={report.lines}
        pagination={{ pageSize: 50, showSizeChanger: false, hideOnSinglePage: true }}
        scroll={{ y: 360 }}
        rowSelection={{ selectedRowKeys: [...chosen], onChange: (keys) => setIds(keys.map(String)) }}
        columns={[
          { title: '项目名称', dataIndex: 'name', width: 220 },
          { title: '原状态', dataIndex: 'state', width: 72 },
          { title: '结转后', dataIndex: 'nature', width: 72 },
          { title: '新类别', dataIndex: 'newClass', width: 110 },
          ...(
            [
              ['total', '总投资'],
              ['before', '期前完成'],
              ['inPlan', '规划期投资'],
            ] as const
          ).map(([key, title]) => ({
            title,
            key,
            width: 104,
            align: 'right' as const,
            render: (_: unknown, line: Line) => (line[key] === null ? '' : <Amount fen={line[key]} />),
          })),
          { title: '备注', dataIndex: 'note' },
        ]}
      />
    </Modal>
  );
}
