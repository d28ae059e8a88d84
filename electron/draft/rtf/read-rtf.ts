// RTF documents: paragraphs with the numbers that the writing program put before them, tables, notes, text boxes.
import type { ReadBudget } from '#electron/excel/read/limits.ts';
import { assertInTime } from '#electron/excel/read/read-error.ts';
import type { ParagraphRole } from '#shared/draft/draft.ts';
import { type DraftWriter, PICTURES } from '../draft-writer.ts';
import { createEdgeTables } from '../edge-tables.ts';
import { numbered } from '../numbered.ts';
import { createRtfRow } from './rtf-row.ts';
import { CHARACTERS, FIRST_STATE, KNOWN_STARRED, type RtfState, SKIPPED } from './rtf-state.ts';
import { createRtfStyles, decoderOf, decoderOfCharset } from './rtf-styles.ts';
import { readRtfTokens } from './rtf-tokens.ts';

/** The document, or a note or box whose paragraphs wait for the end of the paragraph that they hang on. */
interface Place {
  role: 'note' | 'box' | null;
  line: string;
  number: string;
  style: number;
  outline: number | null;
  depth: number;
}

/** Throws ReadError. */
export function readRtf(bytes: Buffer, writer: DraftWriter, budget: ReadBudget): void {
  const states: RtfState[] = [];
  let state: RtfState = { ...FIRST_STATE };
  let documentDecoder = state.decoder;
  const fonts = new Map<number, string>();
  const decoders = new Map<string, InstanceType<typeof TextDecoder>>();
  const styles = createRtfStyles();
  const row = createRtfRow();
  const innerRow = createRtfRow();
  let hanging: { role: 'note' | 'box'; text: string }[] = [];
  /** Those of the paragraph that is open. */
  const ofLine: typeof hanging = [];
  const tables = createEdgeTables(writer, budget, hangDown);
  const places: Place[] = [newPlace(null)];
  let place = places[0] as Place;
  let font = 0;
  let defaultFont = -1;
  let style = { number: -1, name: '', outline: null as number | null, base: null as number | null };
  let contentLines = 0;
  let steps = 0;

  readRtfTokens(bytes, {
    get skip() {
      return state.skip;
    },
    open() {
      states.push(state);
      state = { ...state, isStarred: false, opensPlace: false, opensStyle: state.destination === 'styles' };
      if (state.opensStyle) style = { number: 0, name: '', outline: null, base: null };
    },
    close() {
      if (state.opensPlace) closePlace();
      if (state.opensStyle && style.number >= 0)
        styles.add(style.number, style.name.replace(/;\s*$/, '').trim(), style.outline, style.base);
      state = states.pop() ?? state;
    },
    word: takeWord,
    bytes(piece) {
      put(decode(piece));
    },
  });
  if (place.line.trim() !== '') endParagraph();
  hanging.push(...ofLine.splice(0));
  tables.leave(0);
  hangDown();
  if (contentLines > 0) writer.remark(`目录有 ${contentLines} 行，没有核对。`);

  function takeWord(word: string, number: number | null): void {
    if ((++steps & 0x3fff) === 0) assertInTime(budget);
    if (word === '*') {
      state.isStarred = true;
      return;
    }
    const isUnknown = state.isStarred && !KNOWN_STARRED.has(word);
    state.isStarred = false;
    if (isUnknown || SKIPPED.has(word)) {
      if ((word === 'pict' || word === 'shppict') && state.destination === 'text') writer.remark(PICTURES);
      if (word === 'annotation') writer.remark('文稿里有批注，批注的文字没有核对。');
      state.destination = 'skip';
      if (state.opensStyle) style.number = -1;
      return;
    }
    if (word === 'ud') state.destination = 'text';
    if (state.destination === 'skip' || takeSetting(word, number)) return;
    if (state.destination === 'fonts') takeFont(word, number);
    else if (state.destination === 'styles') takeStyle(word, number);
    else if (word in CHARACTERS) put(CHARACTERS[word] as string);
    else if (word === 'u') put(String.fromCharCode((number ?? 0) & 0xffff));
    // A number in front may reset the paragraph: only inside of its own group.
    else if (state.destination === 'text' && !(state.inInnerRow ? innerRow : row).take(word, number))
      takeDocumentWord(word, number);
  }

  /** Words about how text is written, and those that begin a destination. */
  function takeSetting(word: string, number: number | null): boolean {
    switch (word) {
      case 'ansicpg':
        documentDecoder = decoderOf(number ?? 0);
        state.decoder = documentDecoder;
        return true;
      case 'uc':
        state.skip = Math.max(0, number ?? 1);
        return true;
      case 'deff':
        defaultFont = number ?? 0;
        return true;
      case 'fonttbl':
        state.destination = 'fonts';
        return true;
      case 'stylesheet':
        state.destination = 'styles';
        return true;
      case 'listtext':
      case 'pntext':
        state.destination = 'list-text';
        place.number = '';
        return true;
      case 'field':
        state.field = { instruction: '' };
        return true;
      case 'fldinst':
        state.destination = 'instruction';
        return true;
      case 'fldrslt':
        state.destination = 'text';
        if (/^\s*TOC\b/i.test(state.field?.instruction ?? '')) state.inContents = true;
        return true;
      case 'nesttableprops':
        state.inInnerRow = true;
        return true;
      case 'footnote':
        openPlace('note');
        return true;
      case 'shptxt':
        openPlace('box');
        return true;
      default:
        return false;
    }
  }

  function takeFont(word: string, number: number | null): void {
    if (word === 'f') font = number ?? 0;
    else if (word === 'fcharset') {
      const decoder = decoderOfCharset(number ?? 0);
      if (decoder !== undefined && number !== 0) fonts.set(font, decoder);
    }
  }

  function takeStyle(word: string, number: number | null): void {
    if (word === 's') style.number = number ?? 0;
    else if (word === 'cs' || word === 'ts' || word === 'ds') style.number = -1;
    else if (word === 'outlinelevel') style.outline = outlineOf(number);
    else if (word === 'sbasedon') style.base = number;
    else if (word === 'u') put(String.fromCharCode((number ?? 0) & 0xffff));
  }

  function takeDocumentWord(word: string, number: number | null): void {
    switch (word) {
      case 'f':
        state.decoder = fonts.get(number ?? defaultFont) ?? documentDecoder;
        return;
      case 'plain':
        state.isHidden = false;
        state.isDeleted = false;
        state.decoder = fonts.get(defaultFont) ?? documentDecoder;
        return;
      case 'v':
        state.isHidden = number !== 0;
        if (state.isHidden) writer.remark('文稿里有隐藏文字，打印不出来，没有核对。');
        return;
      case 'deleted':
      case 'revised':
        if (word === 'deleted') state.isDeleted = number !== 0;
        if (number !== 0) writer.remark('文稿里有没有接受的修订，按全部接受后的文字核对。');
        return;
      case 'pard':
        place.style = 0;
        place.outline = null;
        place.depth = 0;
        return;
      case 's':
        place.style = number ?? 0;
        return;
      case 'outlinelevel':
        place.outline = outlineOf(number);
        return;
      case 'intbl':
        place.depth = Math.max(1, place.depth);
        return;
      case 'itap':
        place.depth = Math.max(0, number ?? 0);
        return;
      case 'par':
      case 'sect':
      case 'page':
      case '\n':
      case '\r':
        if (word !== 'page' || place.line !== '') endParagraph();
        return;
      default:
        takeTableWord(word);
    }
  }

  function takeTableWord(word: string): void {
    const isInner = word.startsWith('nest');
    const depth = isInner ? Math.max(2, place.depth) : 1;
    if (word === 'cell' || word === 'nestcell') {
      if (place.role !== null) {
        endParagraph();
        return;
      }
      place.depth = depth;
      endParagraph();
      tables.endCell(depth);
    } else if ((word === 'row' || word === 'nestrow') && place.role === null) {
      // What stands behind the last cell of a row belongs to no cell.
      place.line = '';
      tables.endRow(depth, (isInner ? innerRow : row).shape);
    }
  }

  function endParagraph(): void {
    const { role, depth, style: number, outline: own } = place;
    const text = numbered(place.number, place.line);
    const isListed = place.number !== '';
    const isBlank = place.line.trim() === '';
    place.line = '';
    place.number = '';
    if (role !== null) {
      ofLine.push({ role, text });
      return;
    }
    // A table ends before the paragraph that follows it: what hangs on the one comes before the other.
    if (depth === 0) tables.leave(0);
    hanging.push(...ofLine.splice(0));
    const { outline: level, kind } = styles.of(number);
    if (state.inContents || kind === 'contents') {
      if (!isBlank) contentLines++;
      return;
    }
    if (depth > 0) {
      tables.line(depth, text);
      return;
    }
    const outline = own ?? level;
    const told: ParagraphRole = kind === 'caption' ? 'caption' : outline > 0 ? 'heading' : isListed ? 'list' : 'text';
    writer.paragraph(isBlank ? 'text' : told, isBlank ? '' : text, outline);
    hangDown();
  }

  function put(text: string): void {
    if (state.destination === 'styles') style.name += text;
    else if (state.destination === 'instruction') {
      if (state.field !== null) state.field.instruction += text;
    } else if (state.destination === 'list-text') place.number += numberText(text);
    else if (state.destination === 'text' && !state.isHidden && !state.isDeleted) place.line += text;
  }

  function decode(piece: Buffer): string {
    let decoder = decoders.get(state.decoder);
    if (decoder === undefined) {
      decoder = new TextDecoder(state.decoder);
      decoders.set(state.decoder, decoder);
    }
    return decoder.decode(piece);
  }

  function newPlace(role: Place['role']): Place {
    return { role, line: '', number: '', style: 0, outline: null, depth: 0 };
  }

  function openPlace(role: 'note' | 'box'): void {
    state.destination = 'text';
    state.opensPlace = true;
    place = newPlace(role);
    places.push(place);
  }

  function closePlace(): void {
    if (place.line.trim() !== '') endParagraph();
    places.pop();
    place = places.at(-1) ?? newPlace(null);
  }

  /** Notes and boxes come behind the paragraph or the table that they hang on. */
  function hangDown(): void {
    if (tables.isOpen) return;
    const texts = hanging;
    hanging = [];
    for (const { role, text } of texts) writer.paragraph(role, text);
  }
}

function outlineOf(number: number | null): number {
  return number === null || number < 0 || number > 8 ? 0 : number + 1;
}

/** Bullets are signs of a symbol font, or of their own, and no number. */
function numberText(text: string): string {
  return text.replace(/[\t\ue000-\uf8ff•·●○■□◆◇▪►➢✓✔]/g, '');
}
