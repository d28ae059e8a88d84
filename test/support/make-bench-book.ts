// Large project lists for benchmarks and limits: title, unit line, three header rows, headings with sums, 45 columns.
import { columnLetters } from '#shared/import/sheet.ts';
import { bookParts, escapeXml } from './make-sheets.ts';
import { makeZip } from './make-zip.ts';

export const BENCH_COLUMNS = 45;
const HEADER_ROWS = 5;
const GROUP = 150;
const FIRST_AMOUNT = 12;
const LAST_AMOUNT = 36;
const TOWNS = ['研和街道', '春和街道', '北城街道', '大营街街道', '高仓街道', '小石桥乡', '洛河乡'];
const KINDS = ['特色种植基地', '养殖小区', '人居环境整治', '灌溉沟渠', '村组道路', '冷库', '饮水安全巩固提升'];

/** An .xlsx with `rows` project rows; the same rows give the same bytes. `shared`: texts as shared strings, as Excel does. */
export function makeBenchBook(rows: number, shared = true): Buffer {
  const strings = new Map<string, number>();
  const random = createRandom(20_250_301 + rows);
  const xml: string[] = [];
  let row = 0;

  const text = (column: number, content: string): string => {
    const at = `${columnLetters(column)}${row}`;
    if (!shared) return `<c r="${at}" s="1" t="inlineStr"><is><t>${escapeXml(content)}</t></is></c>`;
    if (!strings.has(content)) strings.set(content, strings.size);
    return `<c r="${at}" s="1" t="s"><v>${strings.get(content)}</v></c>`;
  };
  const number = (column: number, value: string, style = 2): string =>
    `<c r="${columnLetters(column)}${row}" s="${style}"><v>${value}</v></c>`;
  const addRow = (cells: string[]): void => {
    xml.push(`<row r="${row}" spans="1:${BENCH_COLUMNS}" ht="27" customHeight="1">${cells.join('')}</row>`);
  };

  row = 1;
  addRow([text(1, '巩固拓展脱贫攻坚成果和乡村振兴项目库')]);
  row = 2;
  addRow([text(BENCH_COLUMNS - 1, '单位：万元')]);
  for (row = 3; row <= HEADER_ROWS; row++) addRow(range(BENCH_COLUMNS, (c) => text(c, `列${c}-${row - 2}`)));
  let group = 0;
  for (let done = 0; done < rows; ) {
    const size = Math.min(GROUP, rows - done);
    group++;
    addRow([text(1, `（${group}）`), text(2, `第${group}类项目`), ...headingSums(row, size)]);
    row++;
    for (let i = 0; i < size; i++, row++, done++) addRow(projectCells(done, random, text, number));
  }
  const merges = range(BENCH_COLUMNS - 1, (c) => `<mergeCell ref="${columnLetters(c)}3:${columnLetters(c)}4"/>`);
  return makeZip(
    bookParts({
      sheets: [
        {
          name: '项目表',
          data: xml.join(''),
          before: `<dimension ref="A1:AS${row}"/>`,
          after: `<mergeCells>${merges.join('')}</mergeCells>`,
        },
      ],
      strings: [...strings.keys()].map((content) => `<t>${escapeXml(content)}</t>`),
      formats: ['@', '#,##0.0000', 'yyyy"年"m"月"'],
    }),
  );
}

type TextCell = (column: number, content: string) => string;
type NumberCell = (column: number, value: string, style?: number) => string;

function projectCells(index: number, random: () => number, text: TextCell, number: NumberCell): string[] {
  const town = TOWNS[Math.floor(random() * TOWNS.length)] as string;
  const kind = KINDS[Math.floor(random() * KINDS.length)] as string;
  const cells = [
    number(1, String(index + 1), 0),
    text(2, `${town}第${index + 1}期${kind}建设项目`),
    text(3, '新建'),
    text(4, town),
    text(5, `${town.slice(0, 2)}村民委员会第${1 + (index % 12)}小组`),
    text(6, describe(index, town, kind)),
    text(7, `5304${String(2021_0000 + index).padStart(10, '0')}`),
    number(8, String(44_197 + (index % 1800)), 3),
    number(9, String(44_562 + (index % 1800)), 3),
    text(10, '县农业农村局'),
    text(11, `1388${String(7_000_000 + index).slice(0, 7)}`),
  ];
  for (let column = FIRST_AMOUNT; column <= LAST_AMOUNT; column++) {
    if (random() < 0.35) continue;
    const amount = Math.floor(random() * 4_000_000);
    cells.push(number(column, random() < 0.2 ? '0' : decimal(amount)));
  }
  for (let column = LAST_AMOUNT + 1; column < BENCH_COLUMNS; column++) {
    cells.push(column % 2 ? number(column, String(Math.floor(random() * 900))) : text(column, '是'));
  }
  cells.push(text(BENCH_COLUMNS, `备注${index % 40}`));
  return cells;
}

/** Amounts in 万元 with up to four decimals, as double-precision programs write them. */
function decimal(tenThousandths: number): string {
  return String(tenThousandths / 10_000);
}

/** About a hundred characters, different in each row. */
function describe(index: number, town: string, kind: string): string {
  return (
    `在${town}新建${kind}${10 + (index % 90)}亩，配套机耕路${1 + (index % 9)}.${index % 10}千米、灌溉管网${200 + (index % 800)}米、` +
    `水池${1 + (index % 6)}座，覆盖农户${30 + (index % 300)}户，其中脱贫户${3 + (index % 30)}户，` +
    `建成后产权归村集体所有，带动务工${5 + (index % 50)}人，项目编号第${index + 1}号。`
  );
}

function headingSums(row: number, size: number): string[] {
  return range(LAST_AMOUNT - FIRST_AMOUNT + 1, (i) => {
    const column = columnLetters(FIRST_AMOUNT + i - 1);
    return `<c r="${column}${row}" s="2"><f>SUM(${column}${row + 1}:${column}${row + size})</f><v>${row}.5</v></c>`;
  });
}

function range<T>(count: number, make: (oneBased: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i + 1));
}

/** Mulberry32: small, and the same on every machine. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
