// 帮扶项目资产 (SPECS D): what projects left behind, who owns, uses and looks after it, and what happened to it. Its stage
// (登记, 确权, 移交, 处置) is computed from its dates and never stored.
import type { Fen } from '../values/money.ts';

export const ASSET_CLASSES = ['经营性', '公益性', '到户类'] as const;
export type AssetClass = (typeof ASSET_CLASSES)[number];

export const ASSET_FORMS = ['固定资产', '权益性', '生物性', '无形'] as const;
export type AssetForm = (typeof ASSET_FORMS)[number];

/** Whose it is, from above: a department of the county, a town, the village's collective, several, a household. */
export const OWNER_LEVELS = ['县级', '乡镇', '村集体', '联合', '农户', '其他'] as const;
export type OwnerLevel = (typeof OWNER_LEVELS)[number];

/** The register of property that it is entered in besides this ledger. */
export const PROPERTY_REGISTERS = ['国有资产', '农村集体资产', '未纳入'] as const;
export type PropertyRegister = (typeof PROPERTY_REGISTERS)[number];

export const ASSET_CONDITIONS = ['正常', '低效', '闲置', '损毁', '已处置'] as const;
export type AssetCondition = (typeof ASSET_CONDITIONS)[number];

/** Where the original value came from, as ledgers split it. */
export const ASSET_FUNDS = [
  { id: 'central', name: '中央' },
  { id: 'province', name: '省' },
  { id: 'city', name: '市' },
  { id: 'county', name: '县' },
  { id: 'other', name: '其他' },
] as const;
export type AssetFund = (typeof ASSET_FUNDS)[number]['id'];

export const DISPOSALS = ['转让', '报废', '核销', '拆除', '置换'] as const;
export type DisposalWay = (typeof DISPOSALS)[number];

/** The end of an asset: never without the paper that allowed it. */
export interface Disposal {
  way: DisposalWay;
  date: string;
  documentNumber: string;
  incomeFen: Fen | null;
  note: string;
}

export interface Asset {
  id: string;
  /** 资产编号; '' where it has none yet. */
  code: string;
  /** Projects of this plan that it came from; one asset may come of several. */
  projectIds: readonly string[];
  /** The project in words, where it is none of this plan: 2014 年的老项目. */
  projectText: string;
  /** 项目年度. */
  year: number | null;
  name: string;
  class: AssetClass | null;
  form: AssetForm | null;
  town: string;
  village: string;
  /** Where within the village. */
  place: string;
  /** As written: 3.5, 1（座） is told and kept. */
  quantity: string;
  unit: string;
  spec: string;
  /** 购建时间 as a year, month or day: 2023, 2023-05, 2023-05-01. */
  builtAt: string | null;
  lifeYears: number | null;
  /** 原值 in 分; null where it is not known, never 0 for that. */
  originalFen: Fen | null;
  byFund: Readonly<Partial<Record<AssetFund, Fen>>>;
  netFen: Fen | null;
  ownerLevel: OwnerLevel | null;
  owner: string;
  /** 确权 and 移交, each a year, month or day. */
  rightAt: string | null;
  rightDocument: string;
  handedAt: string | null;
  handedTo: string;
  user: string;
  beneficiary: string;
  /** 管护责任人 or unit. */
  keeper: string;
  register: PropertyRegister | null;
  condition: AssetCondition | null;
  disposal: Disposal | null;
  note: string;
}

export const ASSET_STAGES = ['已登记', '已确权', '已移交', '已处置'] as const;
export type AssetStage = (typeof ASSET_STAGES)[number];

/** How far an asset has come (SPECS D3), at a day: what came later has not happened; a mere year counts from its start. null: all. */
export function assetStage({ rightAt, handedAt, disposal, condition }: Asset, asOf: string | null): AssetStage {
  const isDone = (day: string | null): boolean => day !== null && (asOf === null || day <= asOf);
  if (disposal === null ? condition === '已处置' : isDone(disposal.date)) return '已处置';
  if (isDone(handedAt)) return '已移交';
  return isDone(rightAt) ? '已确权' : '已登记';
}

/** An asset of which nothing is known but its name. */
export function blankAsset(id: string, name: string): Asset {
  return {
    ...{ id, code: '', projectIds: [], projectText: '', year: null, name, class: null, form: null },
    ...{ town: '', village: '', place: '', quantity: '', unit: '', spec: '', builtAt: null, lifeYears: null },
    ...{ originalFen: null, byFund: {}, netFen: null, ownerLevel: null, owner: '' },
    ...{ rightAt: null, rightDocument: '', handedAt: null, handedTo: '', user: '', beneficiary: '', keeper: '' },
    ...{ register: null, condition: null, disposal: null, note: '' },
  };
}
