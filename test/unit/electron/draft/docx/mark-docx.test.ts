// The marked copy: comments lie exactly on the characters, the text reads the same, nothing else of the file changes.
import { describe, expect, it } from 'vitest';
import { markDocx } from '#electron/draft/docx/mark-docx.ts';
import { readDocx } from '#electron/draft/docx/read-docx.ts';
import { startBudget } from '#electron/excel/read/limits.ts';
import { readZipDirectory } from '#electron/excel/read/zip-directory.ts';
import { openPackage } from '#electron/excel/write/patch/package.ts';
import type { Draft } from '#shared/draft/draft.ts';
import type { ProofPlace } from '#shared/proof/finding.ts';
import { fc } from '#test/support/fc.ts';
import { type DocxParts, field, makeDocx, paragraph, run, table } from '#test/support/make-docx.ts';
import { commentedTexts, readWord } from '#test/support/word-parts.ts';

const AT = new Date('2026-03-05T01:02:03Z');

/** The place of the n-th `words` of the draft, in a paragraph. */
function placeOf(draft: Draft, words: string, nth = 0): ProofPlace {
  let left = nth;
  for (const [block, item] of draft.blocks.entries()) {
    if (item.kind !== 'paragraph') continue;
    for (let start = item.text.indexOf(words); start >= 0; start = item.text.indexOf(words, start + 1))
      if (left-- === 0) return { kind: 'text', block, start, end: start + words.length };
  }
  throw new Error(`no ${words}`);
}

function mark(parts: DocxParts, wanted: (draft: Draft) => ProofPlace[]) {
  const bytes = makeDocx(parts);
  const draft = readDocx(bytes);
  const marks = wanted(draft).map((where, index) => ({ where, lines: [`说明${index}`, '原因：多半漏加一行'] }));
  const marked = markDocx(bytes, draft, marks, AT);
  return { bytes, draft, marked, document: openPackage(marked.bytes).text('word/document.xml') };
}

const body = (inner: string): DocxParts => ({ body: inner, styles: '' });
const LOOK = '<w:b/><w:color w:val="FF0000"/>';

