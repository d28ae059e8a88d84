// What xianjie receive does with files that are no packages: the sheet of an office without this program goes the way of
// 导入, the workbook of a county that of the office above. Told in the shape of a package.
import { countyLine } from '#shared/city/county-preview.ts';
import type { ReceivedFile } from '#shared/contract/methods/package.ts';
import { blockingQuestions } from '#shared/import/blocking-questions.ts';
import type { CountyPreview } from '#shared/import/preview.ts';
import { AppError } from '#shared/values/app-error.ts';
import type { CommandContext } from './command.ts';
import { isWorkbook } from './import-workbooks.ts';

const SHEET = /\.(?:xlsx|xlsm|xls|et|csv|tsv|ods)$/i;

/** True for what is taken in here. */
export function isSheetOrWorkbook(file: string): boolean {
  return isWorkbook(file) || SHEET.test(file);
}

interface Options {
  dryRun: boolean;
  take: 'mine' | 'theirs' | 'ask';
}

/** Takes one file in as one step. Errors (AppError): of a file that is not there or not to be read. */
export function receiveOther(context: CommandContext, path: string, options: Options): Promise<ReceivedFile> {
  return isWorkbook(path) ? receiveWorkbook(context, path, options) : receiveSheet(context, path, options);
}

async function receiveSheet(
  { backend, say }: CommandContext,
  path: string,
  { dryRun, take }: Options,
): Promise<ReceivedFile> {
  const preview = await backend.call('import.inspect', { tokens: [backend.grant(path).token] });
  for (const { level, message } of preview.problems) if (level !== 'info') say(`${path}：${message}`);
  const { counts, counties } = preview;
  const [unreadable] = preview.unreadable;
  const [open] = blockingQuestions(preview);
  const reason = unreadable
    ? unreadable.message
    : open
      ? `${open.message}请用 xianjie import 导入并写明（--help 列出各种选项）。`
      : counts.conflicts > 0 && take !== 'mine'
        ? `${counts.conflicts} 行分不清更新哪个项目，请用 xianjie import --pair 指定；--take mine 只收其余的行。`
        : '';
  const file = fileOf(path, '表格', counties, {
    ...{ new: counts.added, changed: counts.updated, unchanged: counts.unchanged, conflicts: counts.conflicts },
    withdrawn: counties.reduce((sum, { withdrawn }) => sum + withdrawn.projects, 0),
  });
  if (reason !== '') return { ...file, reason };
  if (!dryRun) await backend.call('import.commit', { previewId: preview.previewId });
  return { ...file, accepted: true };
}

async function receiveWorkbook(
  { backend, say }: CommandContext,
  path: string,
  { dryRun, take }: Options,
): Promise<ReceivedFile> {
  const tokens = [backend.grant(path).token];
  try {
    const { counties, problems } = await backend.call('city.take', { tokens, dryRun, force: take === 'theirs' });
    for (const { message } of problems) say(`${path}：${message}`);
    const errors = problems.filter(({ level }) => level === 'error');
    const isIn = errors.length === 0 && counties.some(({ taken }) => taken !== 'skip');
    const sum = (of: (county: CountyPreview) => number): number => counties.reduce((all, one) => all + of(one), 0);
    const file = fileOf(path, '工作簿', counties, {
      ...{ new: sum(({ added }) => added), changed: sum(({ changed }) => changed), conflicts: 0 },
      ...{ unchanged: sum(({ unchanged }) => unchanged), withdrawn: sum(({ withdrawn }) => withdrawn.projects) },
    });
    const reason = isIn ? '' : [...errors, ...problems][0]?.message || '里面没有可收的项目。';
    return { ...file, accepted: isIn, reason };
  } catch (error) {
    // Of a workbook that belongs to nobody beneath: a reason, like that of a package.
    if (!(error instanceof AppError) || error.code === 'file-missing') throw error;
    return { ...fileOf(path, '工作簿', [], NOTHING), reason: error.message };
  }
}

const NOTHING = { new: 0, changed: 0, unchanged: 0, withdrawn: 0, conflicts: 0 };

function fileOf(
  path: string,
  kind: string,
  counties: readonly CountyPreview[],
  counts: Pick<ReceivedFile, 'new' | 'changed' | 'unchanged' | 'withdrawn' | 'conflicts'>,
): ReceivedFile {
  return {
    ...{ file: path, accepted: false, reason: '', isOpen: false, isKeyRefused: false },
    ...{ kind, office: counties.map(({ name }) => name).join('、'), number: 0, ...counts },
    ...{ facts: { new: 0, changed: 0, withdrawn: 0, unchanged: 0 }, refused: [] },
    ...{ notes: counties.map(countyLine), rows: [], more: 0, conflictRows: [], received: null },
  };
}
