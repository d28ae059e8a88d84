// How cells go on when they are filled.
import { describe, expect, it } from 'vitest';
import { continueSeries, type FillWay, type SeriesKind } from '#renderer/features/projects/fill/series.ts';

describe('continueSeries', () => {
  it.each<[string, SeriesKind, string[], string[]]>([
    ['a single number is copied', 'number', ['35.4'], ['35.4', '35.4']],
    ['two numbers count on by their step', 'number', ['10', '20'], ['30', '40']],
    ['steps of a tenth stay exact', 'number', ['0.1', '0.2'], ['0.3', '0.4']],
    ['downwards below zero', 'number', ['2', '1'], ['0', '-1']],
    ['separators are read', 'number', ['1,000', '1,500'], ['2000', '2500']],
    ['uneven numbers are repeated', 'number', ['1', '2', '5'], ['1', '2']],
    ['blank among numbers is repeated', 'number', ['1', ''], ['1', '']],
    ['a year goes on', 'period', ['2021'], ['2022', '2023']],
    ['years by two', 'period', ['2021', '2023'], ['2025', '2027']],
    ['the same period twice stays', 'period', ['2021-2025', '2021-2025'], ['2021-2025', '2021-2025']],
    ['a span moves by a year', 'period', ['2021-2022'], ['2022-2023', '2023-2024']],
    ['months go over the end of the year', 'period', ['2024年11月'], ['2024.12', '2025.1']],
    ['no period is repeated', 'period', ['约两年'], ['约两年', '约两年']],
    ['一', 'text', ['一'], ['二', '三']],
    ['十九', 'text', ['十九'], ['二十', '二十一']],
    ['（一）', 'text', ['（一）'], ['（二）', '（三）']],
    ['（一） with words', 'text', ['（九）种植业'], ['（十）种植业', '（十一）种植业']],
    ['一、', 'text', ['一、'], ['二、', '三、']],
    ['1', 'text', ['1'], ['2', '3']],
    ['1.', 'text', ['1.'], ['2.', '3.']],
    ['001', 'text', ['009'], ['010', '011']],
    ['(1)', 'text', ['(1)'], ['(2)', '(3)']],
    ['①', 'text', ['⑳'], ['㉑', '㉒']],
    ['㈠', 'text', ['㈠'], ['㈡', '㈢']],
    ['甲', 'text', ['壬'], ['癸', '甲']],
    ['2021年 at the start', 'text', ['2021年危房改造'], ['2022年危房改造', '2023年危房改造']],
    ['第1批', 'text', ['衔接资金第1批'], ['衔接资金第2批', '衔接资金第3批']],
    ['第一批', 'text', ['第一批'], ['第二批', '第三批']],
    ['a number at the end', 'text', ['HT-2021-07'], ['HT-2021-08', 'HT-2021-09']],
    ['a quantity inside is no numbering', 'text', ['新建冷库1座'], ['新建冷库1座', '新建冷库1座']],
    ['a decimal is no numbering', 'text', ['硬化道路2.5公里'], ['硬化道路2.5公里', '硬化道路2.5公里']],
    ['numerals within words are no numbering', 'text', ['一般公共预算'], ['一般公共预算', '一般公共预算']],
    ['two texts that differ in one number', 'text', ['2021年1期', '2021年3期'], ['2021年5期', '2021年7期']],
    ['different words are repeated', 'text', ['甲村', '乙村'], ['甲村', '乙村']],
    ['a choice is repeated', 'list', ['新建', '续建'], ['新建', '续建']],
    ['a place is repeated', 'list', ['第1村'], ['第1村', '第1村']],
  ])('%s', (_, kind, seeds, expected) => {
    expect(continueSeries(seeds, expected.length, kind)).toEqual(expected);
  });

  it.each<[string, SeriesKind, FillWay, string[], string[]]>([
    ['copies a year when told to', 'period', 'copy', ['2021'], ['2021', '2021']],
    ['counts a single number on when told to', 'number', 'series', ['5'], ['6', '7']],
  ])('%s', (_, kind, way, seeds, expected) => {
    expect(continueSeries(seeds, expected.length, kind, way)).toEqual(expected);
  });

  it('counts down where it goes up or to the left', () => {
    expect(continueSeries(['2021'], 2, 'period', 'auto', -1)).toEqual(['2020', '2019']);
    expect(continueSeries(['2', '1'], 2, 'number', 'auto', -1)).toEqual(['0', '-1']);
  });

  it('repeats where the script has no further sign', () => {
    expect(continueSeries(['㈩'], 2, 'text')).toEqual(['㈩', '㈩']);
  });

  it('fills nothing from nothing', () => expect(continueSeries([], 3, 'text')).toEqual([]));
});
