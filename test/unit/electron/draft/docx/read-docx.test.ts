// What stands in a Word document comes out as a draft: headings, computed numbers, tables with spans, notes, boxes,
// accepted changes; and what cannot be read is said in Chinese.
import { describe, expect, it } from 'vitest';
import { readDocx } from '#electron/draft/docx/read-docx.ts';
import type { Draft, DraftTable } from '#shared/draft/draft.ts';
import { type DocxParts, field, makeDocx, paragraph, run, styled, table } from '#test/support/make-docx.ts';
import { makeOle } from '#test/support/make-ole.ts';

const STYLES = [
  '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="规划节标题"/><w:basedOn w:val="2"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="body"><w:name w:val="正文缩进"/><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="cap"><w:name w:val="caption"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="title"><w:name w:val="Title"/></w:style>',
].join('');

function read(body: string, more: Omit<DocxParts, 'body'> = {}): Draft {
  return readDocx(makeDocx({ body, styles: STYLES, ...more }));
}

/** role:text of each paragraph, tables as their cells' texts. */
function outline(draft: Draft): string[] {
  return draft.blocks.map((block) =>
    block.kind === 'table'
      ? `table:${block.cells.map((cell) => cell.text).join('|')}`
      : `${block.role}${block.level ?? ''}:${block.text}`,
  );
}

const texts = (draft: Draft) => draft.blocks.map((block) => (block.kind === 'table' ? '' : block.text));

