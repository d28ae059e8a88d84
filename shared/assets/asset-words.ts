// What cells of a ledger mean that hold one of few words: class, form, owner, condition, register, way of disposal. A word
// that means none of them gives undefined; the reader tells it.
import type {
  AssetClass,
  AssetCondition,
  AssetForm,
  DisposalWay,
  OwnerLevel,
  PropertyRegister,
} from '../domain/asset.ts';
import { compactText } from '../values/fold-text.ts';

type Words<T> = readonly (readonly [T, RegExp])[];

const CLASSES: Words<AssetClass> = [
  ['到户类', /到户|户类/],
  ['公益性', /公益/],
  ['经营性', /经营/],
];
const FORMS: Words<AssetForm> = [
  ['权益性', /权益|股权|债权|量化|入股/],
  ['生物性', /生物|活体|种畜|苗木/],
  ['无形', /无形/],
  ['固定资产', /固定|房屋|设备|构筑/],
];
const OWNERS: Words<OwnerLevel> = [
  ['联合', /联合|联村|共有|多村|[、，,].*村/],
  ['农户', /农户|到户|个人|群众|^户$/],
  ['乡镇', /乡镇|(?:镇|乡|街道)(?:人民政府|政府|办事处|级|所有)?$/],
  ['村集体', /村|社区|集体|合作社/],
  ['县级', /国有|[县区市旗](?:级|属|直)?|局$|部门|中心$|公司$|国资/],
  ['其他', /其他|其它|企业/],
];
const CONDITIONS: Words<AssetCondition> = [
  ['已处置', /已?处置|报废|核销|拆除|转让/],
  ['闲置', /^(?!(?:不|非|无|未|否)).*(?:闲置|停用|停产|未使用)/],
  ['低效', /低效|效益差|半闲置/],
  ['损毁', /损毁|损坏|灭失|水毁/],
  ['正常', /正常|良好|在用|使用中|运行|运营|完好|^(?:未|无|不)闲置|^否$/],
];
const REGISTERS: Words<PropertyRegister> = [
  ['未纳入', /未|否|没有/],
  ['农村集体资产', /集体|三资|村/],
  ['国有资产', /国有|行政事业/],
];
const WAYS: Words<DisposalWay> = [
  ['转让', /转让|出售|拍卖|变卖/],
  ['报废', /报废/],
  ['核销', /核销/],
  ['拆除', /拆除|拆迁/],
  ['置换', /置换/],
];

/** null: an empty cell; undefined: a word that is none of them. */
function pick<T>(words: Words<T>, text: string): T | null | undefined {
  const plain = compactText(text);
  if (plain === '' || /^[-—–/无]+$/.test(plain)) return null;
  return words.find(([, pattern]) => pattern.test(plain))?.[0];
}

export const classOfWord = (text: string): AssetClass | null | undefined => pick(CLASSES, text);
export const formOfWord = (text: string): AssetForm | null | undefined => pick(FORMS, text);
export const ownerOfWord = (text: string): OwnerLevel | null | undefined => pick(OWNERS, text);
export const conditionOfWord = (text: string): AssetCondition | null | undefined => pick(CONDITIONS, text);
export const registerOfWord = (text: string): PropertyRegister | null | undefined => pick(REGISTERS, text);
export const wayOfWord = (text: string): DisposalWay | null | undefined => pick(WAYS, text);

/** '2023', '2023-05' or '2023-05-01'; undefined for a text that is no time. */
export function timeOf(text: string, parse: (text: string) => string | undefined): string | null | undefined {
  const plain = compactText(text);
  if (plain === '' || /^[-—–/无]+$/.test(plain)) return null;
  const year = /^(\d{4})年?$/.exec(plain)?.[1];
  if (year !== undefined && Number(year) >= 1949 && Number(year) <= 2100) return year;
  const [, ofYear, ofMonth] = /^(\d{4})[年./-](\d{1,2})月?$/.exec(plain) ?? [];
  if (ofYear !== undefined && ofMonth !== undefined && Number(ofMonth) >= 1 && Number(ofMonth) <= 12)
    return `${ofYear}-${ofMonth.padStart(2, '0')}`;
  return parse(plain);
}
