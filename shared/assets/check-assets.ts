// The findings on assets (SPECS D6). Nothing is found in a workbook that has no asset.
import { firstAssetYear, registeringDays } from '../checks/asset-rules.ts';
import type { Finding, FindingLevel } from '../checks/finding.ts';
import type { RuleSettings } from '../checks/rule-settings.ts';
import { plainFinding, projectPlace } from '../checks/wording.ts';
import { ASSET_FUNDS, type Asset } from '../domain/asset.ts';
import { categoryPath } from '../domain/categories.ts';
import type { Execution } from '../domain/execution.ts';
import type { Project } from '../domain/project.ts';
import { type ProjectLife, projectLives } from '../life/board.ts';
import type { PlanData } from '../records/plan-data.ts';
import { bareText } from '../values/fold-text.ts';
import { addFen, type Fen, formatWanFull, subtractFen, ZERO } from '../values/money.ts';

const LEDGER = '资产台账';
/** Half of 0.01 万元: what a part of a ledger may be rounded by. */
const HALF_FEN = 5000;
const MS_PER_DAY = 86_400_000;
/** What is paid out, taught or lent leaves no asset. */
const NO_ASSET = /培训|贴息|补助|补贴|公益性?岗位|公岗|护林员|稳岗|交通费|保险|管理费|奖补|就业/;

export interface AssetFacts {
  data: PlanData;
  execution: Execution;
  assets: readonly Asset[];
  settings: RuleSettings;
  asOf: string;
}

/** In the order of the register; those on projects after them. */
export function checkAssets(facts: AssetFacts): Finding[] {
  const { assets, settings } = facts;
  if (assets.length === 0) return [];
  return [
    ...assets.flatMap((asset) => checkAsset(asset, firstAssetYear(settings))),
    ...twice(assets),
    ...onProjects(facts),
  ];
}

function checkAsset(asset: Asset, firstYear: number): Finding[] {
  const say = (rule: string, level: FindingLevel, column: string, message: string, values = {}): Finding => ({
    ...plainFinding(rule, level, { table: LEDGER, row: asset.name, column }, `${LEDGER}“${asset.name}”：${message}`, {
      aspect: `${rule}${asset.id}`,
      ...values,
    }),
    assetId: asset.id,
  });
  const found: Finding[] = [];
  const { originalFen, byFund, class: kind, ownerLevel, owner } = asset;
  const parts = ASSET_FUNDS.flatMap(({ id }) => byFund[id] ?? []);
  if (originalFen !== null && parts.length > 0) {
    const sum = addFen(ZERO, ...parts);
    const difference = subtractFen(originalFen, sum);
    if (difference !== 0) {
      const isTail = Math.abs(difference) <= parts.length * HALF_FEN;
      const [left, right, gap] = [originalFen, sum, difference].map(formatWanFull);
      found.push(
        say(
          'D01',
          isTail ? 'rounding' : 'error',
          '原值',
          `原值 ${left} 万元，各资金来源合计 ${right} 万元，差 ${gap} 万元${isTail ? '，是四舍五入的尾差' : '。请核对哪一栏填错'}。`,
          { left, right, difference: gap, rightName: '各资金来源合计' },
        ),
      );
    }
  }
  if (kind === '经营性' && (asset.user === '' || asset.beneficiary === '')) {
    const lacking = [asset.user === '' ? '使用（经营）权人' : '', asset.beneficiary === '' ? '收益权人' : ''];
    const what = lacking.filter((one) => one !== '').join('、');
    found.push(say('D02', 'warning', what, `经营性资产没有写${what}。请补上。`));
  }
  if (kind === '公益性' && asset.keeper === '')
    found.push(say('D05', 'warning', '管护责任人', '公益性资产没有写管护责任人。请补上。'));
  if (ownerLevel === '村集体' && asset.register === '未纳入')
    found.push(say('D06', 'warning', '纳入管理', '所有权人是村集体，台账写“未纳入”。请纳入农村集体资产管理。'));
  if (asset.builtAt !== null && Number(asset.builtAt.slice(0, 4)) < firstYear)
    found.push(
      say('D07', 'info', '购建时间', `购建时间 ${asset.builtAt} 早于登记起始年 ${firstYear} 年。请核对是不是要登记。`),
    );
  if (kind === '到户类' && ownerLevel !== null && ownerLevel !== '农户')
    found.push(
      say('D09', 'warning', '所有权人', `到户类资产的所有权人写的是“${owner || ownerLevel}”。请核对类别或所有权人。`),
    );
  if (asset.condition === '已处置' && asset.disposal === null)
    found.push(say('D10', 'error', '处置', '状态是“已处置”，没有登记批准文号。请登记处置方式、时间和批准文号。'));
  return found;
}