describe('where comments lie', () => {
  it.each([
    ['a whole run', paragraph(run('共') + run('514') + run('个')), '514'],
    ['the middle of a run', paragraph(run('共有514个项目', LOOK)), '514'],
    ['the beginning and the end of a run', paragraph(run('514')), '514'],
    [
      'several runs, from the middle of one to the middle of another',
      paragraph(run('共5', LOOK) + run('1') + run('4个')),
      '514',
    ],
    [
      'a run with tabs and breaks',
      paragraph('<w:r><w:tab/><w:t>共</w:t><w:br/><w:t>514</w:t><w:tab/><w:t>个</w:t></w:r>'),
      '514',
    ],
    ['text whose blanks Word drops', paragraph('<w:r><w:t> 共 514 个 </w:t></w:r>'), '514'],
    ['entities', paragraph(run('A&amp;B&#20849;514&lt;600')), '514'],
    [
      'a link, a tag, a content control',
      paragraph(`<w:hyperlink>${run('共51')}</w:hyperlink><w:sdt><w:sdtContent>${run('4个')}</w:sdtContent></w:sdt>`),
      '514',
    ],
    ['an insertion', paragraph(`${run('共5')}<w:ins w:id="1">${run('14个')}</w:ins>`), '514'],
    ['the result of a field', paragraph(`${run('共')}${field('REF x', '514')}`), '514'],
  ])('%s', (_, inner, words) => {
    const { draft, marked, document } = mark(body(inner), (read) => [placeOf(read, words)]);
    expect(commentedTexts(document)).toEqual([words]);
    expect(readDocx(marked.bytes)).toEqual(draft);
    expect(readWord(marked.bytes).broken).toEqual([]);
    expect(marked.unplaced).toBe(0);
  });

  it('keeps the look of a run on both sides of a cut', () => {
    const { document } = mark(body(paragraph(run('共514个', LOOK))), (read) => [placeOf(read, '514')]);
    expect(document.match(/<w:color w:val="FF0000"\/>/g)).toHaveLength(3);
  });

  it('lies behind the number that Word computes', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1章"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
    const inner = paragraph(run('投资514万元'), '<w:numPr><w:numId w:val="1"/></w:numPr>');
    const { document } = mark({ body: inner, numbering }, (read) => [placeOf(read, '514')]);
    expect(commentedTexts(document)).toEqual(['514']);
  });

  it('marks neighbours, one inside another, and one place twice', () => {
    const inner = paragraph(run('甲12乙34丙'));
    const { draft, document, marked } = mark(body(inner), (read) => [
      placeOf(read, '12乙'),
      placeOf(read, '34'),
      placeOf(read, '乙34丙'),
      placeOf(read, '34'),
    ]);
    expect(commentedTexts(document)).toEqual(['12乙', '34', '乙34丙', '34']);
    expect(readDocx(marked.bytes)).toEqual(draft);
  });

  it('marks a cell with all its lines, in a table inside a table too', () => {
    const inner = table([['外', `${table([['12', '34']])}${paragraph('5')}${paragraph('6')}`]]);
    const { document, draft, marked } = mark(body(inner), () => [
      { kind: 'table', block: 0, row: 0, column: 1 },
      { kind: 'table', block: 1, row: 0, column: 1 },
    ]);
    expect(commentedTexts(document)).toEqual(['56', '34']);
    expect(readDocx(marked.bytes)).toEqual(draft);
  });

  it('marks the place of the reference for a note, and that of the box for a text box', () => {
    const footnotes = `<w:footnote w:id="2">${paragraph('其中100个')}</w:footnote>`;
    const boxed = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>${paragraph('框200')}</w:txbxContent></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>`;
    const inner = paragraph(`${run('前')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('后')}${boxed}`);
    const { document, marked } = mark({ body: inner, footnotes }, (read) => [
      placeOf(read, '100'),
      placeOf(read, '200'),
    ]);
    expect(document).toMatch(
      /<w:commentRangeStart w:id="0"\/><w:r><w:footnoteReference w:id="2"\/><\/w:r><w:commentRangeEnd w:id="0"\/>/,
    );
    expect(document).toMatch(
      /<w:commentRangeStart w:id="1"\/><w:r><mc:AlternateContent>.*<\/mc:AlternateContent><\/w:r><w:commentRangeEnd w:id="1"\/>/,
    );
    expect(marked.unplaced).toBe(0);
  });

  it('counts what has no place: the number that Word computes itself', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="7"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
    const inner = table([[paragraph('', '<w:numPr><w:numId w:val="1"/></w:numPr>'), '甲']]);
    const { marked } = mark({ body: inner, numbering }, () => [{ kind: 'table', block: 0, row: 0, column: 0 }]);
    expect(marked.unplaced).toBe(1);
  });
});

describe('what stays', () => {
  const packed = (bytes: Buffer) =>
    new Map(
      readZipDirectory(bytes, startBudget()).entries.map(({ name, dataStart, packedSize }) => [
        name,
        bytes.subarray(dataStart, dataStart + packedSize).toString('hex'),
      ]),
    );

  it('is every other part, byte for byte, and the comments that were there', () => {
    const comments = `<w:comment w:id="5" w:author="别人">${paragraph('早先的批注')}</w:comment>`;
    const inner = paragraph(
      `<w:commentRangeStart w:id="5"/>${run('共514个')}<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>`,
    );
    const parts = {
      body: inner,
      comments,
      styles: '',
      more: { 'word/media/image1.png': 'picture', 'customXml/item1.xml': '<a/>' },
    };
    const { bytes, marked, document } = mark(parts, (read) => [placeOf(read, '514')]);
    const [before, after] = [packed(bytes), packed(marked.bytes)];
    const changed = [...after.keys()].filter((name) => before.get(name) !== after.get(name));
    expect(changed).toEqual(['word/document.xml', 'word/comments.xml']);
    const written = openPackage(marked.bytes).text('word/comments.xml');
    expect(written).toContain('早先的批注');
    expect(written).toMatch(/<w:comment w:id="6" w:author="衔接规划工作台" w:date="2026-03-05T01:02:03Z"/);
    expect(document).toContain('<w:commentReference w:id="5"/>');
    expect(document).toContain('<w:commentReference w:id="6"/>');
  });

  it('gains the part of the comments with its type and relationship where there was none', () => {
    const { bytes, marked } = mark(body(paragraph('共514个')), (read) => [placeOf(read, '514')]);
    const [before, after] = [packed(bytes), packed(marked.bytes)];
    expect([...after.keys()].filter((name) => before.get(name) !== after.get(name)).sort()).toEqual([
      '[Content_Types].xml',
      'word/_rels/document.xml.rels',
      'word/comments.xml',
      'word/document.xml',
    ]);
    const pkg = openPackage(marked.bytes);
    expect(pkg.text('[Content_Types].xml')).toContain('PartName="/word/comments.xml"');
    expect(pkg.text('word/_rels/document.xml.rels')).toContain('/relationships/comments"');
    expect(pkg.text('word/comments.xml')).toContain('说明0');
  });

  it('is the whole file where nothing was found', () => {
    const { bytes, marked } = mark(body(paragraph('共514个')), () => []);
    expect(packed(marked.bytes)).toEqual(packed(bytes));
  });

  it('is the name of elements: another prefix, or none', () => {
    const plain = makeDocx(body(paragraph('共514个')));
    for (const [from, to] of [
      [/w:/g, 'ns0:'],
      [/(<\/?)w:/g, '$1'],
    ] as const) {
      const pkg = openPackage(plain);
      const xml = pkg.text('word/document.xml').replace(from, to).replace('xmlns:ns0:', 'xmlns:');
      pkg.set(
        'word/document.xml',
        to === 'ns0:' ? xml.replace('xmlns:w=', 'xmlns:ns0=') : xml.replace('xmlns:w=', 'xmlns='),
      );
      const bytes = pkg.toBytes();
      const draft = readDocx(bytes);
      const marked = markDocx(bytes, draft, [{ where: placeOf(draft, '514'), lines: ['说明'] }], AT);
      expect(readDocx(marked.bytes)).toEqual(draft);
      expect(readWord(marked.bytes).broken).toEqual([]);
    }
  });

  it('is refused where the file has other words than what was checked', () => {
    const draft = readDocx(makeDocx(body(paragraph('共514个'))));
    const other = makeDocx(body(paragraph('共513个')));
    const marks = [{ where: placeOf(draft, '514'), lines: ['说明'] }];
    expect(() => markDocx(other, draft, marks, AT)).toThrow('文稿在核对之后改动过');
  });
});

it('lies right and changes no text for any runs and any stretch of them', () => {
  const words = fc.array(fc.stringMatching(/^[0-9共个 &]{1,5}$/), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), fc.boolean(), (runs, from, length, keeps) => {
      const escaped = (text: string) => text.replaceAll('&', '&amp;');
      const open = keeps ? '<w:t xml:space="preserve">' : '<w:t>';
      const inner = paragraph(
        runs.map((text) => `<w:r><w:rPr><w:b/></w:rPr>${open}${escaped(text)}</w:t></w:r>`).join(''),
      );
      const bytes = makeDocx(body(inner));
      const draft = readDocx(bytes);
      const [block] = draft.blocks;
      if (block?.kind !== 'paragraph') return;
      const start = from % block.text.length;
      const end = start + 1 + (length % (block.text.length - start));
      const marked = markDocx(bytes, draft, [{ where: { kind: 'text', block: 0, start, end }, lines: ['说明'] }], AT);
      expect(commentedTexts(openPackage(marked.bytes).text('word/document.xml'))).toEqual([
        block.text.slice(start, end),
      ]);
      expect(readDocx(marked.bytes)).toEqual(draft);
    }),
  );
});
