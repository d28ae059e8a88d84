// Variants of cell styles in an existing styles part: the cell keeps its font, borders and format and gets a fill.
import { damaged } from '#electron/excel/read/read-error.ts';
import { withPrefix } from './parts.ts';
import { attributesOf, attributeText, childrenOf, findElement, prefixOf, type XmlElement } from './xml.ts';

export interface StyleEditor {
  /** Index of a style like the one at `index`, with a solid background. `argb` as 'FFFFC7CE'. */
  filled(index: number, argb: string): number;
  /** Index of a style like the one at `index` (a header cell), but with the ordinary font and no background. */
  plain(index: number): number;
  toXml(): string;
}

interface List {
  element: XmlElement;
  items: string[];
}

export function editStyles(xml: string): StyleEditor {
  const fills = readList(xml, 'fills');
  const formats = readList(xml, 'cellXfs');
  const prefix = prefixOf(formats.element.tag);
  const fillIds = new Map<string, number>();
  const variants = new Map<string, number>();

  const fillId = (argb: string): number => {
    const known = fillIds.get(argb);
    if (known !== undefined) return known;
    fills.items.push(
      withPrefix(
        `<fill><patternFill patternType="solid"><fgColor rgb="${argb}"/><bgColor indexed="64"/></patternFill></fill>`,
        prefix,
      ),
    );
    fillIds.set(argb, fills.items.length - 1);
    return fills.items.length - 1;
  };

  const variant = (key: string, index: number, change: (attributes: Map<string, string>) => void): number => {
    const known = variants.get(key);
    if (known !== undefined) return known;
    const source = formats.items[index] ?? formats.items[0];
    const element = source === undefined ? undefined : childrenOf(source)[0];
    if (!element) throw damaged('没有单元格样式');
    const attributes = attributesOf(element.tag.rest);
    change(attributes);
    const { qualified } = element.tag;
    formats.items.push(
      element.inner === ''
        ? `<${qualified}${attributeText(attributes)}/>`
        : `<${qualified}${attributeText(attributes)}>${element.inner}</${qualified}>`,
    );
    variants.set(key, formats.items.length - 1);
    return formats.items.length - 1;
  };

  return {
    filled: (index, argb) =>
      variant(`${index}|${argb}`, index, (attributes) => {
        attributes.set('fillId', String(fillId(argb)));
        attributes.set('applyFill', '1');
      }),
    plain: (index) =>
      variant(`${index}|plain`, index, (attributes) => {
        attributes.set('fontId', '0');
        attributes.set('fillId', '0');
      }),
    toXml() {
      // The later list first, so that positions in front of it stay right.
      const lists = [fills, formats].sort((a, b) => b.element.tag.start - a.element.tag.start);
      return lists.reduce((text, { element, items }) => {
        const { tag, end } = element;
        const attributes = attributesOf(tag.rest);
        attributes.set('count', String(items.length));
        const list = `<${tag.qualified}${attributeText(attributes)}>${items.join('')}</${tag.qualified}>`;
        return text.slice(0, tag.start) + list + text.slice(end);
      }, xml);
    },
  };
}

function readList(xml: string, name: string): List {
  const element = findElement(xml, name);
  if (!element) throw damaged(`样式部分缺少“${name}”`);
  const items = childrenOf(element.inner).map((child) => element.inner.slice(child.tag.start, child.end));
  return { element, items };
}
