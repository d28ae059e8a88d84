// What is told of a .docx that was read: what was left out, and what counts in an unusual way.
import type { WordCounts } from './word-tree.ts';

/** A figure of a plan; page numbers and years are none. */
const FIGURE = /\d\s?(?:万元|亿元|元|个|项|户|人|公里|亩|[%％])/;
const LONGEST_SHOWN = 20;

/** Headers and footers are not read; where they hold figures it is told. `parts`: their XML. */
export function marginRemarks(parts: readonly string[]): string[] {
  const words = parts.map((xml) =>
    [...xml.matchAll(/<w:t(?:\s[^>]{0,80})?>([^<]*)<\/w:t>/g)].map(([, text = '']) => text).join(''),
  );
  const [first] = words.filter((text) => FIGURE.test(text));
  return first === undefined ? [] : [`页眉页脚里的数（“${first.slice(0, LONGEST_SHOWN)}”）没有核对。`];
}

export function docxRemarks(counts: WordCounts): string[] {
  const remarks: string[] = [];
  const { deletions, insertions, hidden, contents, objects, pictures, foreign } = counts;
  if (deletions + insertions > 0)
    remarks.push(`文稿里有没有接受的修订（插入 ${insertions} 处、删除 ${deletions} 处），按全部接受后的文字核对。`);
  if (hidden > 0) remarks.push(`文稿里有 ${hidden} 处隐藏文字，打印不出来，没有核对。`);
  if (contents > 0) remarks.push(`目录有 ${contents} 行，没有核对。`);
  if (pictures > 0) remarks.push(`文稿里有 ${pictures} 张图片或图表，其中的字没有核对。`);
  if (objects > 0) remarks.push(`文稿里嵌入了 ${objects} 个对象（表格、公式等），其中的内容没有核对。`);
  if (foreign > 0)
    remarks.push(`文稿里引入了 ${foreign} 个别的文件，其中的内容没有核对。请在 Word 中另存一次后再核对。`);
  return remarks;
}
