// Text tables in the encodings of Chinese offices, HTML named .xls, and OpenDocument details that no writer here makes.
import { describe, expect, it } from 'vitest';
import { readWorkbookBytes } from '#electron/excel/read/index.ts';
import { formatAt, showCells } from '#test/support/show-cells.ts';

const read = (content: Uint8Array | string, name = '台账.xls') => readWorkbookBytes(Buffer.from(content), name);
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
    ['leading zeros, percent signs and formulas stay text', '007,5%,=A1\n', { A1: 't:007', B1: 't:5%', C1: 't:=A1' }],
  ])('%s', async (_name, text, expectedCells) => {
    expect(await cells(text)).toEqual(expectedCells);
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

  it('reads GBK pages', async () => {
    const page = Buffer.concat([Buffer.from('<table><tr><td>'), GBK.subarray(0, 4), Buffer.from('</td></tr></table>')]);
    expect(await cells(page)).toEqual({ A1: 't:项目' });
  });

  it.each([
    ['a page without a table', '<html><body>你好</body></html>'],
    ['unclosed markup', '<table><tr><td "'.repeat(2000)],
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
        <table:table-cell table:number-columns-repeated="16382"/></table:table-row></table:table-header-rows>
        <table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        <table:table-row table:visibility="filter">${text('尾')}</table:table-row></table:table>`),
    );
    expect(showCells(book)).toEqual({ A1: 't:甲', B1: 't:甲', A2: 't:甲', B2: 't:甲', A1000003: 't:尾' });
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
    const row = `<table:table-row table:number-rows-repeated="1048576">${text('x', 'table:number-columns-repeated="16384"')}</table:table-row>`;
    await expect(read(flat(`<table:table table:name="表">${row}</table:table>`))).rejects.toMatchObject({
      code: 'too-large',
    });
  });
});

describe('SpreadsheetML 2003', () => {
  it('reads typed cells, skips, merges, hidden things and comments', async () => {
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Styles><Style ss:ID="s1"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="s2"><NumberFormat ss:Format="Standard"/></Style></Styles>
      <Worksheet ss:Name="表"><Table ss:ExpandedColumnCount="9999999"><Column ss:Index="2" ss:Hidden="1" ss:Span="1"/>
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
