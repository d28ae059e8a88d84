// Which assets of the register are shown, and what they come to.
import type { AssetRow } from '#shared/contract/methods/assets.ts';
import {
  ASSET_CLASSES,
  ASSET_CONDITIONS,
  ASSET_FUNDS,
  ASSET_STAGES,
  type AssetFund,
  OWNER_LEVELS,
} from '#shared/domain/asset.ts';
import { bareText } from '#shared/values/fold-text.ts';
import { addFen, type Fen, ZERO } from '#shared/values/money.ts';

/** What is chosen above the grid; null: all. */
export interface AssetFilter {
  search: string;
  town: string | null;
  village: string | null;
  class: string | null;
  stage: string | null;
  condition: string | null;
  owner: string | null;
}

export const ALL_ASSETS: AssetFilter = {
  ...{ search: '', town: null, village: null, class: null, stage: null, condition: null, owner: null },
};

/** Stands for "nothing is written there" among the choices. */
export const UNFILLED = '未填';

/** The projects of an asset in words. */
export function projectWords({ projects, asset }: AssetRow): string {
  return projects.join('、') || asset.projectText;
}

/** Rows that fit; search looks into code, names, place and whoever has to do with it. */
export function filterAssets(rows: readonly AssetRow[], filter: AssetFilter): readonly AssetRow[] {
  const wanted = bareText(filter.search);
  const fits = (value: string | null, chosen: string | null): boolean =>
    chosen === null || (value || UNFILLED) === chosen;
  if (wanted === '' && Object.entries(filter).every(([key, value]) => key === 'search' || value === null)) return rows;
  return rows.filter((row) => {
    const { asset, stage } = row;
    return (
      fits(asset.town, filter.town) &&
      fits(asset.village, filter.village) &&
      fits(asset.class, filter.class) &&
      fits(stage, filter.stage) &&
      fits(asset.condition, filter.condition) &&
      fits(asset.ownerLevel, filter.owner) &&
      (wanted === '' || bareText(searchText(row)).includes(wanted))
    );
  });
}

function searchText(row: AssetRow): string {
  const { asset } = row;
  const { code, name, town, village, place, owner, user, beneficiary, keeper, note } = asset;
  return [code, name, projectWords(row), town, village, place, owner, user, beneficiary, keeper, note].join('\n');
}

export interface AssetSums {
  count: number;
  originalFen: Fen;
  byFund: readonly { id: AssetFund; name: string; fen: Fen }[];
  /** Assets whose 原值 is not known: in the count, in no sum. */
  unknown: number;
}

export function sumAssets(rows: readonly AssetRow[]): AssetSums {
  const funds: Partial<Record<AssetFund, Fen>> = {};
  let originalFen: Fen = ZERO;
  let unknown = 0;
  for (const { asset } of rows) {
    if (asset.originalFen === null) unknown += 1;
    else originalFen = addFen(originalFen, asset.originalFen);
    for (const { id } of ASSET_FUNDS) {
      const part = asset.byFund[id];
      if (part !== undefined) funds[id] = addFen(funds[id] ?? ZERO, part);
    }
  }
  const byFund = ASSET_FUNDS.flatMap(({ id, name }) => {
    const fen = funds[id];
    return fen === undefined ? [] : [{ id, name, fen }];
  });
  return { count: rows.length, originalFen, byFund, unknown };
}

export interface AssetChoices {
  towns: string[];
  villages: string[];
  classes: string[];
  stages: string[];
  conditions: string[];
  owners: string[];
}

/** What there is to choose among: only what occurs, villages of the chosen town. */
export function assetChoices(rows: readonly AssetRow[], town: string | null): AssetChoices {
  const towns = new Set<string>();
  const villages = new Set<string>();
  const [classes, stages, conditions, owners] = [new Set(), new Set(), new Set(), new Set()] as Set<string>[];
  for (const { asset, stage } of rows) {
    towns.add(asset.town || UNFILLED);
    if (town !== null && (asset.town || UNFILLED) === town) villages.add(asset.village || UNFILLED);
    classes?.add(asset.class ?? UNFILLED);
    stages?.add(stage);
    conditions?.add(asset.condition ?? UNFILLED);
    owners?.add(asset.ownerLevel ?? UNFILLED);
  }
  const inOrder = (order: readonly string[], used: Set<string> | undefined): string[] =>
    [...order, UNFILLED].filter((one) => used?.has(one));
  const byName = (used: Set<string>): string[] => [...used].sort(compareWords);
  return {
    towns: byName(towns),
    villages: byName(villages),
    classes: inOrder(ASSET_CLASSES, classes),
    stages: inOrder(ASSET_STAGES, stages),
    conditions: inOrder(ASSET_CONDITIONS, conditions),
    owners: inOrder(OWNER_LEVELS, owners),
  };
}

const collator = new Intl.Collator('zh', { numeric: true });

/** Blank last, digits as numbers. */
export function compareWords(left: string, right: string): number {
  if (left === '' || right === '') return left === right ? 0 : left === '' ? 1 : -1;
  return collator.compare(left, right);
}
