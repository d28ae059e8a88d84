// Lines put together to paragraphs: a line that had room for more ends one, an indent begins one.
import { isCaption } from '../caption.ts';
import { firstToken, joinLines, type TextLine, textOfLine, widthOf } from './text-lines.ts';

/** Where the text of a page begins and ends. */
export interface PageFrame {
  left: number;
  right: number;
  /** From line to line, as mostly on this page. */
  spacing: number;
}

export interface ParagraphMaker {
  line(line: TextLine, frame: PageFrame): void;
  /** What follows is no text of the paragraph that may be open. */
  end(): void;
}

const SENTENCE_END = /[。！？；：.!?;:]["”’）)]?$/;
const NUMBER =
  /^(?:第[一二三四五六七八九十百零〇\d]+[章节条篇]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d))/;

/** `put` takes each paragraph when it has ended. */
export function createParagraphMaker(put: (text: string) => void): ParagraphMaker {
  let text = '';
  let last: { line: TextLine; frame: PageFrame } | null = null;
  return {
    line(line, frame) {
      const own = textOfLine(line);
      if (last !== null && goesOn(last, line, frame, own)) text = joinLines(text, own);
      else {
        flush();
        text = own;
      }
      last = { line, frame };
    },
    end: flush,
  };

  function flush(): void {
    if (text !== '') put(text);
    text = '';
    last = null;
  }

  function goesOn(above: { line: TextLine; frame: PageFrame }, line: TextLine, frame: PageFrame, own: string): boolean {
    const { line: before, frame: frameBefore } = above;
    if (Math.abs(before.size - line.size) > 1.2 || isCaption(own) || isCaption(text)) return false;
    const room = frameBefore.right - before.right;
    if (room > widthOf(firstToken(own), line.size) + 0.6 * line.size) return false;
    const gap = line.y - before.y;
    if (frame === frameBefore && gap > 1.45 * frame.spacing) return false;
    const isEnd = SENTENCE_END.test(text);
    if (NUMBER.test(own) && (isEnd || text.length < 40)) return false;
    const indent = line.left - frame.left;
    if (indent <= 1.2 * line.size) return true;
    // A whole block is set in: its lines begin at one place.
    const isBlock = Math.abs(indent - (before.left - frameBefore.left)) <= 2;
    return isBlock && !isEnd;
  }
}

/** The frame of a page's lines. */
export function frameOf(lines: readonly TextLine[]): PageFrame {
  const lefts = lines.map(({ left }) => left).sort((a, b) => a - b);
  // The outermost place where two lines begin: one alone may hang over.
  const left = lefts.find((place, i) => (lefts[i + 1] ?? Number.POSITIVE_INFINITY) - place < 3) ?? lefts[0] ?? 0;
  const right = Math.max(0, ...lines.map((line) => line.right));
  const gaps = lines.slice(1).map((line, i) => line.y - (lines[i] as TextLine).y);
  const sorted = gaps.filter((gap) => gap > 0).sort((a, b) => a - b);
  return { left, right, spacing: sorted[Math.floor(sorted.length / 2)] ?? Number.POSITIVE_INFINITY };
}
