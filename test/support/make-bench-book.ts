// Large project lists for benchmarks and limits: title, unit line, three header rows, headings with sums, 45 columns.
import { columnLetters } from '#shared/sheet/sheet.ts';
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
  for (row = 3; row <= HEADER_ROWS; row++) addRow(headerCells(row, text));
  let group = 0;
  for (let done = 0; done < rows; ) {
    const size = Math.min(GROUP, rows - done);
    group++;
    const heading = row++;
    const place = xml.push('') - 1;
    const sums = new Map<number, number>();
    for (let i = 0; i < size; i++, row++, done++) {
      const figures = projectFigures(done, random);
      for (const [column, amount] of figures) sums.set(column, (sums.get(column) ?? 0) + amount);
      addRow(projectCells(done, random, figures, text, number));
    }
    const next = row;
    row = heading;
    addRow([text(1, `（${chineseNumber(group)}）`), text(2, `第${group}类项目`), ...headingSums(row, size, sums)]);
    xml[place] = xml.pop() as string;
    row = next;
  }
  const merges = headerMerges().map((ref) => `<mergeCell ref="${ref}"/>`);
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

/** Header words by column; 'group › leaf' stands under a merged group. */
const HEADER: readonly string[] = [
  ...[
    '序号',
    '项目名称',
    '建设性质',
    '建设地点 › 乡镇',
    '建设地点 › 村',
    '建设内容及规模',
    '项目编号',
    '开工时间',
    '完工时间',
  ],
  ...['责任单位', '联系电话', '总投资'],
  ...['财政衔接资金', '涉农整合资金', '行业部门专项资金', '县级自筹资金', '其他资金'].map(
    (name) => `资金来源 › ${name}`,
  ),
  ...range(5, (n) => `分年度投资 › ${2020 + n}年`),
  ...range(14, (n) => `资金拨付 › 第${n}次拨付`),
  ...[
    '受益户数',
    '是否脱贫村',
    '受益人口数',
    '是否以工代赈',
    '脱贫户数',
    '是否劳动密集',
    '受益村数',
    '是否资产收益',
    '备注',
  ],
];

function headerCells(row: number, text: TextCell): string[] {
  return HEADER.flatMap((header, index) => {
    const [group = '', leaf] = header.split(' › ');
    if (leaf === undefined) return row === 3 ? [text(index + 1, group)] : [];
    const isFirst = !HEADER[index - 1]?.startsWith(`${group} ›`);
    if (row === 3) return isFirst ? [text(index + 1, group)] : [];
    return row === 4 ? [text(index + 1, leaf)] : [];
  });
}

function headerMerges(): string[] {
  return HEADER.flatMap((header, index) => {
    const column = columnLetters(index + 1);
    const [group = '', leaf] = header.split(' › ');
    if (leaf === undefined) return [`${column}3:${column}${HEADER_ROWS}`];
    const below = [`${column}4:${column}${HEADER_ROWS}`];
    const size = HEADER.filter((other) => other.startsWith(`${group} ›`)).length;
    return HEADER[index - 1]?.startsWith(`${group} ›`)
      ? below
      : [...below, `${column}3:${columnLetters(index + size)}3`];
  });
}

type TextCell = (column: number, content: string) => string;
type NumberCell = (column: number, value: string, style?: number) => string;

/** 总投资 = the five sources = one of the five years; the columns behind them are not of the list. In 0.0001 万元. */
function projectFigures(index: number, random: () => number): Map<number, number> {
  const figures = new Map<number, number>();
  const sources = range(5, () => (random() < 0.35 ? 0 : Math.floor(random() * 4_000_000)));
  const total = sources.reduce((sum, amount) => sum + amount, 0);
  figures.set(FIRST_AMOUNT, total);
  sources.forEach((amount, i) => {
    if (amount > 0 || random() < 0.3) figures.set(FIRST_AMOUNT + 1 + i, amount);
  });
  figures.set(FIRST_AMOUNT + 6 + (Math.floor((index % 1800) / 365.25) % 5), total);
  for (let column = FIRST_AMOUNT + 11; column <= LAST_AMOUNT; column++) {
    if (random() < 0.65) figures.set(column, random() < 0.2 ? 0 : Math.floor(random() * 4_000_000));
  }
  return figures;
}

/** 1 to 999 as headings number them: 十一, 一百二十. */
function chineseNumber(value: number): string {
  const digits = '零一二三四五六七八九';
  const [ones, tens, hundreds] = [value % 10, Math.floor(value / 10) % 10, Math.floor(value / 100)];
  const ten =
    tens === 0 ? (hundreds > 0 && ones > 0 ? '零' : '') : `${tens === 1 && hundreds === 0 ? '' : digits[tens]}十`;
  return `${hundreds > 0 ? `${digits[hundreds]}百` : ''}${ten}${ones > 0 ? digits[ones] : ''}`;
}

function projectCells(
  index: number,
  random: () => number,
  figures: ReadonlyMap<number, number>,
  text: TextCell,
  number: NumberCell,
): string[] {
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
  for (const [column, amount] of figures) cells.push(number(column, decimal(amount)));
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

function headingSums(row: number, size: number, sums: ReadonlyMap<number, number>): string[] {
  return range(LAST_AMOUNT - FIRST_AMOUNT + 1, (i) => {
    const column = columnLetters(FIRST_AMOUNT + i - 1);
    const sum = decimal(sums.get(FIRST_AMOUNT + i - 1) ?? 0);
    return `<c r="${column}${row}" s="2"><f>SUM(${column}${row + 1}:${column}${row + size})</f><v>${sum}</v></c>`;
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