describe('headings, captions, contents', () => {
  it('takes headings by the outline of their style, its bases, its name, or of the paragraph itself', () => {
    const draft = read(
      [
        styled('title', '某县规划'),
        styled('1', '第一章'),
        styled('2', '第一节'),
        styled('own', '第二节'),
        styled('body', '正文'),
        paragraph(run('第三节'), '<w:outlineLvl w:val="2"/>'),
        styled('unknown', '别的'),
      ].join(''),
    );
    expect(outline(draft)).toEqual([
      'heading1:某县规划',
      'heading1:第一章',
      'heading2:第一节',
      'heading2:第二节',
      'text:正文',
      'heading3:第三节',
      'text:别的',
    ]);
  });

  it('tells captions by style or by a SEQ field, simple or complex', () => {
    const draft = read(
      styled('cap', '表1 项目汇总表') +
        paragraph(`${run('表')}${field('SEQ 表 \\* ARABIC', '2')}${run(' 资金')}`) +
        paragraph(`<w:r><w:t>表</w:t></w:r><w:fldSimple w:instr=" SEQ 表 ">${run('3')}</w:fldSimple>`),
    );
    expect(outline(draft)).toEqual(['caption:表1 项目汇总表', 'caption:表2 资金', 'caption:表3']);
  });

  it('leaves the table of contents out and says so', () => {
    const contents =
      paragraph(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('第一章 12')}`,
      ) +
      paragraph(run('第二章 34')) +
      paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>');
    const draft = read(contents + styled('toc', '第三章	56') + paragraph('正文'));
    expect(outline(draft)).toEqual(['text:正文']);
    expect(draft.remarks).toContain('目录有 3 行，没有核对。');
  });

  it('does not lose the rest of a document behind a field that never ends', () => {
    const draft = read(
      paragraph(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
      ) +
        paragraph('投资100万元') +
        paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') +
        paragraph('投资200万元'),
    );
    expect(texts(draft)).toEqual(['投资100万元', '投资200万元']);
  });
});

describe('computed numbers', () => {
  const level = (depth: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering =
    `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '第%1章')}${level(1, 'chineseCountingThousand', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'decimal', '%1.%4', '<w:isLgl/>')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="8">${level(0, 'bullet', '')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="9">${level(0, 'decimal', '%1、', '<w:pStyle w:val="n"/>')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="5"/></w:lvlOverride></w:num>' +
    '<w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num>';
  const item = (id: number, depth: number, text: string) =>
    paragraph(run(text), `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`);

  it('counts levels, begins lower ones anew, and keeps them apart from the figures behind', () => {
    const draft = read(
      [
        item(1, 0, '总则'),
        item(1, 1, '背景'),
        item(1, 2, '5个项目'),
        item(1, 2, '6个项目'),
        item(1, 1, '目标'),
        item(1, 2, '7个项目'),
        item(1, 0, '任务'),
        item(1, 3, '说明'),
        item(2, 0, '圆点'),
        item(3, 2, '从五起'),
        item(3, 2, '接着'),
      ].join(''),
      { numbering },
    );
    expect(texts(draft)).toEqual([
      '第一章 总则',
      '（一）背景',
      '1. 5个项目',
      '2. 6个项目',
      '（二）目标',
      '1. 7个项目',
      '第二章 任务',
      '2.1 说明',
      '圆点',
      '5. 从五起',
      '6. 接着',
    ]);
  });

  it('takes the list of a style, whose level the list names, and none where it is switched off', () => {
    const styles = `${STYLES}<w:style w:type="paragraph" w:styleId="n"><w:name w:val="n"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>`;
    const draft = read(
      styled('n', '甲') +
        paragraph(run('乙'), '<w:pStyle w:val="n"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
        styled('n', '丙'),
      { numbering, styles },
    );
    expect(outline(draft)).toEqual(['list:1、甲', 'text:乙', 'list:2、丙']);
  });

  it('numbers rows of a table', () => {
    const draft = read(
      table([
        [item(4, 0, ''), '甲项目'],
        [item(4, 0, ''), '乙项目'],
      ]),
      { numbering },
    );
    expect(outline(draft)).toEqual(['table:1、|甲项目|2、|乙项目']);
  });
});

describe('characters', () => {
  it('puts figures together that are broken over runs, links, tags and content controls', () => {
    const draft = read(
      paragraph(
        `${run('总投资664')}<w:hyperlink>${run('599.')}</w:hyperlink><w:smartTag>${run('3')}</w:smartTag><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${run('8')}</w:sdtContent></w:sdt>${run('万元')}<w:proofErr w:type="spellEnd"/>`,
      ),
    );
    expect(texts(draft)).toEqual(['总投资664599.38万元']);
  });

  it('keeps what was typed: tabs, breaks, hyphens, full-width digits, entities; takes blanks as Word does', () => {
    const draft = read(
      paragraph(
        '<w:r><w:t>２０２１</w:t><w:noBreakHyphen/><w:t>２０２５年</w:t><w:tab/><w:t xml:space="preserve"> A&amp;B </w:t><w:t> 紧接 </w:t><w:br/><w:sym w:font="Symbol" w:char="F035"/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
        '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>',
      ),
    );
    expect(texts(draft)).toEqual(['２０２１-２０２５年\t A&B 紧接\n5□']);
  });

  it('reads a formula, the base of a ruby, and neither instructions nor hidden text', () => {
    const draft = read(
      paragraph(
        `<m:oMath><m:r><m:t>x=5</m:t></m:r></m:oMath><w:r><w:ruby><w:rt>${run('pin')}</w:rt><w:rubyBase>${run('字')}</w:rubyBase></w:ruby></w:r>${run('看不见', '<w:vanish/>')}${run('看得见', '<w:vanish w:val="0"/>')}${field('PAGEREF x', '8')}`,
      ),
    );
    expect(texts(draft)).toEqual(['x=5字看得见8']);
    expect(draft.remarks).toEqual(['文稿里有 1 处隐藏文字，打印不出来，没有核对。']);
  });

  it('leaves blank paragraphs out and counts them', () => {
    const draft = read(`${paragraph('甲')}<w:p/>${paragraph(run('  '))}${paragraph('乙')}`);
    expect(draft.blocks.map((block) => block.kind === 'paragraph' && block.at)).toEqual([0, 3]);
  });
});

describe('tracked changes', () => {
  it('reads the text as it is when all are accepted, and says so', () => {
    const draft = read(
      paragraph(
        `${run('共')}<w:del w:id="1"><w:r><w:delText>209</w:delText></w:r></w:del><w:ins w:id="2">${run('514')}</w:ins>${run('个')}<w:moveFrom w:id="3">${run('搬走')}</w:moveFrom><w:moveTo w:id="4">${run('搬来')}</w:moveTo>`,
      ),
    );
    expect(texts(draft)).toEqual(['共514个搬来']);
    expect(draft.remarks).toEqual(['文稿里有没有接受的修订（插入 2 处、删除 2 处），按全部接受后的文字核对。']);
  });

  it('joins paragraphs whose mark was deleted, at the end of a cell too, and drops deleted rows', () => {
    const gone = '<w:rPr><w:del w:id="9"/></w:rPr>';
    const draft = read(
      paragraph(run('投资10'), gone) +
        paragraph('0万元') +
        table([
          ['甲', '1'],
          ['乙', '2'],
          [paragraph(run('丙'), gone) + paragraph(run('丁'), gone), '3'],
        ]).replace(
          '<w:tr><w:tc><w:p><w:r><w:t xml:space="preserve">乙',
          '<w:tr><w:trPr><w:del w:id="8"/></w:trPr><w:tc><w:p><w:r><w:t xml:space="preserve">乙',
        ),
    );
    expect(outline(draft)).toEqual(['text:投资100万元', 'table:甲|1|丙丁|3']);
  });
});

describe('tables', () => {
  it('keeps cells over columns and rows, rows that begin further right, and rows of heads', () => {
    const draft = read(
      table(
        [
          [
            `<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${paragraph('类别')}`,
            `<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('投资')}`,
          ],
          [`<w:tcPr><w:vMerge/></w:tcPr>${paragraph('')}`, '2021年', '2022年'],
          ['产业', '10', paragraph('20') + paragraph('其中：5')],
          ['右移', '30'],
        ],
        2,
      ).replace(
        '<w:tr><w:tc><w:p><w:r><w:t xml:space="preserve">右移',
        '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc><w:p><w:r><w:t xml:space="preserve">右移',
      ),
    );
    const [block] = draft.blocks as [DraftTable];
    expect({ rows: block.rowCount, columns: block.columnCount, heads: block.headRows }).toEqual({
      rows: 4,
      columns: 3,
      heads: 2,
    });
    expect(block.cells).toEqual([
      { row: 0, column: 0, rowSpan: 2, columnSpan: 1, text: '类别', at: 0 },
      { row: 0, column: 1, rowSpan: 1, columnSpan: 2, text: '投资', at: 1 },
      { row: 1, column: 1, rowSpan: 1, columnSpan: 1, text: '2021年', at: 2 },
      { row: 1, column: 2, rowSpan: 1, columnSpan: 1, text: '2022年', at: 3 },
      { row: 2, column: 0, rowSpan: 1, columnSpan: 1, text: '产业', at: 4 },
      { row: 2, column: 1, rowSpan: 1, columnSpan: 1, text: '10', at: 5 },
      { row: 2, column: 2, rowSpan: 1, columnSpan: 1, text: '20\n其中：5', at: 6 },
      { row: 3, column: 1, rowSpan: 1, columnSpan: 1, text: '右移', at: 8 },
      { row: 3, column: 2, rowSpan: 1, columnSpan: 1, text: '30', at: 9 },
    ]);
  });

  it('reads a table inside a cell as one of its own behind it, and content controls around cells and rows', () => {
    const draft = read(
      table([[`${paragraph('外')}${table([['内', '1']])}${paragraph('')}`, '2']]) +
        '<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc><w:p><w:r><w:t>控</w:t></w:r></w:p></w:tc></w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>',
    );
    expect(outline(draft)).toEqual(['table:外|2', 'table:内|1', 'table:控']);
  });
});

describe('notes and boxes', () => {
  it('reads a note behind the paragraph that refers to it, in a table behind the table', () => {
    const note = (id: number, text: string) =>
      `<w:footnote w:id="${id}">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(text)}`)}</w:footnote>`;
    const refer = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const draft = read(
      paragraph(`${run('共5个')}${refer(2)}`) + table([[paragraph(`${run('9')}${refer(3)}`)]]) + paragraph('后文'),
      {
        footnotes: `<w:footnote w:type="separator" w:id="0">${paragraph('线')}</w:footnote>${note(2, '含1个')}${note(3, '估计')}`,
      },
    );
    expect(outline(draft)).toEqual(['text:共5个', 'note:含1个', 'table:9', 'note:估计', 'text:后文']);
  });

  it('reads a text box once, whichever forms the file has of it', () => {
    const content = `<w:txbxContent>${paragraph('框里100万元')}</w:txbxContent>`;
    const draft = read(
      paragraph(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${content}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>${content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('前文')}`,
      ) + paragraph(`<w:r><w:pict><v:textbox>${content}</v:textbox></w:pict></w:r>`),
    );
    expect(outline(draft)).toEqual(['text:前文', 'box:框里100万元', 'box:框里100万元']);
  });
});

