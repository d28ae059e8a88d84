// Text tables in the encodings of Chinese offices, HTML named .xls, and OpenDocument details that no writer here makes.
import { describe, expect, it } from 'vitest';
import { readWorkbookBytes } from '#electron/excel/read/index.ts';
import { cellAddress } from '#shared/sheet/sheet.ts';
import { formatAt, showCells } from '#test/support/show-cells.ts';

const read = (content: Uint8Array | string, name = '台账.xls') => readWorkbookBytes(Buffer.from(content), name);
/** The bytes without the last `count` bytes of the first `word`. */
function cutOut(bytes: Buffer, word: string, count: number): Buffer {
  const end = bytes.indexOf(word) + Buffer.byteLength(word);
  return Buffer.concat([bytes.subarray(0, end - count), bytes.subarray(end)]);
}

const cells = async (content: Uint8Array | string) => showCells(await read(content));

/** 项目,金额 / 合计,12 in GB18030. */
const GBK = Buffer.from('cfeec4bf2cbdf0b6ee0d0abacfbcc62c31320d0a', 'hex');

describe('text tables', () => {
  const expected = { A1: 't:项目', B1: 't:金额', A2: 't:合计', B2: 't:12' };

  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from('项目,金额\r\n合计,12\r\n')],
    ['UTF-8 with mark', Buffer.from('\ufeff项目,金额\n合计,12')],
    ['GB18030', GBK],
    ['UTF-16LE with mark', Buffer.from('\ufeff项目\t金额\r\n合计\t12\r\n', 'utf16le')],
    ['UTF-16BE with mark', Buffer.from('\ufeff项目\t金额\n合计\t12', 'utf16le').swap16()],
    ['UTF-16LE without mark', Buffer.from('项目\t金额\n合计\t12', 'utf16le')],
    ['the end mark of DOS', Buffer.concat([GBK, Buffer.from([0x1a])])],
    ['old Mac line ends', Buffer.from('项目;金额\r合计;12\r')],
  ])('%s', async (_name, bytes) => {
    expect(await cells(bytes)).toEqual(expected);
  });

  it.each<[string, string, Record<string, string>]>([
    ['quotes', '甲,"a,b","他说""好""",""\n', { A1: 't:甲', B1: 't:a,b', C1: 't:他说"好"' }],
    ['line breaks in quotes', '"一\n二",3\n4,5', { A1: 't:一\n二', B1: 't:3', A2: 't:4', B2: 't:5' }],
    ['text behind a closing quote', '"a"b,c\n', { A1: 't:ab', B1: 't:c' }],
    ['a lone quote', '甲,"乙\n丙,丁\n', { A1: 't:甲', B1: 't:"乙', A2: 't:丙', B2: 't:丁' }],
    ['tabs beat commas in texts', '项目\t1,234\n甲\t2,345', { A1: 't:项目', B1: 't:1,234', A2: 't:甲', B2: 't:2,345' }],
    ['a declared delimiter', 'sep=;\na;b,c\n', { A1: 't:a', B1: 't:b,c' }],
    ['Chinese commas', '项目，金额\n甲，5\n', { A1: 't:项目', B1: 't:金额', A2: 't:甲', B2: 't:5' }],
    ['blank lines keep their number', '甲,1\n\n,\n乙,2\n', { A1: 't:甲', B1: 't:1', A4: 't:乙', B4: 't:2' }],
    [
      'tabs behind long numbers',
      '编号,项目,金额\n5304022021000001\t,甲,5\n5304022021000002\t,乙,6\n',
      { C1: 't:金额', A2: 't:5304022021000001', B2: 't:甲', C2: 't:5', A3: 't:5304022021000002' },
    ],
    [
      'texts full of other delimiters',
      '项目;内容;金额\n甲;"一,二;三\t四\n五";5\n乙;六,七,八,九;6\n',
      { A1: 't:项目', C1: 't:金额', B2: 't:一,二;三\t四\n五', C2: 't:5', B3: 't:六,七,八,九', C3: 't:6' },
    ],
    [
      'a title with commas over it',
      '附件2,某区,2021年,项目库\n项目\t地点\t金额\n甲\t研和\t5\n乙\t春和\t6\n',
      { A1: 't:附件2,某区,2021年,项目库', C2: 't:金额', B3: 't:研和', C4: 't:6' },
    ],
    ['a declared tab', '"sep=\\t"\r\na\tb,c\n', { A1: 't:a', B1: 't:b,c' }],
    [
      '="…" as its text',
      '="00123",="a""b","=""1,500.00""",=“007”\n',
      { A1: 't:00123', B1: 't:a"b', C1: 't:1,500.00', D1: 't:007' },
    ],
    ['="…" around the delimiter', '="1,500.00",甲\n', { A1: 't:1,500.00', B1: 't:甲' }],
    ['what only begins like it', '="a"&"b",="甲\n', { A1: 't:="a"&"b"', B1: 't:="甲' }],
    ['leading zeros, percent signs and formulas stay text', '007,5%,=A1\n', { A1: 't:007', B1: 't:5%', C1: 't:=A1' }],
  ])('%s', async (_name, text, expectedCells) => {
    expect(await cells(text)).toMatchObject(expectedCells);
  });

  describe('that are broken are read, and the cell is told', () => {
    const half = Buffer.from([0xbb]);
    const table = '项目名称,建设地点,金额\n甲,研和,12\n乙,春和,5\n丙,大营街,6\n';
    /** 项目名称,金额 / 甲 */
    const gbk = Buffer.from('cfeec4bfc3fbb3c62cbdf0b6ee0abcd7', 'hex');

    it.each<[string, Uint8Array, string, string, string]>([
      ['half a GBK character', Buffer.concat([gbk, half, Buffer.from(',12\n')]), 'A2', 't:甲�', 'text-broken'],
      [
        'half a GBK character before a quote',
        Buffer.concat([gbk, Buffer.from('\n"a'), half, Buffer.from('",1\n')]),
        'A3',
        't:a�',
        'text-broken',
      ],
      ['half a UTF-8 character', cutOut(Buffer.from(table), '和', 1), 'B2', 't:研�', 'text-broken'],
      ['two thirds of one', cutOut(Buffer.from(`\ufeff${table}`), '和', 2), 'B2', 't:研�', 'text-broken'],
      [
        'half a UTF-16 character',
        Buffer.from(`\ufeff${table}丁`, 'utf16le').subarray(0, -1),
        'A5',
        't:�',
        'text-broken',
      ],
      ['a control character', Buffer.from(table.replace('研和', '研\x01和')), 'B2', 't:研和', 'text-broken'],
      ['a zero', Buffer.from(table.replace('研和', '研和\0')), 'B2', 't:研和', 'text-broken'],
      ['one between digits', Buffer.from(table.replace('12', '1\x1f2')), 'C2', 't:1\x1f2', 'text-broken'],
      ['a text lost before', Buffer.from(table.replace('研和', '锟斤拷')), 'B2', 't:锟斤拷', 'text-broken'],
      [
        'a quote that swallows lines',
        Buffer.from(table.replace('甲', '"甲').replace('大', '"大"')),
        'A2',
        't:"甲',
        'text-quote',
      ],
      ['a delimiter without quotes', Buffer.from(`${table.repeat(3)}戊,己,庚,7\n`), 'D13', 't:7', 'text-fields'],
      ['a formula', Buffer.from(table.replace('12', '=SUM(C3:C4)')), 'C2', 't:=SUM(C3:C4)', 'text-formula'],
    ])('%s', async (_name, bytes, address, value, code) => {
      const book = await read(bytes, '台账.csv');
      expect(showCells(book)[address]).toBe(value);
      const told = (book.sheets[0]?.remarks ?? []).map((one) => [cellAddress(one.row, one.column), one.code]);
      expect(told).toEqual([[address, code]]);
    });

    it('says nothing of sound files, and of the same words elsewhere', async () => {
      expect((await read(table)).sheets[0]?.remarks).toBeUndefined();
      const twice = await read(`${table}研\x01和,研和,1\n`);
      expect(twice.sheets[0]?.remarks?.map((one) => cellAddress(one.row, one.column))).toEqual(['A5']);
    });

    it('refuses what is no text', async () => {
      const noise = Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919 + ((i * i) >> 3)) & 255));
      await expect(read(noise)).rejects.toMatchObject({ code: 'not-a-workbook' });
    });
  });

  it('names the sheet after the file and tells csv from tsv', async () => {
    const book = await read('a\tb\nc\td', '2025年台账.txt');
    expect([book.format, book.sheets[0]?.name]).toEqual(['tsv', '2025年台账']);
    expect((await read('a,b\nc,d', 'x')).format).toBe('csv');
  });
});

