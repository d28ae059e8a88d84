// 粘贴: rows of a register copied from a spreadsheet, with or without their head.
import { Input, Modal } from 'antd';
import { useState } from 'react';
import type { FileRef } from '#shared/contract/methods.ts';
import { USUAL_HEAD } from '#shared/postings/register-columns.ts';
import { useSession } from '../../session.ts';

/** Rows as they are read: with the head of the form before them where they bring none. */
export function withHead(text: string): string {
  const [first = ''] = text.split('\n', 1);
  return /公[示告](?:事项|名称|标题|内容|时间|日期|项目)|项目名称/.test(first) ? text : `${USUAL_HEAD}\n${text}`;
}

function toBase64(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(`\uFEFF${text}`)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}

export function PasteDialog({ take, close }: { take: (file: FileRef) => void; close: () => void }) {
  const session = useSession();
  const [text, setText] = useState('');
  const read = async (): Promise<void> => {
    const base64 = toBase64(withHead(text.trimEnd()));
    const done = await session.attempt('正在读取', () =>
      session.call('files.receive', { name: '粘贴的台账.tsv', base64 }),
    );
    if (done) take(done.file);
  };
  return (
    <Modal
      open
      title="粘贴公示台账"
      width={820}
      okText="下一步"
      cancelText="取消"
      okButtonProps={{ disabled: text.trim() === '', ...({ 'data-testid': 'paste-next' } as object) }}
      onOk={() => void read()}
      onCancel={close}
    >
      <p>
        在 Excel 里选中台账的各行（最好连表头一起）复制，粘贴到这里。没有表头的按这个顺序：
        <span className="xj-faint">{USUAL_HEAD.replaceAll('\t', '、')}。</span>
      </p>
      <Input.TextArea
        aria-label="台账各行"
        rows={12}
        value={text}
        onChange={(event) => setText(event.target.value)}
        data-testid="paste-text"
      />
    </Modal>
  );
}
