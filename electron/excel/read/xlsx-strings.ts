// sharedStrings.xml: each text goes straight into the table of values; only its index stays with the reader.
import type { CellSink } from './cell-sink.ts';
import type { ReadBudget } from './limits.ts';
import { NO_VALUE } from './packet.ts';
import { tooLarge } from './read-error.ts';
import type { XmlHandler } from './xml-scanner.ts';
import { decodeSheetEscapes } from './xml-text.ts';

export interface SharedStrings {
  /** Value index of each shared string; NO_VALUE: the empty text. */
  ids: Int32Array;
  count: number;
}

/** Rich text runs are joined; phonetic runs (rPh, the small reading aids above words) are left out. */
export function createStringsHandler(sink: CellSink, budget: ReadBudget): XmlHandler & { finish(): SharedStrings } {
  let ids = new Int32Array(1024);
  let count = 0;
  let phonetic = 0;

  return {
    open(name, _tag, scanner) {
      if (name === 'si') scanner.text = '';
      else if (name === 'rPh') phonetic++;
      else if (name === 't') scanner.collecting = phonetic === 0;
    },
    close(name, scanner) {
      if (name === 't') scanner.collecting = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'si') {
        if (count >= budget.sharedStrings) throw tooLarge(`共享文字超过 ${budget.sharedStrings} 条`);
        if (count === ids.length) ids = grow(ids);
        const text = decodeSheetEscapes(scanner.text);
        ids[count++] = text === '' ? NO_VALUE : sink.value('text', text);
      }
    },
    finish: () => ({ ids, count }),
  };
}

function grow(ids: Int32Array): Int32Array<ArrayBuffer> {
  const bigger = new Int32Array(ids.length * 2);
  bigger.set(ids);
  return bigger;
}
