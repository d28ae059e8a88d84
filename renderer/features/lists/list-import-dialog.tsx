// 导入: what would come in and what the reader has to say, what the sheet leaves open, then all as one step.
import { Alert, Input, Modal, Spin } from 'antd';
import { useEffect, useState } from 'react';
import type { ListImported } from '#shared/contract/methods/lists.ts';
import type { FileRef } from '#shared/contract/methods.ts';
import type { ListId } from '#shared/lists/list-spec.ts';
import { LISTS } from '#shared/lists/lists.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { Problems } from '../funds/problems.tsx';

export function ListImportDialog({ list, file, close }: { list: ListId; file: FileRef; close: () => void }) {
  const session = useSession();
  const { name, noun, measure } = LISTS[list];
  const [read, setRead] = useState<ListImported | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const asked = sayOf(list, said);
  useEffect(() => {
    let isCurrent = true;
    setRead(null);
    setFailure(null);
    session.call('lists.import', { list, token: file.token, dryRun: true, ...sayOf(list, said) }).then(
      (result) => isCurrent && setRead(result),
      (thrown: unknown) => isCurrent && setFailure(errorText(thrown)),
    );
    return () => {
      isCurrent = false;
    };
  }, [session, list, file.token, said]);
  const take = async (): Promise<void> => {
    const done = await session.attempt(`正在读入${name}`, () =>
      session.write('lists.import', { list, token: file.token, ...asked }),
    );
    close();
    if (!done) return;
    const { added, updated } = done;
    session.messenger.current.success(
      added + updated === 0
        ? '表上的内容都已经有了，没有新增。'
        : `已读入：新增${noun} ${added} ${measure}，更新 ${updated} ${measure}。可一步撤销。`,
    );
  };
  const problems = read?.problems ?? [];
  const isRefused = problems.some(({ level }) => level === 'error');
  const question = QUESTIONS[list];
  return (
    <Modal
      open
      title={`导入${name}：${file.name}`}
      width={820}
      okText="读入"
      cancelText="取消"
      okButtonProps={{
        disabled: read === null || isRefused || read.added + read.updated === 0,
        ...({ 'data-testid': 'list-take' } as object),
      }}
      onOk={() => void take()}
      onCancel={close}
    >
      {read === null && failure === null && <Spin description="正在读取" />}
      {failure !== null && <Alert type="error" showIcon title={failure} />}
      {question && (
        <p>
          {question}
          <Input
            size="small"
            aria-label={question}
            style={{ width: 160 }}
            onPressEnter={(event) => setSaid(event.currentTarget.value)}
            onBlur={(event) => setSaid(event.currentTarget.value)}
          />
        </p>
      )}
      {read && (
        <b data-testid="list-read">
          新增{noun} {read.added} {measure}，更新 {read.updated} {measure}，没有变化 {read.known} {measure}
        </b>
      )}
      <Problems problems={problems} />
    </Modal>
  );
}

/** What a sheet may leave open. */
const QUESTIONS: Partial<Record<ListId, string>> = {
  'village-year': '表上没有写年度的，是哪一年的：',
  'listed-place': '表上没有写名单的，是什么名单：',
};

function sayOf(list: ListId, said: string): { year?: number; name?: string } {
  const text = said.trim();
  if (list === 'village-year' && /^(?:19|20)\d{2}$/.test(text)) return { year: Number(text) };
  return list === 'listed-place' && text !== '' ? { name: text } : {};
}
