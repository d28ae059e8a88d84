// Formulas of BIFF8 are stored as reverse Polish tokens; this turns them back into text for looking at. The values of
// the cells do not depend on it: what it does not know gives an empty text, never a wrong one.
import { columnLetters } from '#shared/sheet/sheet.ts';
import { biffFunction } from './biff-functions.ts';
import { BIFF_ERRORS } from './biff-records.ts';
import { doubleText } from './number-text.ts';

/** Names that formulas refer to by number. */
export interface FormulaNames {
  /** Name of the sheet behind an EXTERNSHEET index; null when it is in another file. */
  sheet(index: number): string | null;
  /** One-based defined names. */
  defined(index: number): string | null;
}

/** Where the formula stands, zero-based; shared formulas hold offsets from here. */
export interface FormulaPlace {
  row: number;
  column: number;
}

const BINARY = ['+', '-', '*', '/', '^', '&', '<', '<=', '=', '>=', '>', '<>', ' ', ',', ':'];
const MAX_LENGTH = 8192;

class Unknown extends Error {}

/** The text without '=', or '' when it holds something this reader does not know. */
export function biffFormulaText(tokens: Buffer, place: FormulaPlace, names: FormulaNames): string {
  try {
    return decode(tokens, place, names);
  } catch (error) {
    if (error instanceof Unknown || error instanceof RangeError) return '';
    throw error;
  }
}

function decode(tokens: Buffer, place: FormulaPlace, names: FormulaNames): string {
  const stack: string[] = [];
  let at = 0;
  const pop = (): string => {
    const top = stack.pop();
    if (top === undefined) throw new Unknown();
    return top;
  };
  const push = (text: string): void => {
    if (text.length > MAX_LENGTH) throw new Unknown();
    stack.push(text);
  };
  const call = (name: string, count: number): void => {
    if (count > stack.length) throw new Unknown();
    push(`${name}(${stack.splice(stack.length - count).join(',')})`);
  };

  while (at < tokens.length) {
    const raw = tokens.readUInt8(at++);
    // Operand classes (reference, value, array) share the meaning of their token.
    const token = raw >= 0x40 ? (raw & 0x1f) | 0x20 : raw;
    if (token >= 0x03 && token <= 0x11) {
      const right = pop();
      push(`${pop()}${BINARY[token - 3]}${right}`);
      continue;
    }
    switch (token) {
      case 0x12:
        push(`+${pop()}`);
        break;
      case 0x13:
        push(`-${pop()}`);
        break;
      case 0x14:
        push(`${pop()}%`);
        break;
      case 0x15:
        push(`(${pop()})`);
        break;
      case 0x16:
        push('');
        break;
      case 0x17: {
        const length = tokens.readUInt8(at);
        const wide = tokens.readUInt8(at + 1) & 1;
        const end = at + 2 + length * (wide ? 2 : 1);
        if (end > tokens.length) throw new Unknown();
        push(`"${tokens.toString(wide ? 'utf16le' : 'latin1', at + 2, end).replaceAll('"', '""')}"`);
        at = end;
        break;
      }
      case 0x19: {
        const flags = tokens.readUInt8(at);
        const word = tokens.readUInt16LE(at + 1);
        at += 3 + (flags & 0x04 ? (word + 1) * 2 : 0);
        if (flags & 0x10) call('SUM', 1);
        break;
      }
      case 0x1c:
        push(BIFF_ERRORS[tokens.readUInt8(at++)] ?? '#N/A');
        break;
      case 0x1d:
        push(tokens.readUInt8(at++) === 1 ? 'TRUE' : 'FALSE');
        break;
      case 0x1e:
        push(String(tokens.readUInt16LE(at)));
        at += 2;
        break;
      case 0x1f:
        push(doubleText(tokens.readDoubleLE(at)) ?? '#NUM!');
        at += 8;
        break;
      case 0x21: {
        const known = biffFunction(tokens.readUInt16LE(at));
        at += 2;
        if (known?.arguments === undefined) throw new Unknown();
        call(known.name, known.arguments);
        break;
      }
      case 0x22: {
        const known = biffFunction(tokens.readUInt16LE(at + 1) & 0x7fff);
        if (!known) throw new Unknown();
        call(known.name, tokens.readUInt8(at) & 0x7f);
        at += 3;
        break;
      }
      case 0x23:
        push(known(names.defined(tokens.readUInt16LE(at))));
        at += 4;
        break;
      case 0x24:
      case 0x2c:
        push(reference(at, token === 0x2c));
        at += 4;
        break;
      case 0x25:
      case 0x2d:
        push(area(at, token === 0x2d));
        at += 8;
        break;
      case 0x29:
        at += 2;
        break;
      case 0x2a:
        push('#REF!');
        at += 4;
        break;
      case 0x2b:
        push('#REF!');
        at += 8;
        break;
      case 0x3a:
        push(`${quoted(known(names.sheet(tokens.readUInt16LE(at))))}!${reference(at + 2, false)}`);
        at += 6;
        break;
      case 0x3b:
        push(`${quoted(known(names.sheet(tokens.readUInt16LE(at))))}!${area(at + 2, false)}`);
        at += 10;
        break;
      default:
        throw new Unknown();
    }
  }
  const text = pop();
  if (stack.length > 0) throw new Unknown();
  return text;

  function reference(from: number, offsets: boolean): string {
    return cell(tokens.readUInt16LE(from), tokens.readUInt16LE(from + 2), offsets);
  }

  function area(from: number, offsets: boolean): string {
    const [top, bottom] = [tokens.readUInt16LE(from), tokens.readUInt16LE(from + 2)];
    const [left, right] = [tokens.readUInt16LE(from + 4), tokens.readUInt16LE(from + 6)];
    if (!offsets && top === 0 && bottom === 0xffff) return `${columnPart(left)}:${columnPart(right)}`;
    return `${cell(top, left, offsets)}:${cell(bottom, right, offsets)}`;
  }

  /** The top bits of the column say which part is relative; in shared formulas relative parts are offsets. */
  function cell(row: number, packed: number, offsets: boolean): string {
    const rowFree = (packed & 0x8000) !== 0;
    const columnFree = (packed & 0x4000) !== 0;
    let column = packed & 0xff;
    let line = row;
    if (offsets && rowFree) line = (place.row + row) & 0xffff;
    if (offsets && columnFree) column = (place.column + column) & 0xff;
    return `${columnFree ? '' : '$'}${columnLetters(column + 1)}${rowFree ? '' : '$'}${line + 1}`;
  }
}

/** A whole column, as in A:A. */
function columnPart(packed: number): string {
  return `${packed & 0x4000 ? '' : '$'}${columnLetters((packed & 0xff) + 1)}`;
}

function known(name: string | null): string {
  if (name === null) throw new Unknown();
  return name;
}

function quoted(sheet: string): string {
  return /^[\p{L}_][\p{L}\d_.]*$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}
