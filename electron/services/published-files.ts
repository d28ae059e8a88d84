// Reads files of published tables (印发的表), each one table as JSON.
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parsePublished } from '#shared/checks/parse-published.ts';
import type { PublishedTable } from '#shared/checks/published-table.ts';
import { AppError } from '#shared/contract/reply.ts';

/** A printed table has hundreds of figures, not millions. */
const LARGEST_FILE = 16 * 1024 * 1024;

/** The tables of the files in order; throws `file-missing`, `cannot-read`, `too-large` or `unsupported-file`. */
export function readPublishedFiles(paths: readonly string[]): PublishedTable[] {
  return paths.map((path) => {
    const name = basename(path);
    const text = readText(path, name);
    let json: unknown;
    try {
      json = JSON.parse(text.replace(/^\ufeff/, ''));
    } catch {
      throw new AppError('unsupported-file', `“${name}”不是 JSON 文件，不能作为印发的表来核对。`);
    }
    return parsePublished(json, name);
  });
}

function readText(path: string, name: string): string {
  try {
    if (statSync(path).size > LARGEST_FILE)
      throw new AppError('too-large', `“${name}”太大，不像一张印发的表，没有读取。`);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof AppError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new AppError('file-missing', `找不到文件“${name}”。请检查文件名和路径。`);
    }
    throw new AppError('cannot-read', `不能读取文件“${name}”。请检查它是不是文件、是否有读取权限。`);
  }
}
