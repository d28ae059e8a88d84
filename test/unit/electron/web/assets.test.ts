// Which addresses give a file, and that none leads out of the folder.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAsset } from '#electron/web/assets.ts';

let folder = '';
let root = '';

beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'xianjie-test-assets-')));
  root = path.join(folder, 'renderer');
  mkdirSync(path.join(root, 'assets'), { recursive: true });
  mkdirSync(path.join(root, 'folder.js'));
  mkdirSync(path.join(folder, 'renderer-other'));
  for (const file of [
    'renderer/index.html',
    'renderer/assets/a-1.js',
    'renderer/assets/a-1.js.map',
    'renderer/表.css',
  ]) {
    writeFileSync(path.join(folder, file), file);
  }
  for (const file of ['secret.js', 'renderer-other/secret.js']) writeFileSync(path.join(folder, file), 'secret');
  symlinkSync(path.join(folder, 'secret.js'), path.join(root, 'link.js'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('findAsset', () => {
  it.each([
    ['/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['/assets/a-1.js', 'assets/a-1.js', 'text/javascript; charset=utf-8'],
    ['/%E8%A1%A8.css', '表.css', 'text/css; charset=utf-8'],
    ['/assets/../index.html', 'index.html', 'text/html; charset=utf-8'],
  ])('gives %s', (pathname, file, type) => {
    expect(findAsset(root, pathname)).toEqual({ file: path.join(root, file), type });
  });

  it.each([
    ['what is not there', '/none.js'],
    ['a way up', '/../secret.js'],
    ['an encoded way up', '/%2e%2e/secret.js'],
    ['an encoded slash', '/..%2fsecret.js'],
    ['a backslash', '/..%5csecret.js'],
    ['a folder whose name begins alike', '/../renderer-other/secret.js'],
    ['a link that leads out', '/link.js'],
    ['a folder', '/folder.js'],
    ['the folder itself', '/'],
    ['a source map', '/assets/a-1.js.map'],
    ['a broken escape', '/%E8%A1.css'],
    ['a null byte', '/index.html%00.js'],
  ])('gives nothing for %s', (_name, pathname) => {
    expect(findAsset(root, pathname)).toBeNull();
  });
});
