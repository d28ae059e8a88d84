// Which parts of the plan's document are printed: all, or those chosen, under the headings that they stand beneath.
import type { Block } from './outline.ts';

function namesOf(block: Block): string[] {
  if (block.kind === 'heading') return [];
  if (block.kind === 'paragraph') return [block.id, block.title];
  const { id, number, title } = block.kind === 'table' ? block.table : block.chart;
  return [id, number, title].filter((name) => name !== '');
}

/** Names — ids, printed numbers or titles — that no part of the document has. */
export function unknownParts(blocks: readonly Block[], names: readonly string[]): string[] {
  const known = new Set(blocks.flatMap(namesOf));
  return names.filter((name) => !known.has(name));
}

/** The parts of these names (all without a choice) that have anything to say, and the headings that still stand over some. */
export function chooseParts(blocks: readonly Block[], names?: readonly string[]): Block[] {
  const wanted = names && new Set(names);
  const kept = blocks.map((block) => {
    if (block.kind === 'heading') return false;
    if (block.kind === 'paragraph' && block.template.trim() === '') return false;
    return wanted === undefined || namesOf(block).some((name) => wanted.has(name));
  });
  return blocks.filter((block, index) => {
    if (block.kind !== 'heading') return kept[index];
    const next = blocks.findIndex((other, at) => at > index && other.kind === 'heading' && other.level <= block.level);
    return kept.slice(index, next < 0 ? undefined : next).includes(true);
  });
}
