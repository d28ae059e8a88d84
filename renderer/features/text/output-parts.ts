// Which parts of the document go out: a list of headings, paragraphs, tables and charts with what is left out.
import type { BlockView } from '#shared/contract/methods/text.ts';

export interface OutputPart {
  id: string;
  kind: 'paragraph' | 'table' | 'chart';
  label: string;
}

export interface OutputSection {
  id: string;
  level: 1 | 2 | 3;
  text: string;
  /** Right beneath the heading. */
  parts: OutputPart[];
  /** Ids of everything beneath it, deeper headings included. */
  all: string[];
}

const KINDS = { paragraph: '文字', table: '表', chart: '图' } as const;

/** The document as sections; paragraphs that say nothing are not offered. */
export function outputSections(blocks: readonly BlockView[]): OutputSection[] {
  const sections: OutputSection[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') {
      sections.push({ id: block.id, level: block.level, text: block.text, parts: [], all: [] });
      continue;
    }
    if (block.kind === 'paragraph' && block.template.trim() === '') continue;
    const label = block.kind === 'paragraph' ? `${KINDS.paragraph}：${block.title}` : `${block.label}　${block.title}`;
    const own = sections.at(-1);
    if (!own) continue;
    own.parts.push({ id: block.id, kind: block.kind, label });
    // A part belongs to its heading and to those above it, up to the first of level 1.
    let level = 4;
    for (const section of sections.toReversed()) {
      if (section.level >= level) continue;
      section.all.push(block.id);
      level = section.level;
    }
  }
  return sections.filter(({ all }) => all.length > 0);
}

export type Ticked = 'all' | 'some' | 'none';

export function tickedOf(ids: readonly string[], left: ReadonlySet<string>): Ticked {
  const out = ids.filter((id) => left.has(id)).length;
  return out === 0 ? 'all' : out === ids.length ? 'none' : 'some';
}

/** What is left out after some ids were ticked or unticked. */
export function tick(left: ReadonlySet<string>, ids: readonly string[], isTicked: boolean): string[] {
  const rest = new Set(left);
  for (const id of ids) {
    if (isTicked) rest.delete(id);
    else rest.add(id);
  }
  return [...rest];
}
