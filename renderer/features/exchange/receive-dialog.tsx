// 装入: what each file would bring, change and take away, and what both sides changed; settled one by one or by one rule,
// then taken in, each package as one step.
import { Alert, Button, Modal, Spin } from 'antd';
import { useEffect, useState } from 'react';
import type { ReceivedFile } from '#shared/contract/methods/package.ts';
import type { FileRef } from '#shared/contract/methods.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { ConflictTable } from './conflict-table.tsx';
import { ReceivedChanges } from './received-changes.tsx';
import { writeReceipt } from './write-receipt.ts';

type Settled = Readonly<Record<string, 'mine' | 'theirs'>>;

export function ReceiveDialog({ files, close }: { files: readonly FileRef[]; close: () => void }) {
  const session = useSession();
  const [read, setRead] = useState<readonly ReceivedFile[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [settled, setSettled] = useState<Settled>({});
  const [acceptsKey, setAcceptsKey] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    const tokens = files.map(({ token }) => token);
    session.call('package.receive', { tokens, dryRun: true, acceptsKey }).then(
      (result) => isCurrent && setRead(result.files),
      (thrown: unknown) => isCurrent && setFailure(errorText(thrown)),
    );
    return () => {
      isCurrent = false;
    };
  }, [session, files, acceptsKey]);
  const conflicts = (read ?? []).flatMap(({ conflictRows }) => conflictRows);
  const isSettled = conflicts.every(({ key }) => settled[key] !== undefined);
  const takeable = (read ?? []).filter(({ accepted, isOpen }) => accepted || isOpen);
  const take = async (): Promise<void> => {
    const tokens = files.map(({ token }) => token);
    const done = await session.attempt('正在装入', () =>
      session.write('package.receive', { tokens, settled: { ...settled }, acceptsKey }),
    );
    if (!done) return;
    close();
    tellReceived(done.files);
  };
  const tellReceived = (done: readonly ReceivedFile[]): void => {
    const { messenger } = session;
    for (const { accepted, file, reason } of done) if (!accepted) messenger.current.error(`${file}：${reason}`);
    for (const { accepted, office, kind, number, received, ...counts } of done) {
      if (!accepted) continue;
      const text = `已装入${office}${kind}第 ${number} 号：新增 ${counts.new}、改动 ${counts.changed}、撤回 ${counts.withdrawn} 个项目。可一步撤销。`;
      if (received === null) messenger.current.success(text);
      else
        messenger.current.success(text, {
          label: '写回执…',
          run: () => void writeReceipt(session, [received], 'package'),
        });
    }
  };
  return (
    <Modal
      open
      title="装入"
      width={1000}
      okText="装入"
      cancelText="取消"
      okButtonProps={{
        disabled: takeable.length === 0 || !isSettled,
        ...({ 'data-testid': 'receive-take' } as object),
      }}
      onOk={() => void take()}
      onCancel={close}
    >
      {failure !== null && <Alert type="error" showIcon title={failure} />}
      {read === null && failure === null && <Spin description="正在读取" />}
      <div data-testid="received">
        {read?.map((file) => (
          <FilePart key={file.file} file={file} accept={() => setAcceptsKey(true)} />
        ))}
      </div>
      {conflicts.length > 0 && <ConflictTable conflicts={conflicts} settled={settled} change={setSettled} />}
    </Modal>
  );
}

function FilePart({ file, accept }: { file: ReceivedFile; accept: () => void }) {
  const head = file.kind === '' ? file.file : `${file.office} ${file.kind}第 ${file.number} 号`;
  const others = file.facts.new + file.facts.changed + file.facts.withdrawn;
  return (
    <section className="xj-exchange-file">
      <h3>{head}</h3>
      {!file.accepted && !file.isOpen ? (
        <Alert
          type="error"
          showIcon
          title={file.reason}
          action={
            file.isKeyRefused && (
              <Button size="small" danger onClick={accept} data-testid="accept-key">
                已核实，认可新公钥
              </Button>
            )
          }
        />
      ) : (
        <>
          <b data-testid="receive-counts">
            新增 {file.new}，改动 {file.changed}，撤回 {file.withdrawn}，不变 {file.unchanged} 个项目；办理、资金、公示{' '}
            {others} 条{file.conflictRows.length > 0 && `；两边都改过 ${file.conflictRows.length} 处`}
          </b>
          {file.notes.map((note) => (
            <div key={note} className="xj-faint">
              {note}
            </div>
          ))}
          <ReceivedChanges file={file} />
        </>
      )}
    </section>
  );
}
