// What XML cannot hold, in every writer of markup and in the rule that tells of it.
import { describe, expect, it } from 'vitest';
import { escapeXml } from '#electron/excel/write/patch/xml.ts';
import { wordDocument } from '#electron/word/document.ts';
import { runChecks } from '#shared/checks/run-checks.ts';
import { escapeHtml } from '#shared/values/escape-html.ts';
import { xmlText } from '#shared/values/xml-text.ts';
import { readWord } from '#test/support/word-parts.ts';
import { makeProject, planWith } from '../../seeds/sample-plan.ts';

const BAD = ['\u0000', '\u0008', '\u001f', '\u007f', '\u0085', '\ud800', '\udfff', '\ufffe', '\uffff'];
const GOOD = ['\t', '\n', '\r', '甲', '𠮷', '\ufffd', '\u00a0', '&'];

describe('texts for markup', () => {
  it.each(BAD)('%j goes', (sign) => expect(xmlText(`甲${sign}乙`)).toBe('甲乙'));
  it.each(GOOD)('%j stays', (sign) => expect(xmlText(`甲${sign}乙`)).toBe(`甲${sign}乙`));
  it.each(['\v', '\f'])('%j ends a line', (sign) => expect(xmlText(`甲${sign}乙`)).toBe('甲\n乙'));

  it('are made of words by every writer', async () => {
    const text = `甲${BAD.join('丙')}乙`;
    const words = `甲${'丙'.repeat(BAD.length - 1)}乙`;
    expect([escapeHtml(text), escapeXml(text)]).toEqual([words, words]);
    const file = await wordDocument(
      [
        { kind: 'heading', level: 1, text },
        { kind: 'paragraph', texts: [{ text }] },
      ],
      {
        title: [text],
        look: 'report',
        numbering: 'plain',
        contents: false,
        code: '',
      },
    );
    expect(readWord(file).document.split(words)).toHaveLength(4);
  });
});

describe('the list', () => {
  const told = (fields: object): string[] =>
    runChecks(planWith([makeProject('a', {}, { name: '道路', ...fields })]))
      .filter(({ rule }) => rule === 'T18')
      .map(({ message }) => message);

  it('tells where a sign stands that no document can hold', () => {
    expect(told({ content: '新建沟渠\u0002一条' })).toEqual([expect.stringContaining('“新建沟渠”后面（第 5 个字符）')]);
    expect(told({ note: '\u0001' })).toEqual([expect.stringContaining('备注的开头')]);
    expect(told({ content: '新建\t沟渠\n一条𠮷' })).toEqual([]);
  });

  it('tells of a text that a cell of Excel cannot hold', () => {
    expect(told({ content: '长'.repeat(32_768) })).toEqual([expect.stringContaining('有 32,768 字')]);
    expect(told({ content: '长'.repeat(32_767) })).toEqual([]);
  });
});
