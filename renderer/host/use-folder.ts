// The folder that the file dialog shows, fetched from the host.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FolderListing } from '#shared/contract/host-wire.ts';
import type { FileKind } from '#shared/contract/methods.ts';
import type { Wire } from './wire.ts';

export interface FolderView {
  /** null until the first folder is there. */
  listing: FolderListing | null;
  /** Why the last folder could not be shown; the one before stays. */
  error: string;
  show(folder: string | null): void;
}

/** `kind` null: files of every kind. Starts where the last dialog was. */
export function useFolder(files: Wire['files'], kind: FileKind | null): FolderView {
  const [listing, setListing] = useState<FolderListing | null>(null);
  const [error, setError] = useState('');
  const asked = useRef(0);
  const current = useRef<string | null>(null);

  const show = useCallback(
    (folder: string | null) => {
      asked.current += 1;
      const turn = asked.current;
      void files({ action: 'list', folder, kind }).then((reply) => {
        // A slow drive may answer after the user has gone elsewhere.
        if (turn !== asked.current) return;
        setError(reply.ok ? '' : reply.error.message);
        if (!reply.ok) return;
        current.current = reply.value.folder;
        setListing(reply.value);
      });
    },
    [files, kind],
  );

  // Also when the kind changes: the same folder, other files.
  useEffect(() => show(current.current), [show]);

  return { listing, error, show };
}
