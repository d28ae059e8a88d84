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
/** Nothing ends so: a number cut at its dash, a comma. */
const OPEN_END = /[\d图表][-–—]$|[，、（(]$/;
/** Nothing begins so. */
const CLOSES = /^[，。；、）)%％]/;
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
    const gap = line.y - before.y;
    // 详见表4- over 1）。: neither can stand alone, whatever room there was.
    if ((OPEN_END.test(text) || CLOSES.test(own)) && (frame !== frameBefore || gap <= 1.45 * frame.spacing))
      return true;
    if (room > widthOf(firstToken(own), line.size) + 0.6 * line.size) return false;
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

/** Lines that end at one place show where the text ends. */
const LEAST_FULL = 3;

/** The frame of a page's lines; `right` is that of all pages of its width. */
export function frameOf(lines: readonly TextLine[], right: number): PageFrame {
  const gaps = lines.slice(1).map((line, i) => line.y - (lines[i] as TextLine).y);
  const sorted = gaps.filter((gap) => gap > 0).sort((a, b) => a - b);
  return { left: leftOf(lines), right, spacing: sorted[Math.floor(sorted.length / 2)] ?? Number.POSITIVE_INFINITY };
}

/**
 * Where the text of pages of one width ends: where most lines do, for full lines end at one place and others anywhere
 * (a full stop may hang over); else as far from the edge as it begins from the other.
 */
export function rightOf(lines: readonly TextLine[], pageWidth: number): number {
  const counts = new Map<number, number>();
  for (const { right } of lines) counts.set(Math.round(right), (counts.get(Math.round(right)) ?? 0) + 1);
  const near = (place: number): number => [-1, 0, 1].reduce((sum, step) => sum + (counts.get(place + step) ?? 0), 0);
  const [place, most] = [...counts.keys()]
    .map((right): [number, number] => [right, near(right)])
    .reduce((best, one) => (one[1] > best[1] || (one[1] === best[1] && one[0] > best[0]) ? one : best), [0, 0]);
  return most >= LEAST_FULL ? place : pageWidth - leftOf(lines);
}

/** The outermost place where two lines begin: one alone may hang over. */
function leftOf(lines: readonly TextLine[]): number {
  const lefts = lines.map(({ left }) => left).sort((a, b) => a - b);
  return lefts.find((place, i) => (lefts[i + 1] ?? Number.POSITIVE_INFINITY) - place < 3) ?? lefts[0] ?? 0;
}
