// 台账: all notices with their days and state; registering, taking a sheet in, closing and writing out begin here.
import { Button, Empty, Segmented, Spin, Table, Tag } from 'antd';
import { useState } from 'react';
import type { PostingRow } from '#shared/contract/methods/postings.ts';
import type { FileRef } from '#shared/contract/methods.ts';
import { postingStage } from '#shared/domain/posting.ts';
import { countWords } from '#shared/notice/period.ts';
import { usePostings } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { Amount } from '../../ui/amount.tsx';
import { useStore } from '../../ui/store.ts';
import { ReportButtons } from '../funds/report-buttons.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { PostingDialog } from './posting-dialog.tsx';
import { filterPostings, POSTING_FILTERS, type PostingFilter, stateWords } from './posting-filters.ts';

type Open =
  | { what: 'edit'; row: PostingRow | null; tab?: 'objections' }
  | { what: 'close'; ids: string[] }
  | { what: 'import'; file: FileRef }
  | { what: 'paste' };

export function RegisterTab({ asOf, isLocked }: { asOf: string; isLocked: boolean }) {
  const session = useSession();
  const chosen = useStore(session.nav, (nav) => nav.noticesFilter);
  const [open, setOpen] = useState<Open | null>(null);
  const rows = usePostings(asOf).data?.rows;
  const choose = async (): Promise<void> => {
    const [file] = (await session.chooseOpen('sheet', '选择公示台账')) ?? [];
    if (file) setOpen({ what: 'import', file });
  };
  const remove = async ({ posting }: PostingRow): Promise<void> => {
    const isSure = await session.messenger.current.confirm({
      title: '删除公示登记',
      content: `删除“${posting.title}”？可撤销。`,
      okText: '删除',
      danger: true,
    });
    if (isSure) await session.attempt('正在删除', () => session.write('notices.remove', { ids: [posting.id] }));
  };
  if (!rows) return <Spin className="xj-page-spin" />;
  // A list that became empty is no list to stay at.
  const filter = filterPostings(rows, chosen).length > 0 ? chosen : 'all';
  const ended = filterPostings(rows, 'ended').map(({ posting }) => posting.id);
  const close = (): void => setOpen(null);
  return (
    <div className="xj-funds-tab">
      <div className="xj-funds-tools">
        <Button
          size="small"
          disabled={isLocked}
          onClick={() => setOpen({ what: 'edit', row: null })}
          data-testid="posting-add"
        >
          登记公示…
        </Button>
        <Button size="small" disabled={isLocked} onClick={() => void choose()} data-testid="postings-import">
          导入台账…
        </Button>
        <Button
          size="small"
          disabled={isLocked}
          onClick={() => setOpen({ what: 'paste' })}
          data-testid="postings-paste"
        >
          粘贴…
        </Button>
        {ended.length > 0 && (
          <Button
            size="small"
            type="primary"
            disabled={isLocked}
            onClick={() => setOpen({ what: 'close', ids: ended })}
            data-testid="postings-close"
          >
            到期办结 {ended.length} 条…
          </Button>
        )}
        <span className="xj-grow" />
        {rows.length > 0 && <ReportButtons report={{ kind: 'register', asOf }} />}
      </div>
      {rows.length === 0 ? (
        <Empty description="还没有登记公示。打印公示以后可以直接登记；做过的公示在这里登记，或导入、粘贴公示台账：公示事项、级别、起止日期、项目、异议。" />
      ) : (
        <>
          <Segmented<PostingFilter>
            className="xj-notices-filters"
            size="small"
            value={filter}
            onChange={(noticesFilter) => session.nav.set({ noticesFilter })}
            options={(Object.keys(POSTING_FILTERS) as PostingFilter[]).map((key) => ({
              value: key,
              label: `${POSTING_FILTERS[key]} ${filterPostings(rows, key).length}`,
              disabled: key !== 'all' && filterPostings(rows, key).length === 0,
            }))}
            aria-label="显示哪些公示"
          />
          <div className="xj-funds-scroll" data-testid="postings-table">
            <Table<PostingRow>
              size="small"
              rowKey={({ posting }) => posting.id}
              dataSource={filterPostings(rows, filter)}
              pagination={{ pageSize: 200, hideOnSinglePage: true, showSizeChanger: false }}
              sticky
              columns={columnsOf({ isLocked, open: setOpen, remove: (row) => void remove(row) })}
            />
          </div>
        </>
      )}
      {open?.what === 'edit' && <PostingDialog row={open.row} tab={open.tab ?? 'content'} close={close} />}
      {open?.what === 'close' && <CloseDialog rows={rows} ids={open.ids} close={close} />}
      {open?.what === 'import' && <ImportDialog file={open.file} close={close} />}
      {open?.what === 'paste' && <PasteDialog take={(file) => setOpen({ what: 'import', file })} close={close} />}
    </div>
  );
}

function columnsOf(doing: { isLocked: boolean; open: (open: Open) => void; remove: (row: PostingRow) => void }) {
  const { isLocked, open, remove } = doing;
  return [
    {
      key: 'from',
      title: '起止',
      width: 118,
      render: (_: unknown, { posting, to, days }: PostingRow) => (
        <>
          {posting.from ?? '日期不详'}
          <br />
          <small className="xj-faint">
            {to === null ? (posting.kind === '公告' ? '长期' : '') : `至 ${to}`}
            {days !== null && ` ${countWords(days, posting.dayKind)}`}
          </small>
        </>
      ),
    },
    {
      key: 'stage',
      title: '环节',
      width: 124,
      render: (_: unknown, { posting }: PostingRow) => (
        <>
          {postingStage(posting.stage).name}
          <br />
          <small className="xj-faint">{posting.level}</small>
        </>
      ),
    },
    {
      key: 'title',
      title: '公示事项',
      render: (_: unknown, { posting: { title, medium, place } }: PostingRow) => (
        <>
          {title}
          <br />
          <small className="xj-faint">{[medium, place].filter((part) => part !== '').join('，')}</small>
        </>
      ),
    },
    {
      key: 'projects',
      title: '项目数',
      align: 'right' as const,
      width: 70,
      render: (_: unknown, { projects }: PostingRow) => projects ?? '',
    },
    {
      key: 'amount',
      title: '金额（万元）',
      align: 'right' as const,
      width: 110,
      render: (_: unknown, { amountFen }: PostingRow) => (amountFen === null ? '' : <Amount fen={amountFen} />),
    },
    {
      key: 'state',
      title: '状态',
      width: 150,
      render: (_: unknown, row: PostingRow) =>
        stateWords(row).map(({ text, isBad }) => (
          <Tag key={text} color={isBad ? 'red' : row.status === 'ended' ? 'gold' : 'default'}>
            {text}
          </Tag>
        )),
    },
    {
      key: 'do',
      title: '',
      width: 190,
      render: (_: unknown, row: PostingRow) => (
        <span className="xj-funds-row">
          <Button type="link" size="small" onClick={() => open({ what: 'edit', row })}>
            {isLocked ? '查看' : '修改'}
          </Button>
          <Button
            type="link"
            size="small"
            disabled={isLocked}
            onClick={() => open({ what: 'edit', row, tab: 'objections' })}
          >
            异议
          </Button>
          {row.posting.kind === '公示' && row.posting.closedAt === null && (
            <Button
              type="link"
              size="small"
              disabled={isLocked}
              onClick={() => open({ what: 'close', ids: [row.posting.id] })}
            >
              办结
            </Button>
          )}
          <Button type="link" size="small" danger disabled={isLocked} onClick={() => remove(row)}>
            删除
          </Button>
        </span>
      ),
    },
  ];
}
