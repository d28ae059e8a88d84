// Own rules (自定义审核) as files: writing those of the workbook, and taking in those of a file as one undo step.
import { basename } from 'node:path';
import { readTextFile } from '#electron/files/read-text.ts';
import { replaceFile } from '#electron/files/replace-file.ts';
import { planRuleImport, type RuleImport, readRuleFile, writeRuleFile } from '#shared/checks/own/rule-file.ts';
import { recordKey, recordsOf } from '#shared/records/records.ts';
import { AppError } from '#shared/values/app-error.ts';
import { assertOtherFile, type Written, written } from './export.ts';
import type { Session } from './session.ts';

const LARGEST_FILE = 4 * 1024 * 1024;

/** Writes all own rules to a file; throws `not-found` where there are none. */
export async function exportOwnRules(session: Session, target: string): Promise<Written & { rules: number }> {
  assertOtherFile(target, session.file.path);
  const rules = recordsOf(session.planData().records, 'own-rule');
  if (rules.size === 0) throw new AppError('not-found', '还没有自定义审核规则，没有可导出的内容。请先新增规则。');
  await replaceFile(target, Buffer.from(writeRuleFile(rules.values()), 'utf8'));
  return { ...written(target), rules: rules.size };
}

/** Adds the rules of a file that are not there yet; throws `unsupported-file` for a file that is none of ours. */
export function importOwnRules(session: Session, path: string): RuleImport {
  const text = readTextFile(path, { most: LARGEST_FILE, tooLarge: '太大，不像自定义审核规则，没有读取' });
  const read = readRuleFile(text, basename(path));
  if ('refused' in read) throw new AppError('unsupported-file', read.refused);
  const { plan, reference, records } = session.planData();
  const result = planRuleImport(recordsOf(records, 'own-rule'), read.rules, plan, reference);
  if (result.added.length > 0) {
    session.change('rules.import', `导入 ${result.added.length} 条自定义规则`, (tx) => {
      for (const { id, rule } of result.added) {
        tx.put('record', recordKey('own-rule', id), { kind: 'own-rule', id, value: rule });
      }
    });
  }
  return result;
}
