// 登记: changes made without an order become one, with reason and, where it is there already, the paper.
import { Modal, Table } from 'antd';
import { useState } from 'react';
import type { MethodOutput } from '#shared/contract/methods.ts';
import { showAmount } from '#shared/format/shown-amount.ts';
import { toFen } from '#shared/values/money.ts';
import { useSession } from '../../session.ts';
import { sideWords } from './order-text.ts';
import { EMPTY_WORDS, isComplete, type Words, WordsForm } from './words-form.tsx';

type Row = MethodOutput<'orders.read'>['unregistered'][number];

export function RegisterDialog({ rows, close }: { rows: readonly Row[]; close: () => void }) {
  const session = useSession();
  const [keys, setKeys] = useState<string[]>(rows.map(({ key }) => key));
  const [words, setWords] = useState<Words>(EMPTY_WORDS);
  const isApproved = words.documentNumber !== '';
  const save = async (): Promise<void> => {
    const done = await session.attempt('正在登记', () => session.write('orders.register', { keys, words }));
    if (!done) return;
    session.messenger.current.success(
      isApproved
        ? `已登记 ${keys.length} 处调整，批复文号 ${words.documentNumber}。`
        : `已登记 ${keys.length} 处调整为申请，批复后请填文号。`,
    );
    close();
  };
  return (
    <Modal
      open
      title="登记未登记的调整"
      width={1040}
      okText={isApproved ? '登记并批复' : '登记为申请'}
      cancelText="取消"
      okButtonProps={{
        disabled: keys.length === 0 || !isComplete(words),
        ...({ 'data-testid': 'register-ok' } as object),
      }}
      onOk={() => void save()}
      onCancel={close}
    >
      <Table<Row>
        size="small"
        rowKey="key"
        dataSource={[...rows]}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ y: 240 }}
        rowSelection={{
          selectedRowKeys: keys,
          onChange: (chosen) => setKeys(chosen.map(String)),
          preserveSelectedRowKeys: true,
        }}
        columns={[
          { key: 'types', title: '调整类型', width: 140, render: (_, { types }) => types.join('、') },
          { key: 'before', title: '印发稿', render: (_, { before }) => sideWords(before) },
          { key: 'after', title: '现在', render: (_, { after }) => sideWords(after) },
          {
            key: 'difference',
            title: '增减（万元）',
            width: 100,
            align: 'right',
            render: (_, { difference }) => (difference === 0 ? '' : showAmount(toFen(difference))),
          },
        ]}
      />
      <p className="xj-faint">同一份批复的一起登记；文号和日期都填了就是已批复，都不填是申请。</p>
      <WordsForm words={words} change={(changes) => setWords((before) => ({ ...before, ...changes }))} />
    </Modal>
  );
}