describe('HTML named .xls', () => {
  it('keeps texts as shown, spans as merges, and every table as a sheet', async () => {
    const html = `<html><head><meta charset="gbk"><style>td { color: red }</style></head><body>
      <!-- <table><tr><td>注释</td></tr></table> -->
      <table border=1><tr><th rowspan=2>项目&nbsp;名称<th colspan="2">金额（万元）</tr>
      <tr><td>中央</td><td> 1,234.50 </td></tr>
      <tr style="display:none"><td>甲<br/>乙</td><td x:num="1234.5">1,234.50</td><td x:num="45000">2023年3月</td></tr>
      </table><table><tr><td>第二张</td></tr></table></body></html>`;
    const book = await read(html);
    expect(book.format).toBe('html');
    expect(showCells(book)).toEqual({
      A1: 't:项目\u00a0名称',
      B1: 't:金额（万元）',
      B2: 't:中央',
      C2: 't:1,234.50',
      A3: 't:甲\n乙',
      B3: 'n:1234.5',
      C3: 't:2023年3月',
    });
    expect(book.sheets[0]?.merges).toEqual([
      { top: 1, left: 1, bottom: 2, right: 1 },
      { top: 1, left: 2, bottom: 1, right: 3 },
    ]);
    expect(book.sheets[0]?.rows.map((row) => row.hidden)).toEqual([false, false, true]);
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(['台账 1', '台账 2']);
  });

  const row = (content: string) => `<table><tr>${content}</tr></table>`;

  it.each<[string, string, Record<string, string>]>([
    ['"<" and ">" in quotes', row(`<td title="<100" x='a>b'>1<td>2`), { A1: 't:1', B1: 't:2' }],
    ['stray quotes', row('<td title="5"寸" "">1</td><td y=a"b>2</td>'), { A1: 't:1', B1: 't:2' }],
    ['no quotes', row('<td width=10% onclick=f(1<2)/ colspan=2>1</td><td>2</td>'), { A1: 't:1', C1: 't:2' }],
    ['odd attributes', row(`<TD = == "x" @a=1\n/ TITLE='it"s' >1</TD ><td>2`), { A1: 't:1', B1: 't:2' }],
    ['comments', row('<!-- <td>0</td> --><td>1<!--x>y--></td><!----><!-- -- --!><td>2</td>'), { A1: 't:1', B1: 't:2' }],
    [
      'conditional comments',
      row('<td><![if !x]>1<![endif]></td><!--[if gte mso 9]><td>0</td><![endif]-->'),
      { A1: 't:1' },
    ],
    ['what nobody closed', '<table><tr><td><font>1<td><b>2<tr><td>3</table>', { A1: 't:1', B1: 't:2', A2: 't:3' }],
    [
      'cells without a row',
      '<table><td>1</td><td>2</td></tr><td>3</td></tr></table>',
      { A1: 't:1', B1: 't:2', A2: 't:3' },
    ],
    ['rows without a table', '<tr><td>1</td><td>2</td></tr><tr><td>3</td></tr>', { A1: 't:1', B1: 't:2', A2: 't:3' }],
    ['a table for one cell', row('<td><table><tr><td>1</td></tr></table></td><td>2</td>'), { A1: 't:1', B1: 't:2' }],
    [
      'numbers behind texts',
      row('<td x:num>1,000.5<td X:NUM="12.345">12.35<td x:num="9">###<td sdval="7.25">7.3'),
      { A1: 'n:1000.5', B1: 'n:12.345', C1: 'n:9', D1: 'n:7.25' },
    ],
    [
      'another number behind the text',
      row('<td x:num="16200000">1620.0<td x:num="44197">2021/1/1'),
      { A1: 't:1620.0', B1: 't:2021/1/1' },
    ],
    [
      'texts, errors and formulas behind them',
      row('<td x:str="00&amp;7">7<td x:err="#N/A">#N/A<td x:num="3" x:fmla="=SUM(A1:A2)">3'),
      { A1: 't:00&7', B1: 'e:#N/A', C1: 'n:3 =SUM(A1:A2)' },
    ],
    [
      'styles with quotes in them',
      row(`<td style='mso-number-format:"\\@"'>007<td style="mso-number-format:"0">8`),
      { A1: 't:007', B1: 't:8' },
    ],
    [
      'blanks and entities',
      row('<td>&nbsp;1&nbsp;<td>&nbsp2021<td>a &lt; b &#150; c&#0;'),
      { A1: 't:1', B1: 't:2021', C1: 't:a < b – c�' },
    ],
    [
      'CDATA, scripts and data islands',
      row('<td><![CDATA[1<2&3]]><td><script>"<td>"</script>2<xml><x>0</x></xml>'),
      { A1: 't:1<2&3', B1: 't:2' },
    ],
    [
      'lines and fields of forms',
      row('<td><p>1</p><p>2</p>3<br><br>4<td><input value="5"><input type=hidden value=6><textarea>7<b</textarea>'),
      { A1: 't:1\n2\n3\n\n4', B1: 't:57<b' },
    ],
    ['hidden cells', row('<td style="display: none">0</td><td>1</td>'), { A1: 't:1' }],
    [
      'lines and a caption over the table',
      '<h1>项目表</h1><p>单位：万元</p><table><caption>续表</caption><tr><td>1</td></tr></table>',
      { A1: 't:项目表', A2: 't:单位：万元', A3: 't:续表', A4: 't:1' },
    ],
  ])('%s', async (_name, html, expectedCells) => {
    expect(await cells(html)).toEqual(expectedCells);
  });

  it.each<[string, string]>([
    ['a declaration', '<?xml version="1.0"?>'],
    ['comments', '<!-- 报表 --><!--[if IE]>x<![endif]-->'],
    ['words', '导出成功<br>'],
    ['a warning of the server', '<br />\n<b>Warning</b>: x<br />'],
  ])('is known by its table behind %s', async (_name, before) => {
    expect((await read(`${before}<table><tr><td>1</td></tr></table>`)).format).toBe('html');
  });

  it('tells an attribute that swallows cells, a table inside a cell, and what was left out', async () => {
    const told = async (html: string) => {
      const book = await read(html);
      const remarks = (book.sheets[0]?.remarks ?? []).map((one) => `${cellAddress(one.row, one.column)} ${one.code}`);
      return [...remarks, ...book.notes];
    };
    expect(await told(row('<td title="小型>1</td><td title="大型">2</td>'))).toEqual(['A1 html-quote']);
    expect(await told(row('<td title="小型>1</td><td>2</td>'))).toEqual(['A1 html-quote']);
    expect(await told(row('<td title="<td>1</td>">1</td>'))).toEqual([]);
    expect(await told(row('<td>1<table><tr><td>2<td>3</table>'))).toEqual(['A1 html-inner-table']);
    expect((await told('<table><tr><td>1')).join()).toContain('没有写完');
    expect((await told(`${row('<td>1')}<p>填表人</p>`)).join()).toContain('“填表人”');
    expect((await told(row('<td style="display:none">0<td>1'))).join()).toContain('1 处内容在网页上是隐藏的');
  });

  it.each([
    ['<td><span style="display:none">9</span>120', '120'],
    ['<td><span style="DISPLAY : none;"><b>9</b><span>9</span></span>120', '120'],
    ['<td>1<i hidden>9</i>20', '120'],
    ['<td>120<div style="visibility:hidden">9<br>9</div>', '120'],
    ['<td>120<span style="display:none">9</td>', '120'],
  ])('leaves out what a cell does not show: %s', async (html, shown) => {
    const book = await read(row(`${html}<td>2`));
    expect(book.sheets[0]?.rows[0]?.cells.map(({ value }) => value?.text)).toEqual([shown, '2']);
    expect(book.notes.join()).toContain('在网页上是隐藏的');
  });

  it('reads GBK pages', async () => {
    const page = Buffer.concat([Buffer.from('<table><tr><td>'), GBK.subarray(0, 4), Buffer.from('</td></tr></table>')]);
    expect(await cells(page)).toEqual({ A1: 't:项目' });
  });

  it.each([
    ['a page without a table', '<html><body>你好</body></html>'],
    ['unclosed markup', '<table><tr><td "'.repeat(20)],
  ])('refuses %s', async (_name, html) => {
    await expect(read(html)).rejects.toMatchObject({ code: expect.stringMatching(/not-a-workbook|empty|too-large/) });
  });
});

