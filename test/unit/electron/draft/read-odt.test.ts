// OpenDocument texts: headings by level and by style, numbers of lists that go on, notes, boxes, changes, tables.
import { expect, it } from 'vitest';
import { readDraftHere } from '#electron/draft/read-draft.ts';
import { showDraft } from '#test/support/drafts/show-draft.ts';
import { makeZip } from '#test/support/make-zip.ts';

const STYLES = `<style:style style:name="Heading_20_1" style:family="paragraph" style:default-outline-level="1"/>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_1"/>
<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>
<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>`;

const NAMES = 'xmlns:office="o" xmlns:style="s" xmlns:text="t" xmlns:table="b" xmlns:draw="d" xmlns:xlink="x"';

function odt(body: string, manifest = '<m/>'): Buffer {
  return makeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
    { name: 'META-INF/manifest.xml', content: manifest },
    {
      name: 'content.xml',
      content: `<office:document-content ${NAMES}><office:automatic-styles>${STYLES}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
  ]);
}

const show = async (body: string): Promise<string[]> => showDraft(await readDraftHere(odt(body), '规划.odt'));
const p = (text: string, style = 'Standard'): string => `<text:p text:style-name="${style}">${text}</text:p>`;

it('computes numbers of lists that go on over other paragraphs, and of levels inside', async () => {
  expect(
    await show(
      `<text:list xml:id="a" text:style-name="L1"><text:list-item>${p('总体情况', 'P1')}</text:list-item></text:list>${p('一段话。')}` +
        `<text:list text:continue-list="a" text:style-name="L1"><text:list-item><text:list><text:list-item>${p('分项')}</text:list-item><text:list-item>${p('分项')}${p('续')}</text:list-item></text:list></text:list-item></text:list>` +
        `<text:list text:continue-list="a" text:style-name="L1"><text:list-item>${p('资金安排', 'P1')}</text:list-item></text:list>` +
        `<text:list text:style-name="L2"><text:list-item>${p('圆点')}</text:list-item></text:list>`,
    ),
  ).toEqual([
    'h1 一、总体情况',
    'text 一段话。',
    'list 一.1. 分项',
    'list 一.2. 分项',
    'text 续',
    'h1 二、资金安排',
    'text 圆点',
  ]);
});

it('keeps levels, blanks, notes and boxes behind the paragraph, links and fields', async () => {
  expect(
    await show(
      '<text:h text:outline-level="2">分类</text:h>' +
        p(
          '总投资<text:s text:c="2"/>100\n  万元<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>台账。</text:p></text:note-body></text:note>，见<text:a xlink:href="#"><text:bookmark-ref>表1</text:bookmark-ref></text:a>' +
            '<draw:frame><draw:text-box><text:p>框里</text:p></draw:text-box></draw:frame>。<office:annotation><text:p>批注</text:p></office:annotation>',
        ),
    ),
  ).toEqual(['h2 分类', 'text 总投资  100 万元，见表1。', 'note 台账。', 'box 框里']);
});

it('keeps merged cells, heads, and a table inside a cell behind the one around it', async () => {
  const cell = (text: string, more = ''): string =>
    `<table:table-cell${more}>${text === '' ? '' : p(text)}</table:table-cell>`;
  const inner = `<table:table table:name="i"><table:table-row>${cell('里1')}${cell('里2')}</table:table-row></table:table>`;
  expect(
    await show(
      `<table:table table:name="t"><table:table-column/><table:table-header-rows><table:table-row>${cell('类别', ' table:number-rows-spanned="2"')}${cell('项目', ' table:number-columns-spanned="2"')}<table:covered-table-cell/></table:table-row>` +
        `<table:table-row><table:covered-table-cell/>${cell('个数')}${cell('总投资')}</table:table-row></table:table-header-rows>` +
        `<table:table-row>${cell('产业')}${cell('60')}<table:table-cell>${p('甲')}${p('乙')}${inner}</table:table-cell></table:table-row></table:table>`,
    ),
  ).toEqual([
    'table 3x3 heads 2',
    '| 类别 2x1 | 项目 1x2',
    '| 个数 | 总投资',
    '| 产业 | 60 | 甲⏎乙',
    'table 1x2 heads 0',
    '| 里1 | 里2',
  ]);
});

it('takes changes as accepted and tells them; contents are left out', async () => {
  const draft = await readDraftHere(
    odt(
      `<text:tracked-changes><text:changed-region><text:deletion>${p('900')}</text:deletion></text:changed-region></text:tracked-changes>` +
        `<text:table-of-content><text:index-body>${p('一、总体情况 1')}</text:index-body></text:table-of-content>${p('调整为<text:change/>950万元<text:span text:style-name="T1">内部</text:span>。')}`,
    ),
    '规划.odt',
  );
  expect(showDraft(draft)).toEqual(['text 调整为950万元。']);
  expect(draft.remarks).toEqual([
    '文稿里有没有接受的修订，按全部接受后的文字核对。',
    '目录没有核对。',
    '文稿里有隐藏文字，打印不出来，没有核对。',
  ]);
});

it('tells a password, a cut-off file, and other OpenDocument files', async () => {
  const locked = odt(
    p('甲'),
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" m:version="1.2"><m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>',
  );
  await expect(readDraftHere(locked, '规划.odt')).rejects.toMatchObject({ code: 'encrypted-file' });
  const whole = odt(p('一段话。'));
  await expect(readDraftHere(whole.subarray(0, whole.length - 30), '规划.odt')).rejects.toMatchObject({
    code: 'damaged',
  });
  await expect(readDraftHere(odt('<text:p>没有收尾'), '规划.odt')).rejects.toMatchObject({
    code: 'damaged',
    message: expect.not.stringContaining('.xlsx'),
  });
});
