// What is told where a draft cannot be read: what it is, and what to do, in the words of people who use Word and WPS.
import { ReadError, type ReadErrorCode } from '#electron/excel/read/read-error.ts';
import { AppError, type ErrorCode } from '#shared/values/app-error.ts';

/** Codes of the readers as those for users, and what to do about each; '' where the reader's own sentences say it. */
const CODES: Record<ReadErrorCode, { code: ErrorCode; advice: string }> = {
  'not-a-workbook': {
    code: 'unsupported-file',
    advice:
      '能核对的文稿有 .docx、.doc、.wps、.pdf、.odt、.rtf、.txt、网页和表格（.xlsx、.xls、.et、.ods），请检查是否选错了文件。',
  },
  encrypted: { code: 'encrypted-file', advice: '请用 Word 或 WPS 打开，去掉密码后另存，再选另存的文件。' },
  damaged: {
    code: 'damaged',
    advice: '请用 Word 或 WPS 打开检查，另存为 .docx 后再选；打不开的，请向报送单位重新索取。',
  },
  'too-large': { code: 'too-large', advice: '请删去多余内容或拆成几个文件后再选。' },
  'too-slow': { code: 'too-large', advice: '请删去图片等多余内容，另存为 .docx，或拆成几个文件后再选。' },
  cancelled: { code: 'cancelled', advice: '' },
  'cannot-read': { code: 'cannot-read', advice: '' },
  empty: { code: 'unsupported-file', advice: '请确认文件已保存、已下载完整，或向报送单位重新索取。' },
};

/** A document that is not read, with advice of its own. `fact` and `advice` are whole sentences. */
export class DraftRefusal extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, fact: string, advice: string) {
    super(`${fact}${advice}`);
    this.name = 'DraftRefusal';
    this.code = code;
  }
}

/**
 * Any error of the readers as the one for users, with the file's name. Sentences of the readers of spreadsheets say
 * first what is wrong and then what to do with a spreadsheet: the first sentence stays.
 */
export function draftError(error: unknown, fileName: string): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof DraftRefusal) return new AppError(error.code, `“${fileName}”：${error.message}`);
  if (error instanceof ReadError) {
    const { code, advice } = CODES[error.code];
    const fact = advice === '' ? error.reason : `${error.reason.split('。')[0]}。${advice}`;
    return new AppError(code, error.code === 'cancelled' ? '已取消读取文稿。' : `“${fileName}”：${fact}`);
  }
  const isMemory = error instanceof RangeError && /allocation failed|Invalid array length/.test(error.message);
  const known = isMemory ? CODES['too-large'] : CODES.damaged;
  const fact = isMemory ? '内容展开后超过读取所允许的内存，没有读取。' : '文件内容已损坏，读到一半无法继续。';
  return new AppError(known.code, `“${fileName}”：${fact}${known.advice}`);
}
