// What stands in a .docx: its parts as text, whether they are well formed, and texts as a reader sees them.
import { readFileSync } from 'node:fs';
import { startBudget } from '#electron/excel/read/limits.ts';
import { readZipDirectory } from '#electron/excel/read/zip-directory.ts';
import { openPackage } from '#electron/excel/write/patch/package.ts';
import { tagsOf, unescapeXml } from '#electron/excel/write/patch/xml.ts';

export interface WordParts {
  document: string;
  styles: string;
  /** Names of the parts that end in .xml or .rels whose tags do not close. */
  broken: string[];
  pictures: string[];
}

export function readWord(bytes: Buffer | string): WordParts {
  const content = typeof bytes === 'string' ? readFileSync(bytes) : bytes;
  const pkg = openPackage(content);
  const names = readZipDirectory(content, startBudget()).entries.map(({ name }) => name);
  return {
    document: pkg.text('word/document.xml'),
    styles: pkg.text('word/styles.xml'),
    broken: names.filter((name) => /\.(?:xml|rels)$/.test(name) && !isWellFormed(pkg.text(name))),
    pictures: names.filter((name) => name.startsWith('word/media/')),
  };
}

function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const tag of tagsOf(xml)) {
    if (tag.kind === 'open') open.push(tag.name);
    else if (tag.kind === 'close' && open.pop() !== tag.name) return false;
  }
  return open.length === 0;
}

/** The words of a piece of WordprocessingML. */
export function wordText(xml: string): string {
  return unescapeXml([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''));
}

/** The elements of a name that stand in the text, tables in tables not minded. */
export function elements(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<${name}(?: [^>]*)?>[\\s\\S]*?</${name}>`, 'g')) ?? [];
}

/** The words under each comment, by the ids of the comments; blanks that Word does not show left out. */
export function commentedTexts(document: string): string[] {
  const ids = [...document.matchAll(/<w:commentRangeStart w:id="(\d+)"\/>/g)].map(([, id]) => Number(id));
  return ids
    .sort((a, b) => a - b)
    .map((id) => {
      const [, behind = ''] = document.split(`<w:commentRangeStart w:id="${id}"/>`);
      const [range = ''] = behind.split(`<w:commentRangeEnd w:id="${id}"/>`);
      const texts = [...range.matchAll(/<w:t( [^>]*)?>([^<]*)<\/w:t>/g)];
      return unescapeXml(texts.map(([, kept, text = '']) => (kept ? text : text.trim())).join(''));
    });
}
