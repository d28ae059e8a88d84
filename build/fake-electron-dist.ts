// Writes a stand-in for Electron's program folder, so that packing can be tried without network: the file set, the
// unpacked modules and the fuses can then be looked at. What comes out cannot be started.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** By this text in the program electron-builder finds the fuses. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_COUNT = 9;

/** `version` as in node_modules/electron/package.json. */
export function writeFakeElectron(folder: string, version: string): void {
  for (const name of ['resources', 'locales']) mkdirSync(path.join(folder, name), { recursive: true });
  const program = Buffer.concat([
    Buffer.from('#!/bin/sh\nexit 1\n'),
    Buffer.from(SENTINEL),
    Buffer.from([1, FUSE_COUNT]),
    Buffer.from('1'.repeat(FUSE_COUNT)),
    Buffer.alloc(64),
  ]);
  writeFileSync(path.join(folder, 'electron'), program);
  chmodSync(path.join(folder, 'electron'), 0o755);
  for (const name of ['chrome-sandbox', 'LICENSE', 'LICENSES.chromium.html'])
    writeFileSync(path.join(folder, name), '');
  writeFileSync(path.join(folder, 'version'), version);
  for (const language of ['zh-CN', 'en-US', 'fr']) writeFileSync(path.join(folder, 'locales', `${language}.pak`), '');
}
