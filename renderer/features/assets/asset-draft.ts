// An asset as it is typed into its dialog, and what the texts mean.
import { timeOf } from '#shared/assets/asset-words.ts';
import { ASSET_FUNDS, type Asset, type AssetFund } from '#shared/domain/asset.ts';
import { foldText } from '#shared/values/fold-text.ts';
import { addFen, type Fen, ZERO } from '#shared/values/money.ts';
import { parseDay } from '#shared/values/parse-day.ts';
import { fenText, typedFen } from '../funds/form-field.tsx';

const TEXTS = [
  ...(['code', 'projectText', 'name', 'town', 'village', 'place', 'quantity', 'unit', 'spec'] as const),
  ...(['owner', 'rightDocument', 'handedTo', 'user', 'beneficiary', 'keeper', 'note'] as const),
];
const CHOICES = ['class', 'form', 'ownerLevel', 'register', 'condition'] as const;
const TIMES = { builtAt: '购建时间', rightAt: '确权时间', handedAt: '移交时间' } as const;

export type Draft = Record<(typeof TEXTS)[number] | keyof typeof TIMES, string> & {
  year: string;
  lifeYears: string;
  original: string;
  net: string;
  projectIds: string[];
  byFund: Partial<Record<AssetFund, string>>;
  choices: { [Key in (typeof CHOICES)[number]]: string | null };
};

export function draftOf(asset: Asset): Draft {
  const texts = Object.fromEntries(TEXTS.map((key) => [key, asset[key]])) as Record<(typeof TEXTS)[number], string>;
  return {
    ...texts,
    year: asset.year === null ? '' : String(asset.year),
    lifeYears: asset.lifeYears === null ? '' : String(asset.lifeYears),
    ...{ builtAt: asset.builtAt ?? '', rightAt: asset.rightAt ?? '', handedAt: asset.handedAt ?? '' },
    ...{ original: fenText(asset.originalFen), net: fenText(asset.netFen) },
    projectIds: [...asset.projectIds],
    byFund: Object.fromEntries(ASSET_FUNDS.map(({ id }) => [id, fenText(asset.byFund[id] ?? null)])),
    choices: Object.fromEntries(CHOICES.map((key) => [key, asset[key]])) as Draft['choices'],
  };
}

export interface ReadDraft {
  said: Asset;
  /** Why it cannot be saved, by field. */
  faults: Partial<Record<string, string>>;
  /** The sum of the fund sources; null where none is told. */
  sumFen: Fen | null;
}

/** Blank stays unknown, never 0; what is neither blank nor readable is a fault. */
export function readDraft(before: Asset, draft: Draft): ReadDraft {
  const faults: Partial<Record<string, string>> = {};
  const amount = (key: string, label: string, text: string): Fen | null => {
    if (text.trim() === '') return null;
    const fen = typedFen(text);
    if (fen === null) faults[key] = `${label}“${text}”不是金额，请填万元数。`;
    return fen;
  };
  const number = (key: string, label: string, text: string, pattern: RegExp): number | null => {
    const plain = foldText(text).trim();
    if (plain === '') return null;
    if (pattern.test(plain)) return Number(plain);
    faults[key] = `${label}“${text}”不是数。`;
    return null;
  };
  const time = (key: keyof typeof TIMES): string | null => {
    const value = timeOf(draft[key], (one) => parseDay(one));
    if (value === undefined) faults[key] = `${TIMES[key]}“${draft[key]}”不是日期，请写 2023、2023-05 或 2023-05-01。`;
    return value ?? null;
  };
  const byFund: Partial<Record<AssetFund, Fen>> = {};
  for (const { id, name } of ASSET_FUNDS) {
    const fen = amount(id, name, draft.byFund[id] ?? '');
    if (fen !== null) byFund[id] = fen;
  }
  if (draft.name.trim() === '') faults.name = '请填写资产名称。';
  const parts = Object.values(byFund);
  const said: Asset = {
    ...before,
    ...(Object.fromEntries(TEXTS.map((key) => [key, draft[key].trim()])) as Partial<Asset>),
    ...(draft.choices as Partial<Asset>),
    projectIds: draft.projectIds,
    year: number('year', '项目年度', draft.year, /^(?:19|20)\d{2}$/),
    lifeYears: number('lifeYears', '使用年限', draft.lifeYears, /^\d+(?:\.\d+)?$/),
    ...{ builtAt: time('builtAt'), rightAt: time('rightAt'), handedAt: time('handedAt') },
    ...{ originalFen: amount('original', '原值', draft.original), netFen: amount('net', '净值', draft.net), byFund },
  };
  return { said, faults, sumFen: parts.length === 0 ? null : addFen(ZERO, ...parts) };
}
