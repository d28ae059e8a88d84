// Notes and text boxes of a Word 97–2003 document: where in the text each hangs, and which stretch of the document it is.
import type { WordHead } from './fib.ts';

/** Characters of the whole document from `from` to before `to`. */
export interface HungText {
  role: 'note' | 'box';
  from: number;
  to: number;
}

/** By the character that they hang on; boxes that hang nowhere, at -1. */
export function readHungTexts(head: WordHead): Map<number, HungText[]> {
  const { text, notes, heads, macros, comments, endnotes } = head.lengths;
  const beforeEndnotes = text + notes + heads + macros + comments;
  const hung = new Map<number, HungText[]>();
  const hang = (at: number, one: HungText): void => void hung.set(at, [...(hung.get(at) ?? []), one]);
  for (const [marks, texts, start] of [
    [head.part('noteMarks'), head.part('noteTexts'), text],
    [head.part('endnoteMarks'), head.part('endnoteTexts'), beforeEndnotes],
  ] as const) {
    const count = Math.floor((marks.length - 4) / 6);
    for (let i = 0; i < count && i * 4 + 8 <= texts.length; i++) {
      const stretch = { from: start + texts.readUInt32LE(i * 4), to: start + texts.readUInt32LE(i * 4 + 4) };
      hang(marks.readUInt32LE(i * 4), { role: 'note', ...stretch });
    }
  }
  hangBoxes(head, beforeEndnotes + endnotes, hang);
  return hung;
}

/** A box names its shape, the shapes say where they hang: [MS-DOC] 2.8.32 and 2.8.37. */
function hangBoxes(head: WordHead, start: number, hang: (at: number, one: HungText) => void): void {
  const shapes = head.part('shapes');
  const anchors = new Map<number, number>();
  const shapeCount = Math.floor((shapes.length - 4) / 30);
  for (let i = 0; i < shapeCount; i++)
    anchors.set(shapes.readUInt32LE((shapeCount + 1) * 4 + i * 26), shapes.readUInt32LE(i * 4));
  const boxes = head.part('boxTexts');
  const count = Math.floor((boxes.length - 4) / 26);
  for (let i = 0; i < count; i++) {
    const [from, to] = [boxes.readUInt32LE(i * 4), boxes.readUInt32LE(i * 4 + 4)];
    const shape = boxes.readUInt32LE((count + 1) * 4 + i * 22 + 14);
    if (to <= head.lengths.boxes) hang(anchors.get(shape) ?? -1, { role: 'box', from: start + from, to: start + to });
  }
}
