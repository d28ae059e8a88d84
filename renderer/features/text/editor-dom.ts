// A template in an editable element: fields are chips that can be deleted but not typed into. Places are offsets into
// the template, so that the caret survives when the element is drawn anew.
import { parseTemplate } from '#shared/text/template.ts';

export interface Chip {
  text: string;
  error?: string | undefined;
}

const ROOM = '\u200b';

/** Draws the template: text nodes and chips, with room for the caret at the end. */
export function drawTemplate(root: HTMLElement, template: string, chipOf: (source: string) => Chip): void {
  const nodes = parseTemplate(template).map((part) =>
    part.kind === 'text' ? document.createTextNode(part.text) : makeChip(part.source, chipOf(part.source)),
  );
  root.replaceChildren(...nodes, document.createTextNode(ROOM));
}

function makeChip(source: string, { text, error }: Chip): HTMLElement {
  const chip = document.createElement('span');
  chip.className = error === undefined ? 'xj-text-field' : 'xj-text-field is-broken';
  chip.contentEditable = 'false';
  chip.dataset.source = source;
  chip.title = error ?? `${source}：随数据变化，点一下改单位和小数`;
  chip.textContent = text;
  return chip;
}

function sourceOf(node: Node): string | undefined {
  return node instanceof HTMLElement ? node.dataset.source : undefined;
}

/** The template length of a node. */
function textOf(node: Node): string {
  const source = sourceOf(node);
  if (source !== undefined) return source;
  if (node instanceof HTMLBRElement) return '\n';
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replaceAll(ROOM, '').replaceAll('\u00a0', ' ');
  const inner = [...node.childNodes].map(textOf).join('');
  // Some ways to press Enter make a block.
  return node instanceof HTMLDivElement && node.previousSibling ? `\n${inner}` : inner;
}

/** What stands in the element as a template. */
export function readTemplate(root: HTMLElement): string {
  return [...root.childNodes].map(textOf).join('');
}

/** Where the caret stands in the template; its end where the caret is elsewhere. */
export function caretOffset(root: HTMLElement): number {
  const selection = document.getSelection();
  const { anchorNode, anchorOffset } = selection ?? { anchorNode: null, anchorOffset: 0 };
  if (!anchorNode || !root.contains(anchorNode)) return readTemplate(root).length;
  const before = document.createRange();
  before.setStart(root, 0);
  before.setEnd(anchorNode, anchorOffset);
  const part = document.createElement('div');
  part.append(before.cloneContents());
  return readTemplate(part).length;
}

/** Puts the caret at an offset of the template; inside a field it goes behind it. */
export function placeCaret(root: HTMLElement, offset: number): void {
  let left = offset;
  for (const node of root.childNodes) {
    const length = textOf(node).length;
    if (left <= length && node.nodeType === Node.TEXT_NODE) {
      document.getSelection()?.collapse(node, Math.min(left, node.textContent?.length ?? 0));
      return;
    }
    if (left < length) break;
    left -= length;
  }
  document.getSelection()?.selectAllChildren(root);
  document.getSelection()?.collapseToEnd();
}
