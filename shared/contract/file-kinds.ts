// Names and endings of the kinds of files that the dialogs offer: one list for native and in-page dialogs.
import type { FileKind } from './methods.ts';

export interface FileKindInfo {
  label: string;
  /** Without the dot; the first one is added to a new file's name. */
  extensions: readonly [string, ...string[]];
}

const SHEET_EXTENSIONS = ['xlsx', 'xlsm', 'xls', 'et', 'csv', 'tsv', 'ods'] as const;

export const FILE_KIND_INFO: Readonly<Record<FileKind, FileKindInfo>> = {
  workbook: { label: '衔接规划工作簿', extensions: ['xianjie'] },
  package: { label: '上报包', extensions: ['xjpkg'] },
  sheet: { label: '电子表格', extensions: SHEET_EXTENSIONS },
  projects: { label: '工作簿或电子表格', extensions: ['xianjie', ...SHEET_EXTENSIONS] },
  xlsx: { label: 'Excel 工作簿', extensions: ['xlsx'] },
  pdf: { label: 'PDF 文件', extensions: ['pdf'] },
  docx: { label: 'Word 文档', extensions: ['docx'] },
  draft: {
    label: '文稿',
    extensions: ['docx', 'doc', 'wps', 'pdf', 'odt', 'rtf', 'txt', 'docm', 'html', 'htm', ...SHEET_EXTENSIONS],
  },
  rules: { label: '自定义审核规则', extensions: ['xjrules', 'json'] },
  printed: { label: '印发的表', extensions: ['xlsx', 'xls', 'et', 'ods', 'csv', 'json'] },
  designs: { label: '汇总表表样', extensions: ['xjtables', 'json'] },
  svg: { label: 'SVG 图形', extensions: ['svg'] },
  png: { label: 'PNG 图片', extensions: ['png'] },
  zip: { label: '压缩包', extensions: ['zip'] },
  json: { label: 'JSON 数据', extensions: ['json'] },
};

/** Whether a file name ends as the kind's files do; capital letters do not matter. */
export function isOfKind(name: string, kind: FileKind): boolean {
  const lower = name.toLowerCase();
  return FILE_KIND_INFO[kind].extensions.some((extension) => lower.endsWith(`.${extension}`));
}

/** The name with the kind's ending, added where it is missing. */
export function withExtension(name: string, kind: FileKind): string {
  return isOfKind(name, kind) ? name : `${name}.${FILE_KIND_INFO[kind].extensions[0]}`;
}
