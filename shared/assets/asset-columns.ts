// The columns of a 资产台账 by the words of their heads, in the order in which they are tried (SPECS D7, handbook 3.9).
import type { AssetFund } from '../domain/asset.ts';
import type { ColumnPatterns } from '../funds/sheet-rows.ts';

export type FundColumn = `fund:${AssetFund}`;

export type AssetKey =
  | 'code'
  | 'projectCode'
  | 'year'
  | 'project'
  | 'name'
  | 'class'
  | 'form'
  | 'town'
  | 'village'
  | 'place'
  | 'quantity'
  | 'unit'
  | 'spec'
  | 'builtAt'
  | 'lifeYears'
  | 'original'
  | FundColumn
  | 'net'
  | 'ownerLevel'
  | 'owner'
  | 'rightAt'
  | 'rightDocument'
  | 'handedAt'
  | 'handedTo'
  | 'user'
  | 'beneficiary'
  | 'keeper'
  | 'register'
  | 'condition'
  | 'disposalWay'
  | 'disposalAt'
  | 'disposalDocument'
  | 'disposalIncome'
  | 'note';

export const ASSET_COLUMNS: ColumnPatterns<AssetKey> = [
  ['projectCode', /项目(?:编号|编码|代码)/],
  ['code', /资产(?:编号|编码|代码)|^(?:编号|编码)$/],
  ['disposalDocument', /处置.{0,6}(?:文号|批复|批准|审批)/],
  ['disposalAt', /处置(?:时间|日期)/],
  ['disposalIncome', /处置(?:收入|收益|所得)/],
  ['disposalWay', /处置(?:方式|情况|形式)/],
  ['year', /(?:项目|实施|资金)?年度$|(?:项目|实施)年份/],
  ['project', /(?:项目|工程)名称$|所属项目|来源项目|对应项目|^项目$/],
  ['class', /资产(?:类别|类型|分类|性质)|^类别$|^类型$/],
  ['form', /资产(?:形态|形式)/],
  ['ownerLevel', /(?:所有权人|权属|产权|归属)(?:人)?(?:类型|性质|层级|级次)|产权性质/],
  ['name', /资产名称|^名称$/],
  ['rightDocument', /(?:权属|产权|所有权)(?:证书?|证明|文件|文号|凭证)|证书号/],
  ['rightAt', /确权(?:登记)?(?:时间|日期)?$/],
  ['handedTo', /接收(?:方|单位|人)|移交(?:给|对象|后)/],
  ['handedAt', /移交(?:时间|日期)?$/],
  ['user', /(?:使用|经营).{0,4}(?:权人?|主体|单位|方)$|使用人|承租/],
  ['beneficiary', /收益(?:权人?|主体|方|归属)|受益(?:主体|对象)/],
  ['keeper', /管护(?:责任)?(?:人|主体|单位|责任)$|管护责任|管理(?:人|单位|主体)/],
  ['owner', /所有权(?:人|归属|主体)?$|产权(?:归属|人|单位|主体|所有人)?$|权属(?:单位|人)?$|资产归属|归属$/],
  ['register', /纳入.{0,8}(?:管理|登记|系统)|登记系统/],
  ['condition', /(?:资产|使用|运行|运营|现)状(?:态|况)?|(?:资产|使用|运行|运营|经营)情况|是否闲置/],
  ['lifeYears', /使用年限|年限$/],
  ['builtAt', /(?:购建|购置|建成|形成|取得|竣工|完工|验收)(?:时间|日期|年份|年月|年度)/],
  ['fund:central', /(?:^|›)中央(?:资金|财政|衔接资金|级)?(?:\(万元\))?$/],
  ['fund:province', /(?:^|›)省(?:级)?(?:资金|财政|衔接资金)?(?:\(万元\))?$/],
  ['fund:city', /(?:^|›)市(?:级|州)?(?:资金|财政|衔接资金)?(?:\(万元\))?$/],
  ['fund:county', /(?:^|›)[县区](?:级|区)?(?:资金|财政|衔接资金)?(?:\(万元\))?$/],
  ['fund:other', /(?:^|›)其[他它](?:资金)?(?:\(万元\))?$/],
  ['net', /净值|评估值|现值/],
  ['original', /原值|资产(?:价值|金额|总值)|(?:形成|购建)(?:金额|价值)|^(?:价值|金额)$/],
  ['quantity', /数量|规模$/],
  ['unit', /(?:计量|数量)?单位$/],
  ['spec', /规格|型号/],
  ['town', /(?:^|›)(?:所在)?(?:乡镇|乡镇街道|镇街道?|乡|镇)$/],
  ['village', /(?:^|›)(?:所在)?(?:村|村社区|行政村|村居)$/],
  ['place', /坐落|地点|位置|地址|所在地/],
  ['note', /备注|说明/],
];

/** Columns that say nothing here and are not told. */
export const SILENT_ASSET_COLUMNS = /^(?:序号|项次)$|(?:^|›)(?:小计|合计)$/;
