// The page numbers of a list of contents: known once everything behind it is laid out.
import type { LaidBlock } from './lay-blocks.ts';
import type { LaidPage } from './layout.ts';
import { figureKey, sectionKey } from './print-document.ts';

/** The pages in front with the numbers on which what their entries name begins. */
export function fillEntries(front: readonly LaidPage[], body: readonly LaidPage[]): LaidPage[] {
  const starts = new Map<string, number>();
  const note = (key: string, page: number): void => {
    if (!starts.has(key)) starts.set(key, page);
  };
  for (const { section, after, before, number } of body) {
    if (section.source.id !== undefined) note(sectionKey(section.source.id), number);
    for (const block of [...before, ...after]) if (block.kind === 'figure') note(figureKey(block.caption), number);
  }
  const fill = (block: LaidBlock): LaidBlock =>
    block.kind === 'entry' && block.target !== null ? { ...block, page: starts.get(block.target) ?? null } : block;
  return front.map((page) => ({ ...page, before: page.before.map(fill) }));
}