describe('OpenDocument', () => {
  const flat = (tables: string, styles = '') =>
    `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:number="n" xmlns:style="s" xmlns:calcext="c">
    <office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document>`;
  const text = (content: string, attributes = '') =>
    `<table:table-cell office:value-type="string" ${attributes}><text:p>${content}</text:p></table:table-cell>`;

  it('writes repeated cells and rows out where they hold something, and only there', async () => {
    const book = await read(
      flat(`<table:table table:name="表"><table:table-column table:number-columns-repeated="2"/>
        <table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>
        <table:table-header-rows><table:table-row table:number-rows-repeated="2">${text('甲', 'table:number-columns-repeated="2"')}
        <table:table-cell table:number-columns-repeated="8"/></table:table-row></table:table-header-rows>
        <table:table-row table:number-rows-repeated="50"><table:table-cell table:number-columns-repeated="10"/></table:table-row>
        <table:table-row table:visibility="filter">${text('尾')}</table:table-row></table:table>`),
    );
    expect(showCells(book)).toEqual({ A1: 't:甲', B1: 't:甲', A2: 't:甲', B2: 't:甲', A53: 't:尾' });
    expect(book.sheets[0]?.hiddenColumns).toEqual([3, 4]);
    expect(book.sheets[0]?.rows.at(-1)?.hidden).toBe(true);
  });

  it('reads values from attributes, texts from paragraphs, and leaves comments out', async () => {
    const styles =
      '<number:date-style style:name="N1"><number:year number:style="long"/><number:text>年</number:text><number:month/><number:text>月</number:text></number:date-style>' +
      '<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>' +
      '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const book = await read(
      flat(
        `<table:table table:name="表" table:style-name="ta2"><table:table-row>
        <table:table-cell office:value-type="float" office:value="3.3000000000000003"><text:p>3.3</text:p></table:table-cell>
        <table:table-cell table:style-name="ce1" office:value-type="date" office:date-value="2025-03-01"><text:p>2025年3月</text:p></table:table-cell>
        <table:table-cell office:value-type="percentage" office:value="0.5"><text:p>50%</text:p></table:table-cell>
        <table:table-cell table:formula="of:=SUM([.A1:.B$1];[$'其他 表'.C3])" office:value-type="float" office:value="0"><text:p>0</text:p></table:table-cell>
        <table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>
        <table:table-cell office:value-type="string"><office:annotation><text:p>批注</text:p></office:annotation><text:p>一<text:s text:c="2"/>二</text:p><text:p>三<text:line-break/>四</text:p></table:table-cell>
        </table:table-row></table:table>`,
        styles,
      ),
    );
    expect(showCells(book)).toEqual({
      A1: 'n:3.3',
      B1: 'd:2025-03-01',
      C1: 'n:0.5',
      D1: "n:0 =SUM(A1:B$1,'其他 表'!C3)",
      E1: 'e:#DIV/0! =1/0',
      F1: 't:一  二\n三\n四',
    });
    expect(formatAt(book, 1, 2)).toBe('yyyy"年"m"月"');
    expect(book.sheets[0]?.hidden).toBe(true);
  });

  it('refuses repetition that would fill the whole sheet', async () => {
    const row = `<table:table-row table:number-rows-repeated="4">${text('x', 'table:number-columns-repeated="3"')}</table:table-row>`;
    const file = Buffer.from(flat(`<table:table table:name="表">${row}</table:table>`));
    await expect(readWorkbookBytes(file, 'a', { cells: 11 })).rejects.toMatchObject({ code: 'too-large' });
    expect((await readWorkbookBytes(file, 'a', { cells: 12 })).sheets[0]?.rows.length).toBe(4);
  });
});

