// Clipboard HTML of other programs: what is written here is what they were seen to write, shortened.
import { describe, expect, it } from 'vitest';
import { parseHtmlTable } from '#renderer/features/projects/clipboard/html-table.ts';

const texts = (html: string) => parseHtmlTable(html)?.map((row) => row.map((cell) => cell.text));

describe('parseHtmlTable', () => {
  it('reads Excel: styles, comments and the hidden row at the end are no cells', () => {
    const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!--td{mso-number-format:General;}--></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 width=192><!--StartFragment-->
 <col width=64 style='width:48pt'>
 <tr height=20 style='height:15.0pt'>
  <td height=20 class=xl65 width=64>红塔区&nbsp;道路</td>
  <td class=xl66 align=right x:num="1234.5678">1,234.57</td>
 </tr>
 <tr height=20><td class=xl65>第一行<br>
  第二行</td><td align=right x:num>5</td></tr>
 <![if supportMisalignedColumns]>
 <tr height=0 style='display:none'><td width=64 style='width:48pt'></td></tr>
 <![endif]>
<!--EndFragment--></table></body></html>`;
    expect(parseHtmlTable(html)).toEqual([
      [{ text: '红塔区 道路' }, { text: '1,234.57', exact: '1234.5678' }],
      [{ text: '第一行\n第二行' }, { text: '5' }],
    ]);
  });

  it('reads LibreOffice: the value stands in sdval', () => {
    const html = '<TABLE><TR><TD ALIGN="RIGHT" SDVAL="0.333333" SDNUM="2052;0;0.00">0.33</TD></TR></TABLE>';
    expect(parseHtmlTable(html)).toEqual([[{ text: '0.33', exact: '0.333333' }]]);
  });

  it('lays merged cells over the cells that they cover', () => {
    const html =
      '<table><tr><td rowspan=2>大营街街道</td><td>甲</td></tr><tr><td>乙</td></tr><tr><td colspan="2">合计</td></tr></table>';
    expect(parseHtmlTable(html)).toEqual([
      [{ text: '大营街街道' }, { text: '甲' }],
      [{ text: '大营街街道', isCovered: true }, { text: '乙' }],
      [{ text: '合计' }, { text: '合计', isCovered: true }],
    ]);
  });

  it('reads Word: paragraphs inside a cell are lines', () => {
    const html =
      '<table><tr><td><p class=MsoNormal><span>第一段</span></p><p>第二段</p></td><td><p>&lt;5 &amp; 6&gt;</p></td></tr></table>';
    expect(texts(html)).toEqual([['第一段\n第二段', '<5 & 6>']]);
  });

  it('keeps cells without end tags, tables inside cells and quotes with >', () => {
    expect(texts('<table><tr><td title="a>b">1<td>2<tr><td>3</table>')).toEqual([['1', '2'], ['3']]);
    expect(texts('<table><tr><td>外<table><tr><td>内</td></tr></table></td><td>二</td></tr></table>')).toEqual([
      ['外内', '二'],
    ]);
  });

  it('decodes numbered signs and leaves unknown ones', () => {
    expect(texts('<table><tr><td>&#20892;&#x4E1A;&unknown;</td></tr></table>')).toEqual([['农业&unknown;']]);
  });

  it.each([
    ['no table', '<p>一段话</p>'],
    ['an empty table', '<table></table>'],
    ['nothing', ''],
  ])('%s gives null', (_, html) => {
    expect(parseHtmlTable(html)).toBeNull();
  });

  it('reads 100,000 cells in one go', () => {
    const row = `<tr>${'<td class=xl65 x:num="1.5">1.50</td>'.repeat(20)}</tr>`;
    expect(parseHtmlTable(`<table>${row.repeat(5000)}</table>`)).toHaveLength(5000);
  });
});
