// Says where the last file was written, with the way to its folder and what is worth knowing about it.
import { Alert, Button } from 'antd';
import { useSession } from '../../session.ts';
import type { Writer } from './use-writer.ts';
import './written.css';

export function WrittenNote({ writer }: { writer: Writer }) {
  const session = useSession();
  const { outcome } = writer;
  if (!outcome) return null;
  const { what, name, folder, notes } = outcome;
  const reveal = (): void => void session.attempt('正在打开文件夹', () => session.call('files.reveal', {}));
  return (
    <Alert
      type={notes.length > 0 ? 'warning' : 'success'}
      showIcon
      closable={{ onClose: writer.clear }}
      data-testid="written"
      className="xj-written"
      title={
        <>
          {what} 已写入 <b>{name}</b>　<span className="xj-faint">{folder}</span>
          {notes.length > 0 && (
            <ul>
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
        </>
      }
      action={
        <Button size="small" onClick={reveal} data-testid="reveal">
          打开所在文件夹
        </Button>
      }
    />
  );
}
