// What a cell of an .xlsx may hold, as the many producers write it: one table of XML and the cells it must give.
import { describe, expect, it } from 'vitest';
import { readWorkbookBytes } from '#electron/excel/read/index.ts';
import { makeSheet } from '#test/support/make-sheets.ts';
import { formatAt, showCells } from '#test/support/show-cells.ts';

async function read(data: string, rest: Parameters<typeof makeSheet>[1] = {}) {
  return showCells(await readWorkbookBytes(makeSheet(data, rest), 'book.xlsx'));
}

const row = (cells: string) => `<row r="1">${cells}</row>`;

describe('cells of an .xlsx', () => {
  it.each<[string, string, Record<string, string>]>([
    ['a number', '<c r="A1"><v>12.5</v></c>', { A1: 'n:12.5' }],
    ['a number typed n', '<c r="A1" t="n"><v>7</v></c>', { A1: 'n:7' }],
    ['a tail of binary arithmetic', '<c r="A1"><v>3.3000000000000003</v></c>', { A1: 'n:3.3' }],
    ['a long number', '<c r="A1"><v>1.23E+17</v></c>', { A1: 'n:123000000000000000' }],
    ['a text number', '<c r="A1" t="str"><v>007</v></c>', { A1: 't:007' }],
    [
      'spaces that are content',
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve">  100 </t></is></c>',
      { A1: 't:  100 ' },
    ],
    ['full-width digits', '<c r="A1" t="inlineStr"><is><t>１２３</t></is></c>', { A1: 't:１２３' }],
    ['numeric entities', '<c r="A1" t="inlineStr"><is><t>&#21512;&#x8BA1;&amp;&lt;</t></is></c>', { A1: 't:合计&<' }],
    ['characters beyond the first plane', '<c r="A1" t="inlineStr"><is><t>𠮷&#x20BB7;</t></is></c>', { A1: 't:𠮷𠮷' }],
    ['CDATA', '<c r="A1" t="inlineStr"><is><t><![CDATA[a<b&c]]></t></is></c>', { A1: 't:a<b&c' }],
    [
      'inline rich text',
      '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>乡村</t></r><r><t>建设</t></r></is></c>',
      { A1: 't:乡村建设' },
    ],
    [
      'inline phonetic text',
      '<c r="A1" t="inlineStr"><is><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></is></c>',
      { A1: 't:東京' },
    ],
    ['_x000D_ escapes', '<c r="A1" t="str"><v>一_x000D_&#10;二_x005F_x000D_</v></c>', { A1: 't:一\r\n二_x000D_' }],
    ['line ends inside a text', '<c r="A1" t="inlineStr"><is><t>一\r\n二</t></is></c>', { A1: 't:一\n二' }],
    ['booleans', '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>', { A1: 'b:TRUE', B1: 'b:FALSE' }],
    ['errors', '<c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="e"><v>#N/A</v></c>', { A1: 'e:#REF!', B1: 'e:#N/A' }],
    ['an ISO date', '<c r="A1" t="d"><v>2025-03-01</v></c>', { A1: 'd:2025-03-01' }],
    ['an unreadable number', '<c r="A1"><v>1,5</v></c>', { A1: 't:1,5' }],
    ['a formula', '<c r="A1"><f>SUM(B1:C1)</f><v>5</v></c>', { A1: 'n:5 =SUM(B1:C1)' }],
    ['a formula with result 0', '<c r="A1"><f>SUM(B1:C1)</f><v>0</v></c>', { A1: 'n:0 =SUM(B1:C1)' }],
    ['a formula with result FALSE', '<c r="A1" t="b"><f>B1&gt;1</f><v>0</v></c>', { A1: 'b:FALSE =B1>1' }],
    ['a formula with an empty text', '<c r="A1" t="str"><f>""</f><v></v></c>', { A1: 't: =""' }],
    ['a formula with an error', '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', { A1: 'e:#DIV/0! =1/0' }],
    ['a formula saved without result', '<c r="A1"><f>SUM(B1:C1)</f><v></v></c>', { A1: 'none =SUM(B1:C1)' }],
    ['the same, shorter', '<c r="A1"><f>B1</f><v/></c><c r="B1"><f>C1</f></c>', { A1: 'none =B1', B1: 'none =C1' }],
    [
      'a shared formula',
      '<c r="A1"><f t="shared" ref="A1:B1" si="0">A9*2</f><v>4</v></c><c r="B1"><f t="shared" si="0"/><v>6</v></c>',
      { A1: 'n:4 =A9*2', B1: 'n:6 =B9*2' },
    ],
    [
      'an array formula',
      '<c r="A1"><f t="array" ref="A1">SUM(B1:B9*C1:C9)</f><v>4</v></c>',
      { A1: 'n:4 =SUM(B1:B9*C1:C9)' },
    ],
    [
      'blank formatted cells',
      '<c r="A1" s="1"/><c r="B1" s="1"></c><c r="C1" t="n"><v/></c><c r="D1" t="inlineStr"><is><t/></is></c>',
      {},
    ],
    ['no references', '<c><v>1</v></c><c/><c><v>3</v></c>', { A1: 'n:1', C1: 'n:3' }],
    ['a far cell', '<c r="XFD1"><v>1</v></c>', { XFD1: 'n:1' }],
    ['cells out of order', '<c r="C1"><v>3</v></c><c r="A1"><v>1</v></c>', { A1: 'n:1', C1: 'n:3' }],
    ['attributes in other quotes and order', "<c s='0' t='b' r='B1' ><v>1</v></c >", { B1: 'b:TRUE' }],
    [
      'comments and instructions between',
      '<!-- <c r="Z1"><v>9</v></c> --><?x y?><c r="A1"><v>1</v></c>',
      { A1: 'n:1' },
    ],
    [
      'blanks around what is no text',
      '<c r=" A1 " t=" s "><v>\n 0 \t</v></c><c r="B1" s=" 1 " t="n"><v>\n45000 </v></c><c r=" C1" t="b"><v> 1 </v></c><c r="D1" t="e"><v> #N/A\n</v></c><c r="E1" t="d"><v>\n2025-03-01\n</v></c>',
      { A1: 't:甲', B1: 'd:2023-03-15', C1: 'b:TRUE', D1: 'e:#N/A', E1: 'd:2025-03-01' },
    ],
    ['a shared text between comments', '<c r="A1" t="s"><v><!-- x --> 0 </v></c>', { A1: 't:甲' }],
    [
      'blanks instead of a value',
      '<c r="A1" t="s"><v> </v></c><c r="B1"><v>\n</v></c><c r="C1" t="b"><v> </v></c><c r="D1"><f>A9</f><v> </v></c>',
      { D1: 'none =A9' },
    ],
    ['fixed references', '<c r="$A$1"><v>1</v></c><c r="c$1"><v>3</v></c>', { A1: 'n:1', C1: 'n:3' }],
    [
      'a shared formula with blanks in its marks',
      '<c r="A1"><f t=" shared " ref="A1:B1" si=" 0 ">A9*2</f><v>4</v></c><c r="B1"><f t="shared" si="0"/><v>6</v></c>',
      { A1: 'n:4 =A9*2', B1: 'n:6 =B9*2' },
    ],
    ['a code of 18 digits', '<c r="A1"><v>530402202601010001</v></c>', { A1: 'n:530402202601010001' }],
    ['extensions inside a cell', '<c r="A1"><v>1</v><extLst><ext uri="x"><v>9</v></ext></extLst></c>', { A1: 'n:1' }],
  ])('%s', async (_name, cells, expected) => {
    // One more cell, so that a book of blanks is not refused as empty.
    const rest = { strings: ['<t>甲</t>'], formats: [14] };
    const data = `${row(cells)}<row r=" 9 "><c r="A9"><v>9</v></c></row>`;
    expect(await read(data, rest)).toEqual({ ...expected, A9: 'n:9' });
  });

  it('joins the runs of shared strings and leaves phonetic text out', async () => {
    const strings = [
      '<t>单位：万元</t>',
      '<r><t>财政</t></r><r><rPr/><t xml:space="preserve"> 衔接</t></r>',
      '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>',
      '<t></t>',
      '',
    ];
    const cells = strings.map((_, i) => `<c r="${'ABCDE'[i]}1" t="s"><v>${i}</v></c>`).join('');
    expect(await read(row(cells), { strings })).toEqual({ A1: 't:单位：万元', B1: 't:财政 衔接', C1: 't:東京' });
  });

  it('tells dates from numbers by the format, Chinese built-in ids included', async () => {
    const formats = [31, 57, 27, 14, 'yyyy"年"m"月"', '0"年"', 'General"万元"', 58, 32, 9];
    const cells = formats.map((_, i) => `<c r="${'ABCDEFGHIJ'[i]}1" s="${i + 1}"><v>45000</v></c>`).join('');
    expect(await read(row(cells), { formats })).toEqual({
      A1: 'd:2023-03-15',
      B1: 'd:2023-03-15',
      C1: 'd:2023-03-15',
      D1: 'd:2023-03-15',
      E1: 'd:2023-03-15',
      F1: 'n:45000',
      G1: 'n:45000',
      H1: 'd:2023-03-15',
      I1: 'd:2023-03-15',
      J1: 'n:45000',
    });
  });

  it('hands the format on, so that a month without a day is known as such', async () => {
    const data = row('<c r="A1" s="1"><v>45000</v></c><c r="B1" s="2"><v>0.5</v></c><c r="C1"><v>1</v></c>');
    const book = await readWorkbookBytes(makeSheet(data, { formats: [57, '0.00%'] }), 'book.xlsx');
    expect([formatAt(book, 1, 1), formatAt(book, 1, 2), formatAt(book, 1, 3)]).toEqual([
      'yyyy"年"m"月"',
      '0.00%',
      undefined,
    ]);
  });

  it('counts days from 1904 where the book says so', async () => {
    const data = row('<c r="A1" s="1"><v>43538</v></c>');
    expect(await read(data, { formats: [14], date1904: true })).toEqual({ A1: 'd:2023-03-15' });
  });

  it('leaves a time of day and a zero under a date format as numbers', async () => {
    const data = row('<c r="A1" s="1"><v>0.5</v></c><c r="B1" s="2"><v>0</v></c><c r="C1" s="2"><v>-3</v></c>');
    expect(await read(data, { formats: ['h:mm', 14] })).toEqual({ A1: 'n:0.5', B1: 'n:0', C1: 'n:-3' });
  });

  it('keeps every Chinese character wherever the pieces are cut', async () => {
    const texts = Array.from({ length: 4000 }, (_, i) => `${'a'.repeat(i % 7)}衔接资金项目${i}𠮷`.repeat(1 + (i % 5)));
    const data = texts.map(
      (text, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="inlineStr"><is><t>${text}</t></is></c></row>`,
    );
    const shown = Object.values(await read(data.join('')));
    expect(shown).toEqual(texts.map((text) => `t:${text}`));
  });
});

describe('whole numbers of more than 15 digits', () => {
  const rounded = async (...stored: string[]) => {
    const data = stored.map((text, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${text}</v></c></row>`).join('');
    const book = await readWorkbookBytes(makeSheet(data), 'book.xlsx');
    return book.sheets[0]?.rows.map(({ cells: [cell] }) => [
      cell?.value?.text,
      cell?.value?.kind === 'number' && cell.value.rounded === true,
    ]);
  };

  it('are told where a double may have cost the last ones', async () => {
    expect(await rounded('5.3040220260101E+17', '530402202601010000', '1234567890123450', '123456789012345')).toEqual([
      ['530402202601010000', true],
      ['530402202601010000', true],
      ['1234567890123450', true],
      ['123456789012345', false],
    ]);
  });

  it('are sure where another shows that the writer keeps them all', async () => {
    expect(await rounded('530402202601010001', '530402202601010000', '1234567890123450', '1.5E+17')).toEqual([
      ['530402202601010001', false],
      ['530402202601010000', false],
      ['1234567890123450', false],
      ['150000000000000000', true],
    ]);
  });
});
