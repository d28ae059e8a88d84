// Fonts and paragraph styles of an RTF: the code page that a font's bytes are in, and which styles are headings or contents.

export interface RtfStyle {
  /** 1 to 9; 0 for body text. */
  outline: number;
  kind: 'contents' | 'caption' | 'other';
}

/** Character sets of Windows as TextDecoder calls their code pages. */
const CHARSETS: Record<number, string> = {
  0: 'windows-1252',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
};
const CODE_PAGES: Record<number, string> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  54936: 'gb18030',
  65001: 'utf-8',
};

/** Bytes below 128 are the same in all of them. */
export function decoderOf(codePage: number): string {
  return CODE_PAGES[codePage] ?? 'windows-1252';
}

/** undefined: the font says nothing of use, the code page of the document counts. */
export function decoderOfCharset(charset: number): string | undefined {
  return CHARSETS[charset];
}

const PLAIN: RtfStyle = { outline: 0, kind: 'other' };
const MOST_PARENTS = 20;

export interface RtfStyles {
  /** A style of the sheet; `outline` null where it says nothing. */
  add(number: number, name: string, outline: number | null, base: number | null): void;
  of(number: number): RtfStyle;
}

export function createRtfStyles(): RtfStyles {
  const styles = new Map<number, { own: RtfStyle | null; base: number | null }>();
  return {
    add(number, name, outline, base) {
      const heading = Number(/^(?:heading|标题) ?([1-9])$/i.exec(name)?.[1] ?? 0);
      const isTitle = /^(?:title|标题)$/i.test(name);
      const kind = /^(?:toc|目录) ?\d$/i.test(name)
        ? 'contents'
        : /^(?:caption|题注)$/i.test(name)
          ? 'caption'
          : 'other';
      const level = outline ?? (heading > 0 ? heading : isTitle ? 1 : null);
      styles.set(number, { own: level === null && kind === 'other' ? null : { outline: level ?? 0, kind }, base });
    },
    of(number) {
      let next: number | null = number;
      for (let i = 0; next !== null && i < MOST_PARENTS; i++) {
        const style = styles.get(next);
        if (style?.own) return style.own;
        next = style?.base ?? null;
      }
      return PLAIN;
    },
  };
}
