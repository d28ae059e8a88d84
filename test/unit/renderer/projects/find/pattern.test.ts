// What a search finds and how it replaces.
import { describe, expect, it } from 'vitest';
import { compilePattern } from '#renderer/features/projects/find/pattern.ts';

const LOOSE = { wholeCell: false, exact: false };
const EXACT = { wholeCell: false, exact: true };
const WHOLE = { wholeCell: true, exact: false };

describe('compilePattern', () => {
  it.each([
    ['a part of the text', '饮水', LOOSE, '农村饮水安全', true],
    ['case and width do not matter', 'ａ3', LOOSE, '表A３', true],
    ['unless asked', 'a3', EXACT, '表A3', false],
    ['full-width apart when exact', '3', EXACT, '３', false],
    ['the whole cell', '新建', WHOLE, '新建', true],
    ['not a part of it', '新建', WHOLE, '改扩建、新建', false],
    ['? is one sign', '第?批', LOOSE, '第一批', true],
    ['? is not none', '第?批', LOOSE, '第批', false],
    ['* is any number of signs', '村*硬化', LOOSE, '大营街村组道路硬化', true],
    ['* over line breaks', '一*二', LOOSE, '一\n二', true],
    ['~* is a star', '5~*3', LOOSE, '5*3', true],
    ['~* is nothing else', '5~*3', LOOSE, '5米3', false],
    ['~? and ~~', '~?~~', LOOSE, '?~', true],
    ['a lone * finds what is filled', '*', WHOLE, '有字', true],
    ['and no blank cell', '*', WHOLE, '', false],
    ['signs of regular expressions are plain', '(一).$', LOOSE, '表(一).$', true],
    ['and mean nothing', 'a.c', LOOSE, 'abc', false],
  ])('%s', (_, wanted, options, text, expected) => {
    expect(compilePattern(wanted, options)?.matches(text)).toBe(expected);
  });

  it('has nothing to look for in nothing', () => expect(compilePattern('', LOOSE)).toBeNull());

  it.each([
    ['every hit', '村', LOOSE, '甲村乙村', '社区', '甲社区乙社区'],
    ['with nothing', '（公示）', LOOSE, '道路（公示）', '', '道路'],
    ['* in the middle takes as little as it can', '（*）', LOOSE, '甲（一）乙（二）', '', '甲乙'],
    ['* at the end takes all', '工程*', LOOSE, '道路工程及附属设施', '项目', '道路项目'],
    ['signs whose folding is longer', '㎡', LOOSE, '建200㎡，绿化50㎡', '平方米', '建200平方米，绿化50平方米'],
    ['the replacement is plain', '甲', LOOSE, '甲', '$&$1', '$&$1'],
    ['the whole cell', '新建', WHOLE, '新建', '续建', '续建'],
    ['characters of two units', '𠮷', LOOSE, '𠮷村', '吉', '吉村'],
  ])('replaces %s', (_, wanted, options, text, replacement, expected) => {
    expect(compilePattern(wanted, options)?.replace(text, replacement)).toBe(expected);
  });
});
