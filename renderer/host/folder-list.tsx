// The entries of a folder as a list for mouse and keyboard: arrows move, Enter opens, Backspace goes up.
import { FileOutlined, FolderFilled } from '@ant-design/icons';
import type { KeyboardEvent, MouseEvent } from 'react';
import { useEffect, useRef } from 'react';
import type { FolderEntry, FolderListing } from '#shared/contract/host-wire.ts';
import { localMinute } from '#shared/values/local-time.ts';

interface Props {
  listing: FolderListing;
  selected: readonly string[];
  multiple: boolean;
  onSelect(names: string[]): void;
  /** Double-click or Enter on an entry. */
  onOpen(entry: FolderEntry): void;
  onUp(): void;
}

export function FolderList({ listing, selected, multiple, onSelect, onOpen, onUp }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const lastName = selected[selected.length - 1];
  const last = listing.entries.findIndex((entry) => entry.name === lastName);

  useEffect(() => {
    list.current?.querySelector(`[data-index="${last}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [last]);

  function choose(entry: FolderEntry, event: MouseEvent): void {
    const isAdding = multiple && (event.ctrlKey || event.metaKey) && !entry.isFolder;
    const files = selected.filter((name) => listing.entries.some((other) => other.name === name && !other.isFolder));
    if (!isAdding) onSelect([entry.name]);
    else onSelect(files.includes(entry.name) ? files.filter((name) => name !== entry.name) : [...files, entry.name]);
  }

  function move(to: number, isExtending: boolean): void {
    const entry = listing.entries[Math.max(0, Math.min(listing.entries.length - 1, to))];
    if (entry === undefined) return;
    onSelect(isExtending && multiple && !entry.isFolder ? [...new Set([...selected, entry.name])] : [entry.name]);
  }

  function handleKey(event: KeyboardEvent): void {
    const entry = listing.entries[last];
    if (event.key === 'ArrowDown') move(last + 1, event.shiftKey);
    else if (event.key === 'ArrowUp') move(last - 1, event.shiftKey);
    else if (event.key === 'Home') move(0, false);
    else if (event.key === 'End') move(listing.entries.length - 1, false);
    else if (event.key === 'Backspace') onUp();
    else if (event.key === 'Enter' && entry !== undefined) onOpen(entry);
    else return;
    event.preventDefault();
  }

  return (
    <div
      ref={list}
      className="file-dialog-list"
      role="listbox"
      aria-label="文件"
      aria-multiselectable={multiple}
      tabIndex={0}
      data-testid="file-dialog-list"
      onKeyDown={handleKey}
    >
      {listing.entries.map((entry, index) => (
        // Keys are handled by the list, which keeps the focus.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <div
          key={entry.name}
          role="option"
          tabIndex={-1}
          aria-selected={selected.includes(entry.name)}
          className="file-dialog-entry"
          data-testid="file-dialog-entry"
          data-name={entry.name}
          data-index={index}
          onClick={(event) => choose(entry, event)}
          onDoubleClick={() => onOpen(entry)}
        >
          {entry.isFolder ? <FolderFilled className="file-dialog-folder" /> : <FileOutlined />}
          <span className="file-dialog-name">{entry.name}</span>
          <span>{localMinute(entry.modified)}</span>
          <span className="file-dialog-size">{entry.size === null ? '' : formatSize(entry.size)}</span>
        </div>
      ))}
      {listing.entries.length === 0 ? <div className="file-dialog-empty">这个文件夹里没有可选的文件。</div> : null}
      {listing.hidden > 0 ? (
        <div className="file-dialog-empty">还有 {listing.hidden} 项没有列出，请直接输入文件名。</div>
      ) : null}
    </div>
  );
}

function formatSize(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
