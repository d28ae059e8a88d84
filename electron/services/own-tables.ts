// Own tables (自定义汇总表) as files: writing the designs of the workbook, and taking in those of a file as one undo step.
import { basename } from 'node:path';
import { readTextFile } from '#electron/files/read-text.ts';
import { replaceFile } from '#electron/files/replace-file.ts';
import { recordKey, recordsOf } from '#shared/records/records.ts';
import { type DesignImport, planDesignImport, readDesignFile, writeDesignFile } from '#shared/tables/design-file.ts';
import { AppError } from '#shared/values/app-error.ts';
import { assertOtherFile, type Written, written } from './export.ts';
import type { Session } from './session.ts';

const LARGEST_FILE = 4 * 1024 * 1024;

/** Writes the designs of all own tables to a file; throws `not-found` where there are none. */
export async function exportDesigns(session: Session, target: string): Promise<Written & { tables: number }> {
  assertOtherFile(target, session.file.path);
  const designs = recordsOf(session.planData().records, 'own-table');
  if (designs.size === 0) throw new AppError('not-found', '还没有自定义汇总表，没有可导出的表样。请先新建汇总表。');
  await replaceFile(target, Buffer.from(writeDesignFile(designs), 'utf8'));
  return { ...written(target), tables: designs.size };
}

/** Adds and renews the tables of a file; throws `unsupported-file` for a file that is none of ours. */
export function importDesigns(session: Session, path: string): DesignImport {
  const text = readTextFile(path, { most: LARGEST_FILE, tooLarge: '太大，不像汇总表表样，没有读取' });
  const read = readDesignFile(text, basename(path));
  if ('refused' in read) throw new AppError('unsupported-file', read.refused);
  const result = planDesignImport(recordsOf(session.planData().records, 'own-table'), read.designs);
  const changes = [...result.added, ...result.changed];
  if (changes.length > 0) {
    session.change('designs.import', `装入 ${changes.length} 张自定义汇总表`, (tx) => {
      for (const { id, design } of changes)
        tx.put('record', recordKey('own-table', id), { kind: 'own-table', id, value: design });
    });
  }
  return result;
}
