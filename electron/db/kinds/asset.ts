// 资产: what a project left behind (SPECS D2).
import { ASSET_FUNDS, type Asset, type AssetFund, assetStage } from '#shared/domain/asset.ts';
import { assetSchema } from '#shared/records/asset.ts';
import { formatWanFull } from '#shared/values/money.ts';
import { bodyStore, bodyTable } from '../kernel/body-store.ts';
import { kind } from '../kernel/kind.ts';
import { factWords, fieldColumns } from './fact-words.ts';

const columns = fieldColumns<Asset>(
  {
    ...{
      id: '代码',
      code: '资产编号',
      projectIds: '项目代码',
      projectText: '项目名称',
      year: '项目年度',
      name: '资产名称',
    },
    ...{
      class: '资产类别',
      form: '资产形态',
      town: '乡镇',
      village: '村',
      place: '坐落',
      quantity: '数量',
      unit: '单位',
    },
    ...{ spec: '规格型号', builtAt: '购建时间', lifeYears: '预计使用年限', originalFen: '原值', byFund: '资金来源' },
    ...{
      netFen: '净值',
      ownerLevel: '所有权人类型',
      owner: '所有权人',
      rightAt: '确权时间',
      rightDocument: '权属证书',
    },
    ...{
      handedAt: '移交时间',
      handedTo: '接收方',
      user: '使用（经营）权人',
      beneficiary: '收益权人',
      keeper: '管护责任人',
    },
    ...{ register: '纳入管理', condition: '资产状态', disposal: '处置', note: '备注' },
  },
  {
    byFund: (parts) =>
      ASSET_FUNDS.flatMap(({ id, name }) => {
        const part = parts[id as AssetFund];
        return part === undefined ? [] : [`${name} ${formatWanFull(part)} 万元`];
      }).join('、'),
    disposal: (one) => (one === null ? '' : `${one.date} ${one.way} ${one.documentNumber}`),
  },
);

export const asset = kind<Asset, readonly Asset[]>({
  title: '资产',
  tables: [bodyTable('asset')],
  open: (db) => bodyStore<Asset>(db, 'asset'),
  schema: assetSchema,
  upgrades: [],
  isMergedByValue: true,
  slice: (images) => [...images.values()],
  words(before, after) {
    const one = after ?? before;
    if (!one) return [];
    return factWords(before, after, {
      subject: `资产“${one.name}”`,
      column: '资产',
      text: (asset) => {
        const value = asset.originalFen === null ? '' : `原值 ${formatWanFull(asset.originalFen)} 万元`;
        return [asset.class, value, assetStage(asset, null)].filter(Boolean).join(' ');
      },
      columns,
    });
  },
});