function oneCell(encoding: string, text: string): string {
  const declared = encoding === '' ? '' : ` encoding="${encoding}"`;
  return `<?xml version="1.0"${declared}?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table><Row><Cell><Data ss:Type="String">${text}</Data></Cell></Row></Table></Worksheet></Workbook>`;
}

function gbkXml(encoding: string): Buffer {
  const [before = '', after = ''] = oneCell(encoding, '|').split('|');
  return Buffer.concat([Buffer.from(before), GBK.subarray(0, 4), Buffer.from(after)]);
}

describe('SpreadsheetML 2003', () => {
  it('reads typed cells, skips, merges, hidden things and comments', async () => {
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Styles><Style ss:ID="s1"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="s2"><NumberFormat ss:Format="Standard"/></Style></Styles>
      <Worksheet ss:Name="表"><Table ss:ExpandedColumnCount="9"><Column ss:Index="2" ss:Hidden="1" ss:Span="1"/>
      <Row ss:Index="3" ss:Hidden="1"><Cell ss:MergeAcross="1"><Data ss:Type="String">合<B>计</B></Data><Comment><ss:Data>批注</ss:Data></Comment></Cell>
      <Cell ss:StyleID="s2"><Data ss:Type="Number">12.50</Data></Cell><Cell ss:Index="6" ss:StyleID="s1"><Data ss:Type="DateTime">2025-03-01T00:00:00.000</Data></Cell>
      <Cell ss:StyleID="s1"><Data ss:Type="Number">45000</Data></Cell><Cell ss:Formula="=RC[-1]"/></Row></Table>
      <WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>`;
    const book = await read(xml);
    expect(showCells(book)).toEqual({
      A3: 't:合计',
      C3: 'n:12.5',
      F3: 'd:2025-03-01',
      G3: 'd:2023-03-15',
      H3: 'none =RC[-1]',
    });
    const sheet = book.sheets[0];
    expect([sheet?.hidden, sheet?.hiddenColumns, sheet?.rows[0]?.hidden]).toEqual([true, [2, 3], true]);
    expect(sheet?.merges).toEqual([{ top: 3, left: 1, bottom: 3, right: 2 }]);
  });

  it.each<[string, Uint8Array]>([
    ['GBK that calls itself UTF-8', gbkXml('UTF-8')],
    ['GBK that calls itself nothing', gbkXml('')],
    ['GBK', gbkXml('gb2312')],
    ['UTF-8 that calls itself GBK', Buffer.from(oneCell('gb2312', '项目'))],
  ])('reads %s', async (_name, bytes) => {
    const book = await read(bytes);
    expect([showCells(book), book.sheets[0]?.remarks]).toEqual([{ A1: 't:项目' }, undefined]);
  });

  it('tells a broken character', async () => {
    const book = await read(cutOut(Buffer.from(oneCell('UTF-8', '项目')), '目', 1));
    expect(showCells(book)).toEqual({ A1: 't:项�' });
    expect(book.sheets[0]?.remarks).toMatchObject([{ row: 1, column: 1, code: 'text-broken' }]);
  });

  it('refuses any other XML', async () => {
    await expect(read('<?xml version="1.0"?><note>x</note>')).rejects.toMatchObject({ code: 'not-a-workbook' });
  });
});

describe('blanks and long numbers in the text formats', () => {
  const ods = (cells: string) =>
    `<?xml version="1.0"?><office:document xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="表"><table:table-row>${cells}</table:table-row></table:table></office:spreadsheet></office:body></office:document>`;
  const xml2003 = (cells: string) =>
    `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table><Row>${cells}</Row></Table></Worksheet></Workbook>`;
  const value = (text: string, kind = 'float') =>
    `<table:table-cell office:value-type="${kind}" office:value="${text}"/>`;

  it.each<[string, string, Record<string, string>]>([
    [
      'OpenDocument',
      ods(
        value('530402202601010001') +
          value(' 12 ', ' float ') +
          '<table:table-cell table:number-columns-repeated=" 2 "/>' +
          value('3'),
      ),
      { A1: 'n:530402202601010001', B1: 'n:12', E1: 'n:3' },
    ],
    [
      'SpreadsheetML 2003',
      xml2003(
        '<Cell><Data ss:Type="Number">530402202601010001</Data></Cell><Cell ss:Index=" 3 "><Data ss:Type=" Number ">\n 12 \n</Data></Cell><Cell><Data ss:Type="Error"> #N/A </Data></Cell><Cell><Data ss:Type="Number"> </Data></Cell>',
      ),
      { A1: 'n:530402202601010001', C1: 'n:12', D1: 'e:#N/A' },
    ],
    [
      'HTML',
      '<table><tr><td x:num="530402202601010001">5.30402E+17</td><td x:num=" 12 ">12</td></tr></table>',
      { A1: 'n:530402202601010001', B1: 'n:12' },
    ],
    ['csv', '530402202601010001,12\n', { A1: 't:530402202601010001', B1: 't:12' }],
  ])('%s', async (_name, text, expected) => {
    expect(await cells(text)).toEqual(expected);
  });
});