function twice(assets: readonly Asset[]): Finding[] {
  const same = ({ name, projectIds, projectText, town, village, place, quantity }: Asset): string =>
    [name, projectIds.join(','), projectText, town, village, place, quantity].map(bareText).join('\n');
  const groups = [
    ...[...Map.groupBy(assets, same).values()].map((group) => ({ group, what: '项目、地点、名称和数量都相同' })),
    ...[
      ...Map.groupBy(
        assets.filter(({ code }) => code !== ''),
        ({ code }) => bareText(code),
      ).values(),
    ].map((group) => ({ group, what: `资产编号都是“${group[0]?.code ?? ''}”` })),
  ];
  return groups.flatMap(({ group, what }) => {
    const [first] = group;
    if (!first || group.length < 2) return [];
    const names = [...new Set(group.map(({ name }) => `“${name}”`))].join('、');
    const place = { table: LEDGER, row: first.name, column: '资产名称' };
    const message = `${LEDGER}${names}：${group.length} 项资产${what}。请核对是不是重复登记。`;
    return [
      {
        ...plainFinding('D08', 'warning', place, message, { left: String(group.length), aspect: `${what}${first.id}` }),
        assetId: first.id,
      },
    ];
  });
}

function onProjects({ data, execution, assets, settings, asOf }: AssetFacts): Finding[] {
  const own = new Map<string, Asset[]>();
  for (const asset of assets) for (const id of asset.projectIds) own.set(id, [...(own.get(id) ?? []), asset]);
  return projectLives(data, execution, asOf).flatMap((one) => [
    ...unregistered(one, own.has(one.project.id), data, registeringDays(settings), asOf),
    ...overSettled(one, own.get(one.project.id) ?? []),
  ]);
}

function unregistered(
  { project, life }: ProjectLife,
  isRegistered: boolean,
  data: PlanData,
  days: number,
  asOf: string,
): Finding[] {
  const accepted = life.reached.get('accepted');
  if (!accepted || isRegistered || life.isDropped || !formsAsset(project, data)) return [];
  const since = Math.floor((Date.parse(asOf) - Date.parse(accepted)) / MS_PER_DAY);
  if (since <= days) return [];
  const place = projectPlace(project, '资产', 'name');
  const message = `项目“${project.name}”${accepted} 验收，已过 ${since} 天，还没有登记资产。请登记，或核对是不是不形成资产的项目。`;
  return [
    plainFinding('P11', 'warning', place, message, { left: String(since), right: String(days), rightName: '天数' }),
  ];
}

/** By its class and its name; a project that only pays out forms none. */
export function formsAsset({ name, categoryId }: Project, { reference }: Pick<PlanData, 'reference'>): boolean {
  const classes = categoryId === null ? [] : categoryPath(reference, categoryId);
  return ![name, classes.at(-1) ?? ''].some((text) => NO_ASSET.test(text));
}

/** Only where every asset is of this project alone and has its value. */
function overSettled({ project, life }: ProjectLife, own: readonly Asset[]): Finding[] {
  const { settledFen } = life;
  if (settledFen === null || own.length === 0 || own.some(({ projectIds }) => projectIds.length > 1)) return [];
  const sum: Fen = addFen(ZERO, ...own.map(({ originalFen }) => originalFen ?? ZERO));
  if (sum <= settledFen) return [];
  const [left, right, difference] = [sum, settledFen, subtractFen(sum, settledFen)].map(formatWanFull);
  const place = projectPlace(project, '资产', 'name');
  const message = `项目“${project.name}”的 ${own.length} 项资产原值合计 ${left} 万元，审定结算价 ${right} 万元，多 ${difference} 万元。请核对原值。`;
  return [
    plainFinding('P11', 'warning', place, message, {
      ...{
        left: left ?? '',
        right: right ?? '',
        difference: difference ?? '',
        rightName: '审定结算价',
        aspect: '原值',
      },
    }),
  ];
}
