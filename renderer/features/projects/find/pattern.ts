// What 查找 looks for, as in Excel: ? is any sign, * any number of them, ~ takes their meaning away.

export interface FindOptions {
  /** 单元格匹配: the whole text of the cell. */
  wholeCell: boolean;
  /** 区分大小写和全半角; else both are the same. */
  exact: boolean;
}

export interface Pattern {
  matches(text: string): boolean;
  /** The text with every hit replaced; the replacement is taken as it is. */
  replace(text: string, replacement: string): string;
}

/** null where there is nothing to look for. */
export function compilePattern(wanted: string, { wholeCell, exact }: FindOptions): Pattern | null {
  const source = wildcards(exact ? wanted : foldSigns(wanted).folded);
  if (source === '') return null;
  const whole = wholeCell ? `^(?:${source})$` : source;
  const tester = new RegExp(whole, 'u');
  const fold = (text: string): Folded => (exact ? unfolded(text) : foldSigns(text));
  return {
    // A lone * finds what is filled, not blank cells.
    matches: (text) => text !== '' && tester.test(fold(text).folded),
    replace: (text, replacement) => {
      const { folded, starts } = fold(text);
      let result = '';
      let at = 0;
      for (const match of folded.matchAll(new RegExp(whole, 'gu'))) {
        if (match[0] === '') continue;
        const from = starts[match.index] ?? text.length;
        const to = starts[match.index + match[0].length] ?? text.length;
        result += text.slice(at, from) + replacement;
        at = to;
      }
      return result + text.slice(at);
    },
  };
}

interface Folded {
  folded: string;
  /** Where each sign of `folded` stands in the text: folding may change the length. */
  starts: number[];
}

function unfolded(text: string): Folded {
  return { folded: text, starts: Array.from({ length: text.length + 1 }, (_, index) => index) };
}

/** Width and case folded sign by sign. */
function foldSigns(text: string): Folded {
  let folded = '';
  const starts: number[] = [];
  let at = 0;
  for (const sign of text) {
    const plain = sign.normalize('NFKC').toLowerCase();
    for (let index = 0; index < plain.length; index += 1) starts.push(at);
    folded += plain;
    at += sign.length;
  }
  starts.push(text.length);
  return { folded, starts };
}

/** A regular expression: * takes as little as it can, at the end all that is left. */
function wildcards(wanted: string): string {
  let source = '';
  for (let at = 0; at < wanted.length; at += 1) {
    const sign = wanted[at] ?? '';
    const next = wanted[at + 1] ?? '';
    if (sign === '~' && ['*', '?', '~'].includes(next)) {
      source += literal(next);
      at += 1;
    } else if (sign === '*') source += at === wanted.length - 1 ? '[\\s\\S]*' : '[\\s\\S]*?';
    else if (sign === '?') source += '[\\s\\S]';
    else source += literal(sign);
  }
  return source;
}

function literal(sign: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(sign) ? `\\${sign}` : sign;
}