describe('what is not read', () => {
  it('is told', () => {
    const draft = read(`${paragraph(`<w:r><w:object><v:shape/></w:object></w:r>${run('甲')}`)}<w:altChunk r:id="x"/>`);
    expect(draft.remarks).toEqual([
      '文稿里嵌入了 1 个对象（表格、公式等），其中的内容没有核对。',
      '文稿里引入了 1 个别的文件，其中的内容没有核对。请在 Word 中另存一次后再核对。',
    ]);
  });

  it.each([
    ['tags that do not close', '<w:p><w:r><w:t>甲</w:t></w:p>', '文件已损坏（正文的标记没有正确收尾）'],
    ['a cut part', '<w:p><w:r><w:t>甲', '文件已损坏'],
  ])('refuses %s', (_, body, message) => {
    expect(() => read(body)).toThrow(message);
  });

  it('refuses elements in elements without end, and reads long runs of blanks in time', () => {
    const deep = 1200;
    expect(() => read(`${'<w:sdt>'.repeat(deep)}${'</w:sdt>'.repeat(deep)}`)).toThrow('嵌套过深');
    const blanks = ' '.repeat(200_000);
    expect(texts(read(paragraph(`<w:r><w:t>甲${blanks}乙</w:t></w:r>`)))[0]).toHaveLength(200_002);
  });

  it('refuses a file with a password and one without a text', () => {
    const locked = makeOle('EncryptedPackage', Buffer.alloc(16));
    expect(() => readDocx(locked)).toThrow('文稿设了打开密码');
    expect(() => readDocx(makeDocx({ body: '' }).subarray(0, 300))).toThrow('文件已损坏');
  });
});

it('figures of headers are told, years and page numbers are not', () => {
  const told = (header: string) => read(paragraph(run('正文')), { header: paragraph(run(header)) }).remarks;
  expect(told('总投资1.2亿元，第 3 页')).toEqual(['页眉页脚里的数（“总投资1.2亿元，第 3 页”）没有核对。']);
  expect(told('某县规划（2021—2025年） 第 3 页')).toEqual([]);
});
