// The register of assets: 60,000 of them listed with their stage and projects, filtered and summed; one ledger drawn.

import { assetRows } from '#electron/services/assets/list-assets.ts';
import { assetLedger } from '#shared/assets/ledger-table.ts';
import { proposeAssets } from '#shared/assets/propose-assets.ts';
import { type Asset, blankAsset } from '#shared/domain/asset.ts';
import { toFen } from '#shared/values/money.ts';
import { NOTHING } from '#test/support/execution-facts.ts';
import { ALL_ASSETS, assetChoices, filterAssets, sumAssets } from '../../renderer/features/assets/asset-view.ts';
import { samplePlan } from '../unit/seeds/sample-plan.ts';
import { type Measurement, median, milliseconds, time } from './measure.ts';

const COUNT = 60_000;
const ROUNDS = 5;
const AS_OF = '2026-11-30';

export async function run(): Promise<Measurement[]> {
  const data = samplePlan();
  const projects = data.projects;
  const assets = Array.from(
    { length: COUNT },
    (_, index): Asset => ({
      ...blankAsset(`a${index}`, `资产${index}`),
      ...{ code: `ZC-${index}`, projectIds: [projects[index % projects.length]?.id ?? ''], class: '公益性' as const },
      ...{ town: `乡镇${index % 12}`, village: `村${index % 300}`, ownerLevel: '村集体' as const, owner: '村委会' },
      ...{ originalFen: toFen(1000 + index), byFund: { central: toFen(1000), county: toFen(index) }, rightAt: '2024' },
    }),
  );
  const list = () => assetRows(data, assets, AS_OF);
  const measure = async (work: () => unknown): Promise<string> => {
    const took: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) took.push(await time(work));
    return milliseconds(median(took));
  };
  return [
    {
      name: `${COUNT} assets listed, offered as choices and summed`,
      value: await measure(() => {
        const rows = list();
        proposeAssets(data, NOTHING, assets, AS_OF);
        assetChoices(rows, null);
        sumAssets(filterAssets(rows, ALL_ASSETS));
      }),
    },
    {
      name: `${COUNT} assets searched and summed`,
      value: await measure(() => sumAssets(filterAssets(list(), { ...ALL_ASSETS, search: '资产599' }))),
    },
    { name: `${COUNT} assets drawn as a ledger`, value: await measure(() => assetLedger(data, assets, null, AS_OF)) },
  ];
}
