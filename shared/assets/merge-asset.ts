// An asset as a ledger tells it, over what is known of it: what the ledger leaves blank stays.
import { isSame } from '../compare/fact.ts';
import type { Asset } from '../domain/asset.ts';

/** The same object where nothing changes. */
export function mergeAsset(before: Asset, said: Asset): Asset {
  const merged = { ...before } as Record<string, unknown>;
  for (const [key, value] of Object.entries(said)) {
    if (key === 'id' || isBlank(value)) continue;
    merged[key] = key === 'byFund' ? { ...before.byFund, ...said.byFund } : value;
  }
  return isSame(before, merged as unknown as Asset) ? before : (merged as unknown as Asset);
}

function isBlank(value: unknown): boolean {
  if (value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value as object).length === 0;
}
