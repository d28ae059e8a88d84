// The parts of a .docx that make up its text, found by the package's own relationships.
import { damaged, ReadError } from '#electron/excel/read/read-error.ts';
import { type OfficePackage, openPackage } from '#electron/excel/write/patch/package.ts';
import { relationsOf } from '#electron/excel/write/patch/parts.ts';

export interface WordPackage {
  pkg: OfficePackage;
  /** Name of the main part, mostly word/document.xml. */
  main: string;
  /** The text of a part that belongs to the main part, by the last word of its relationship; '' where there is none. */
  related(type: string): string;
  /** All of that kind: a document has a header for each of its sections. */
  allRelated(type: string): string[];
}

const OLE_MAGIC = 'd0cf11e0a1b11ae1';

/** Throws ReadError: no Word document, damaged, with a password, or too large when unpacked. */
export function openWord(bytes: Uint8Array): WordPackage {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.toString('hex', 0, 8) === OLE_MAGIC)
    throw new ReadError(
      'encrypted',
      '文稿设了打开密码，无法读取。请用 Word 或 WPS 打开，去掉密码后另存为 .docx，再核对。',
    );
  const pkg = openPackage(buffer);
  const main = relationsOf(pkg, '').find((relation) => /\/officeDocument$/i.test(relation.type))?.target;
  if (main === undefined || !pkg.has(main)) throw damaged('没有正文部分');
  const relations = relationsOf(pkg, main);
  const allRelated = (type: string): string[] =>
    relations
      .filter((relation) => relation.type.endsWith(`/${type}`))
      .flatMap(({ target }) => (pkg.has(target) ? [pkg.text(target)] : []));
  return { pkg, main, related: (type) => allRelated(type)[0] ?? '', allRelated };
}
