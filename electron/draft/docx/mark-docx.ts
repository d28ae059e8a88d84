// The marked copy of a .docx: the sender's own file with a comment at each figure that was found; all else stays.
import { damaged, ReadError } from '#electron/excel/read/read-error.ts';
import { tagsOf } from '#electron/excel/write/patch/xml.ts';
import type { Draft } from '#shared/draft/draft.ts';
import type { ProofPlace } from '#shared/proof/finding.ts';
import { namingOf, openComments } from './comments-part.ts';
import { type CommentRange, placeComments } from './place-comments.ts';
import { openDocx, type ReadDocx } from './read-docx.ts';
import { findSpots } from './text-places.ts';
import { shownText } from './text-source.ts';

export interface DraftMark {
  where: ProofPlace;
  /** Lines of the comment. */
  lines: readonly string[];
}

export interface MarkedDocx {
  bytes: Buffer;
  /** How many marks have no place in the file (a computed number alone). */
  unplaced: number;
}

/**
 * `draft` is what the marks speak of, `at` the time that the comments show. Throws ReadError where the file is not a
 * .docx, is damaged, or has other text than the draft.
 */
export function markDocx(bytes: Uint8Array, draft: Draft, marks: readonly DraftMark[], at: Date): MarkedDocx {
  const file = openDocx(bytes);
  const { pkg, main } = file.word;
  const xml = pkg.text(main);
  const root = tagsOf(xml).next().value;
  if (!root) throw damaged('正文不完整');
  const comments = openComments(pkg, main, root);
  const ranges: (CommentRange & { lines: readonly string[] })[] = [];
  for (const { where, lines } of marks) {
    const spots = spotsOf(file, draft, where);
    if (spots) ranges.push({ id: comments.firstFreeId + ranges.length, lines, ...spots });
  }
  if (ranges.length > 0) {
    pkg.set(main, placeComments(xml, ranges, namingOf(root)));
    comments.add(ranges, at);
  }
  return { bytes: pkg.toBytes(), unplaced: marks.length - ranges.length };
}

function spotsOf(file: ReadDocx, draft: Draft, where: ProofPlace): ReturnType<typeof findSpots> {
  const block = draft.blocks[where.block];
  const part =
    block?.kind === 'table'
      ? block.cells.find((cell) => where.kind === 'table' && cell.row === where.row && cell.column === where.column)
      : block;
  const source = part && file.sources.get(part.at);
  if (!part || !source || shownText(source) !== part.text)
    throw new ReadError('cannot-read', '文稿在核对之后改动过，批注对不上原来的位置。请重新核对，再另存批注稿。');
  return where.kind === 'table' ? findSpots(source, 0, part.text.length) : findSpots(source, where.start, where.end);
}
