// One cell of a list by the kind of its field; what cannot be read is told and gives nothing, never 0.
import { amountOf, type SheetLine } from '../funds/sheet-rows.ts';
import type { ImportProblem } from '../import/preview.ts';
import type { ReadColumn, TableReading } from '../import/reading.ts';
import { blankMark, compactText } from '../values/fold-text.ts';
import { parseCount } from '../values/parse-count.ts';
import { parseDay } from '../values/parse-day.ts';
import type { ListField, TellCell } from './list-spec.ts';

interface Cell {
  reading: TableReading;
  line: SheetLine<string>;
  column: ReadColumn;
  problems: ImportProblem[];
  tell: TellCell;
}

/** '' or null where the cell says nothing. */
export function readField(field: ListField, { reading, line, column, problems, tell }: Cell): unknown {
  if (field.kind === 'wan') return amountOf(reading, line, column, { chosen: null, problems });
  if (field.kind === 'yuan') return amountOf(reading, line, column, { chosen: '元', problems });
  const text = line.text(field.key);
  const read = readTyped(field, text, line.value(column)?.kind === 'number');
  if (read === undefined) {
    const advice = field.choices ? `应为${field.choices.join('、')}` : ADVICE[field.kind];
    tell(field.key, `“${field.label}”${text} 看不懂，没有读入；${advice}`);
    return field.kind === 'text' ? '' : null;
  }
  return read;
}

const ADVICE: Readonly<Record<ListField['kind'], string>> = {
  ...{ text: '请改正', count: '应为整数', wan: '应为金额', yuan: '应为金额', year: '应为年份，如 2024' },
  ...{ yes: '请写是或否', day: '应为日期，如 2024-05-01', choice: '请改成通用的说法' },
};

/** A text by the kind of a field; undefined where it is none. Amounts are read elsewhere. */
export function readTyped(
  field: Pick<ListField, 'kind' | 'choices' | 'means' | 'counts'>,
  text: string,
  isNumber = false,
): unknown {
  if (blankMark(text) !== undefined) return field.kind === 'text' ? '' : null;
  const plain = compactText(text);
  switch (field.kind) {
    case 'count': {
      const read = parseCount(text, field.counts ?? '');
      return read.kind === 'count' && read.value >= 0 ? read.value : read.kind === 'blank' ? null : undefined;
    }
    case 'year': {
      const year = /^((?:19|20)\d{2})年?度?$/.exec(plain)?.[1];
      return year === undefined ? undefined : Number(year);
    }
    case 'yes':
      if (/^(?:是|√|✓|有|对|1|y|yes)$/i.test(plain)) return true;
      return /^(?:否|不是|×|没有|0|n|no|x)$/i.test(plain) ? false : undefined;
    case 'day':
      return parseDay(text, isNumber);
    case 'choice': {
      const word = field.choices?.find((one) => one === plain);
      return word ?? field.means?.find(([words]) => words.test(plain))?.[1];
    }
    default:
      return text;
  }
}
