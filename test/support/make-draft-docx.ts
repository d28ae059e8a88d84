// A small plan as a Word document, with one wrong figure in a table and one in a sentence.
import { makeDocx, paragraph, run, styled, table } from './make-docx.ts';

const STYLES = [
  '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>',
].join('');

/** The total of the table should be 600.00, the parts of the sentence add up to 46. */
export function makeDraftDocx(more = ''): Buffer {
  return makeDocx({
    styles: STYLES,
    body: [
      styled('1', '第四章 投资概算'),
      styled('2', '一、分类投资'),
      paragraph(`${run('规划项目共')}${run('47', '<w:b/>')}${run('个，其中：产业20个，基础设施16个，公共服务10个。')}`),
      paragraph('表4-1 分类投资汇总表（单位：万元）'),
      table(
        [
          ['类别', '项目个数', '总投资'],
          ['产业', '20', '100.00'],
          ['基础设施', '16', '200.00'],
          ['公共服务', '10', '300.00'],
          ['合计', '46', '660.00'],
        ],
        1,
      ),
      more,
    ].join(''),
  });
}
