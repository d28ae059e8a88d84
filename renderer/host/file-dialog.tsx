// The open and save dialog of the loopback host: the same questions as the system's dialog, asked in the page.
import { Alert, Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { FILE_KIND_INFO } from '#shared/contract/file-kinds.ts';
import type { FileAsk, FolderEntry } from '#shared/contract/host-wire.ts';
import './file-dialog.css';
import { FolderList } from './folder-list.tsx';
import { FolderPlaces } from './folder-places.tsx';
import { useFolder } from './use-folder.ts';
import type { Wire } from './wire.ts';

interface Props {
  ask: FileAsk;
  files: Wire['files'];
  /** [] : cancelled. */
  onAnswer(paths: string[]): void;
}

/** Quotes separate several names, as in the dialogs of Windows: "甲.xlsx" "乙.xlsx". */
function splitNames(text: string): string[] {
  const quoted = [...text.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '');
  return quoted.length > 0 ? quoted : [text.trim()].filter((name) => name !== '');
}

function joinNames(names: readonly string[]): string {
  return names.length > 1 ? names.map((name) => `"${name}"`).join(' ') : (names[0] ?? '');
}

export function FileDialog({ ask, files, onAnswer }: Props) {
  const [isEveryKind, setIsEveryKind] = useState(false);
  const { listing, error, show } = useFolder(files, isEveryKind ? null : ask.kind);
  const [name, setName] = useState(ask.suggestedName);
  const [selected, setSelected] = useState<string[]>([]);
  const [problem, setProblem] = useState('');
  const [toReplace, setToReplace] = useState<string | null>(null);
  const { extensions, label } = FILE_KIND_INFO[ask.kind];

  function go(folder: string | null): void {
    setSelected([]);
    setProblem('');
    setToReplace(null);
    show(folder);
  }

  function select(names: string[]): void {
    setSelected(names);
    const chosen = names.filter((one) => listing?.entries.some((entry) => entry.name === one && !entry.isFolder));
    if (chosen.length > 0) setName(joinNames(chosen));
  }

  async function accept(names: string[]): Promise<void> {
    if (listing === null || names.length === 0) return;
    setProblem('');
    setToReplace(null);
    const request = { action: 'resolve', mode: ask.mode, folder: listing.folder, names, kind: ask.kind } as const;
    const reply = await files(request);
    if (!reply.ok) return setProblem(reply.error.message);
    const result = reply.value;
    if (result.type === 'problem') setProblem(result.message);
    else if (result.type === 'folder') {
      setName(ask.suggestedName);
      go(result.folder);
    } else if (ask.mode === 'save' && result.existing[0] !== undefined) setToReplace(result.existing[0]);
    else onAnswer(ask.multiple ? result.paths : result.paths.slice(0, 1));
  }

  function open(entry: FolderEntry): void {
    const isPartOfSelection = !entry.isFolder && selected.length > 1;
    void accept(isPartOfSelection ? selected : [entry.name]);
  }

  const kinds = [
    { value: false, label: `${label}（${extensions.map((extension) => `*.${extension}`).join(' ')}）` },
    { value: true, label: '所有文件' },
  ];
  return (
    <Modal
      open
      title={ask.title}
      width={860}
      // High up: a message in the lower right corner must not cover the buttons.
      style={{ top: 32 }}
      mask={{ closable: false }}
      onCancel={() => onAnswer([])}
      footer={[
        <Button key="cancel" data-testid="file-dialog-cancel" onClick={() => onAnswer([])}>
          取消
        </Button>,
        <Button
          key="ok"
          type="primary"
          // A name means something only in a folder: until the first one is there nothing can be accepted.
          disabled={listing === null}
          data-testid="file-dialog-ok"
          onClick={() => void accept(splitNames(name))}
        >
          {ask.mode === 'open' ? '打开' : '保存'}
        </Button>,
      ]}
    >
      <div className="file-dialog" data-testid="file-dialog">
        {listing === null ? null : <FolderPlaces listing={listing} onGo={go} />}
        <div className="file-dialog-main">
          <div className="file-dialog-bar">
            <Button
              data-testid="file-dialog-up"
              disabled={listing?.parent == null}
              onClick={() => go(listing?.parent ?? null)}
            >
              上一级
            </Button>
            <Input
              key={listing?.folder}
              defaultValue={listing?.folder}
              aria-label="文件夹"
              data-testid="file-dialog-path"
              onPressEnter={(event) => go(event.currentTarget.value)}
            />
          </div>
          {listing === null ? (
            <div className="file-dialog-list" />
          ) : (
            <FolderList
              listing={listing}
              selected={selected}
              multiple={ask.multiple}
              onSelect={select}
              onOpen={open}
              onUp={() => listing.parent !== null && go(listing.parent)}
            />
          )}
          <div className="file-dialog-bar">
            <Input
              autoFocus
              prefix="文件名"
              aria-label="文件名"
              data-testid="file-dialog-name"
              value={name}
              onChange={(event) => setName(event.target.value)}
              onPressEnter={() => void accept(splitNames(name))}
            />
            {ask.mode === 'open' ? (
              <Select aria-label="文件类型" options={kinds} value={isEveryKind} onChange={setIsEveryKind} />
            ) : null}
          </div>
          {problem || error ? <Alert type="error" data-testid="file-dialog-error" title={problem || error} /> : null}
          {toReplace === null ? null : (
            <Alert
              type="warning"
              title={`已有文件 ${toReplace}，要替换它吗？`}
              action={
                <>
                  <Button size="small" data-testid="file-dialog-replace" onClick={() => onAnswer([toReplace])}>
                    替换
                  </Button>{' '}
                  <Button autoFocus size="small" data-testid="file-dialog-keep" onClick={() => setToReplace(null)}>
                    不替换
                  </Button>
                </>
              }
            />
          )}
        </div>
      </div>
    </Modal>
  );
}
