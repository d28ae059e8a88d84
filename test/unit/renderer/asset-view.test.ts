// 资产台账 as the window shows it: what fits a filter, what it comes to, and what a typed asset means.
import { describe, expect, it } from 'vitest';
import type { AssetRow } from '#shared/contract/methods/assets.ts';
import { type Asset, blankAsset } from '#shared/domain/asset.ts';
import { toFen, wan } from '#shared/values/money.ts';
import { draftOf, readDraft } from '../../../renderer/features/assets/asset-draft.ts';
import {
  ALL_ASSETS,
  assetChoices,
  compareWords,
  filterAssets,
  sumAssets,
  UNFILLED,
} from '../../../renderer/features/assets/asset-view.ts';

const row = (name: string, part: Partial<Asset> = {}, projects: string[] = []): AssetRow => ({
  asset: { ...blankAsset(name, name), ...part },
  stage: '已登记',
  projects,
});
const ROWS = [
  row('通村道路', {
    town: '甲镇',
    village: '新村',
    class: '公益性',
    originalFen: wan('20'),
    byFund: { central: wan('20') },
  }),
  row('烤房', { town: '乙镇', village: '新村', class: '经营性', originalFen: wan('5.005'), keeper: '村委会' }, [
    '烤房改造',
  ]),
  row('水池', { town: '', originalFen: null }),
];
const names = (rows: readonly AssetRow[]): string[] => rows.map(({ asset }) => asset.name);

describe('the register', () => {
  it('is filtered by place, class and words; a village belongs to its town', () => {
    expect(filterAssets(ROWS, ALL_ASSETS)).toBe(ROWS);
    expect(names(filterAssets(ROWS, { ...ALL_ASSETS, town: '甲镇', village: '新村' }))).toEqual(['通村道路']);
    expect(names(filterAssets(ROWS, { ...ALL_ASSETS, town: UNFILLED }))).toEqual(['水池']);
    expect(names(filterAssets(ROWS, { ...ALL_ASSETS, class: UNFILLED }))).toEqual(['水池']);
    for (const search of ['改造', '村委会', ' 烤 房 ']) {
      expect(names(filterAssets(ROWS, { ...ALL_ASSETS, search }))).toEqual(['烤房']);
    }
  });

  it('offers what occurs, villages of the chosen town only', () => {
    const { towns, villages, classes } = assetChoices(ROWS, '甲镇');
    expect([...towns].sort()).toEqual([UNFILLED, '乙镇', '甲镇'].sort());
    expect(villages).toEqual(['新村']);
    expect(classes).toEqual(['经营性', '公益性', UNFILLED]);
    expect(assetChoices(ROWS, null).villages).toEqual([]);
  });

  it('is summed exactly; what has no value is counted and in no sum', () => {
    expect(sumAssets(ROWS)).toEqual({
      ...{ count: 3, originalFen: wan('25.005'), unknown: 1 },
      byFund: [{ id: 'central', name: '中央', fen: wan('20') }],
    });
  });

  it('sorts numbers in words as numbers, blanks last', () => {
    expect(['', 'ZC-10', 'ZC-9'].sort(compareWords)).toEqual(['ZC-9', 'ZC-10', '']);
  });
});

describe('a typed asset', () => {
  it('stays the same where nothing was typed', () => {
    const asset: Asset = {
      ...blankAsset('a', '路'),
      ...{ originalFen: toFen(1_234_567), byFund: { city: toFen(0) }, builtAt: '2023-05', year: 2023, lifeYears: 12.5 },
      disposal: { way: '报废', date: '2025-01-01', documentNumber: '1号', incomeFen: null, note: '' },
    };
    const { said, faults } = readDraft(asset, draftOf(asset));
    expect(said).toEqual(asset);
    expect(faults).toEqual({});
  });

  it('reads times and amounts, keeps blank unknown, and tells what is neither', () => {
    const blank = blankAsset('a', '路');
    const typed = { ...draftOf(blank), original: '1,000.5', builtAt: '2023年5月', byFund: { central: '1000' } };
    const { said, sumFen } = readDraft(blank, typed);
    expect([said.originalFen, said.builtAt, said.netFen, sumFen]).toEqual([
      wan('1000.5'),
      '2023-05',
      null,
      wan('1000'),
    ]);
    const { faults } = readDraft(blank, {
      ...{ ...typed, name: ' ', original: '约30', rightAt: '去年', year: '二三' },
      byFund: { county: '若干' },
    });
    expect(Object.keys(faults).sort()).toEqual(['county', 'name', 'original', 'rightAt', 'year']);
  });
});
