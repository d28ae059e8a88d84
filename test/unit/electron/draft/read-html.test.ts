// Web pages, those of Word among them, also in one file (.mht) or named .doc: what a browser shows, in its order.
import { expect, it } from 'vitest';
import { readDraftHere } from '#electron/draft/read-draft.ts';
import { showDraft } from '#test/support/drafts/show-draft.ts';

const show = async (body: string): Promise<string[]> =>
  showDraft(
    await readDraftHere(Buffer.from(`<html><head><title>题</title></head><body>${body}</body></html>`), '规划.doc'),
  );

it('keeps headings, paragraphs without the line ends of the source, lists with their numbers', async () => {
  expect(
    await show(
      '<h1>总体<br>情况</h1><p>规划期内\n  安排项目 120\n 个，<b>总投资</b>&nbsp;100<sup>2</sup></p>第一行<br>第二行<div>第三行</div>' +
        '<ol><li>甲</li><li value="5">乙<ol type="a"><li>丙</li></ol></li></ol><ul><li>丁</li></ul>',
    ),
  ).toEqual([
    'h1 总体⏎情况',
    'text 规划期内安排项目 120 个，总投资\u00a01002',
    'text 第一行',
    'text 第二行',
    'text 第三行',
    'list 1. 甲',
    'list 5. 乙',
    'list a. 丙',
    'text 丁',
  ]);
});

it('keeps spans, heads, open cells, and a table inside a cell behind the one around it', async () => {
  expect(
    await show(
      '<table><caption>表1 投资</caption><thead><tr><th rowspan=2>类别<th colspan=2>项目<tr><th>个数<th>总投资</thead>' +
        '<tr><td><p>产业</p>\n<p>帮扶</p><td>60<td>100<tr><td>合计<td><table><tr><td>里1<td>里2</table><td><table><tr><td>300</table></table>表后',
    ),
  ).toEqual([
    'caption 表1 投资',
    'table 4x3 heads 2',
    '| 类别 2x1 | 项目 1x2',
    '| 个数 | 总投资',
    '| 产业⏎帮扶 | 60 | 100',
    '| 合计 |  | 300',
    'table 1x2 heads 0',
    '| 里1 | 里2',
    'text 表后',
  ]);
});

it('reads what Word writes: outline levels, its own numbers, notes, changes, no comments and nothing hidden', async () => {
  const draft = await readDraftHere(
    Buffer.from(
      "<html xmlns:o='u'><body><p class=MsoNormal style='mso-outline-level:2'><![if !supportLists]><span style='mso-list:Ignore'>（一）</span><![endif]>分类</p>" +
        '<p>总投资100万元<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>，<del>原90</del><ins>其中中央50</ins>万元<span style="display:none">内部</span></p>' +
        "<!--[if gte mso 9]><p>略</p><![endif]--><div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p><a href=\"#_ftnref1\">[1]</a> 台账。</p></div></div>" +
        "<div style='mso-element:comment-list'><p>批注</p></div></body></html>",
    ),
    '规划.doc',
  );
  expect(showDraft(draft)).toEqual(['h2 （一）分类', 'text 总投资100万元，其中中央50万元', 'note 台账。']);
  expect(draft.remarks).toEqual(['文稿里有没有接受的修订，按全部接受后的文字核对。']);
});

it('tells pictures', async () => {
  const draft = await readDraftHere(Buffer.from('<html><p>甲<img src="a.png">乙</p></html>'), '规划.html');
  expect(showDraft(draft)).toEqual(['text 甲乙']);
  expect(draft.remarks).toEqual(['文稿里有图片，其中的字没有核对。']);
});

it('reads a page in one file, by letters or by base64, in GBK too', async () => {
  const page = Buffer.from(
    '3c68746d6c3e3c626f64793e3c703ed7dccdb6d7ca203130303c2f703e3c2f626f64793e3c2f68746d6c3e',
    'hex',
  );
  const quoted = [...page]
    .map((byte) => (byte === 61 || byte > 126 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte)))
    .join('');
  const wrap = (encoding: string, body: string): Buffer =>
    Buffer.from(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="--=b"\r\n\r\n----=b\r\nContent-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n----=b--\r\n`,
      'latin1',
    );
  for (const file of [
    wrap('quoted-printable', quoted.replace('</p>', '=\r\n</p>')),
    wrap('base64', page.toString('base64')),
  ]) {
    expect(showDraft(await readDraftHere(file, '规划.mht'))).toEqual(['text 总投资 100']);
  }
});
