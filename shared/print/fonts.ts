// The faces of printed pages. The offices' own fonts may not be shipped (handbook 5.1): where one is not installed, the
// next of its list stands in. The PDF embeds what it uses of each.

export type FontRole = 'title' | 'black' | 'song' | 'fang';

export interface FontSpec {
  /** What the standard asks for. */
  standard: string;
  /** What it is used for, in words. */
  use: string;
  /** Full names, best first; the last ones come with Linux. */
  names: readonly string[];
  generic: 'serif' | 'sans-serif';
}

export const FONTS: Readonly<Record<FontRole, FontSpec>> = {
  title: {
    standard: '方正小标宋简体',
    use: '标题',
    // 小标宋 is a bold face of its own, so its stand-in has to be a bold one.
    names: [
      '方正小标宋简体',
      'FZXiaoBiaoSong-B05S',
      '方正小标宋_GBK',
      'FZXiaoBiaoSong-B05',
      '华文中宋',
      'STZhongsong',
      'Noto Serif CJK SC Bold',
      'NotoSerifCJKsc-Bold',
      'Source Han Serif SC Bold',
    ],
    generic: 'serif',
  },
  black: {
    standard: '黑体',
    use: '表头、表题',
    names: ['黑体', 'SimHei', '方正黑体_GBK', 'Heiti SC', 'Noto Sans CJK SC', 'Source Han Sans SC'],
    generic: 'sans-serif',
  },
  song: {
    standard: '宋体',
    use: '表格正文',
    names: ['宋体', 'SimSun', '方正书宋_GBK', 'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC'],
    generic: 'serif',
  },
  fang: {
    standard: '仿宋_GB2312',
    use: '正文',
    names: ['仿宋_GB2312', 'FangSong_GB2312', '仿宋', 'FangSong', '方正仿宋_GBK', 'STFangsong', 'Noto Serif CJK SC'],
    generic: 'serif',
  },
};

const quoted = (name: string): string => `"${name}"`;

/** The fonts of a role in the order in which they are tried; what none of its own has is drawn in another one. */
export function fontNames(role: FontRole): readonly string[] {
  return NAMES[role];
}

const namesOf = (...roles: FontRole[]): string[] => [...new Set(roles.flatMap((role) => FONTS[role].names))];
const NAMES: Readonly<Record<FontRole, readonly string[]>> = {
  title: namesOf('title', 'song', 'black'),
  black: namesOf('black', 'song'),
  song: namesOf('song', 'black'),
  fang: namesOf('fang', 'song', 'black'),
};

/** The value of font-family for a role. */
export function fontFamily(role: FontRole): string {
  // One face in one weight, found by its full name: a family name would not find the bold stand-ins.
  if (role === 'title') return `xianjie-title, ${fontFamily('song')}`;
  return [...NAMES[role].map(quoted), FONTS[role].generic].join(', ');
}

/** The rule that makes the title's face. */
export const TITLE_FACE_CSS = `@font-face { font-family: xianjie-title; src: ${FONTS.title.names
  .map((name) => `local(${quoted(name)})`)
  .join(', ')}; }`;
