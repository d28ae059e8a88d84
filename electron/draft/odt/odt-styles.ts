// Styles of an OpenDocument text: which are headings, by their level in the outline or by the style they stand on, and which
// hide their text.
import type { XmlTag } from '#electron/excel/read/xml-tag.ts';

export interface OdtStyles {
  /** <style:style>. */
  take(tag: XmlTag): void;
  /** 0 for a style that is no heading. */
  level(name: string | undefined): number;
  /** <style:text-properties> of the style that was taken last. */
  properties(tag: XmlTag): void;
  /** Whether text of this style is hidden. */
  isHidden(name: string | undefined): boolean;
}

const HEADING = /^(?:Heading|标题)(?:_20_)?([1-9])$/;
/** A style stands on another one, and that on a third. */
const MOST_PARENTS = 20;

export function createOdtStyles(): OdtStyles {
  const parents = new Map<string, string>();
  const levels = new Map<string, number>();
  const hidden = new Set<string>();
  let last: string | undefined;
  return {
    take(tag) {
      const name = tag.local('name');
      last = name;
      if (name === undefined || tag.local('family') !== 'paragraph') return;
      const parent = tag.local('parent-style-name');
      if (parent !== undefined) parents.set(name, parent);
      const said = tag.word('style:default-outline-level');
      // Empty: a style that stands on a heading and is none.
      if (said !== undefined) levels.set(name, Number(said) || 0);
      else if (HEADING.test(name)) levels.set(name, Number(HEADING.exec(name)?.[1]));
      else if (name === 'Title') levels.set(name, 1);
    },
    properties(tag) {
      if (last !== undefined && tag.local('display') === 'none') hidden.add(last);
    },
    isHidden: (name) => name !== undefined && hidden.has(name),
    level(name) {
      let style = name;
      for (let i = 0; style !== undefined && i < MOST_PARENTS; i++) {
        const level = levels.get(style);
        if (level !== undefined) return level;
        style = parents.get(style);
      }
      return 0;
    },
  };
}
