// The template language: what is a field, what is not, and that nothing of a text is lost.

import { describe, expect, it } from 'vitest';
import { parseField, parseTemplate, printField } from '#shared/text/template.ts';
import { fc } from '#test/support/fc.ts';

describe('parseField', () => {
  const examples: [string, ReturnType<typeof parseField>][] = [
    ['总投资', { name: '总投资', args: [], format: {} }],
    ['投资:2021', { name: '投资', args: ['2021'], format: {} }],
    ['投资：种植业×2021|亿元|2位', { name: '投资', args: ['种植业', '2021'], format: { unit: '亿元', decimals: 2 } }],
    [' 个数 : 种植业 | 不带单位 ', { name: '个数', args: ['种植业'], format: { bare: true } }],
    ['占比:其他资金|1', { name: '占比', args: ['其他资金'], format: { decimals: 1 } }],
    ['投资|百元', undefined],
    ['投资|9位', undefined],
    ['', undefined],
    ['两个 词', undefined],
  ];
  it.each(examples)('%s', (inner, expected) => {
    expect(parseField(inner)).toEqual(expected);
  });

  it('prints what it reads', () => {
    for (const [inner, call] of examples) {
      if (call) expect(parseField(printField(call).slice(2, -2)), inner).toEqual(call);
    }
  });
});

describe('parseTemplate', () => {
  it('cuts text, fields and broken braces', () => {
    expect(parseTemplate('共{{个数}}，{{}}和{{投资|吨}}。').map(({ kind }) => kind)).toEqual(
      'text field text broken text broken text'.split(' '),
    );
  });

  it('loses nothing', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('{{个数}}', '{{', '}}', '{{投资:2021|亿元}}', '{', '。'));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const template = pieces.join('');
        const joined = parseTemplate(template).map((part) => (part.kind === 'text' ? part.text : part.source));
        expect(joined.join('')).toBe(template);
      }),
    );
  });
});
