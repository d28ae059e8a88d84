// 登记、修改一项资产: what it is, where, what it cost, whose it is and who looks after it.
import { AutoComplete, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import {
  ASSET_CLASSES,
  ASSET_CONDITIONS,
  ASSET_FORMS,
  ASSET_FUNDS,
  type Asset,
  blankAsset,
  OWNER_LEVELS,
  PROPERTY_REGISTERS,
} from '#shared/domain/asset.ts';
import { useProjects, useReference } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { Amount } from '../../ui/amount.tsx';
import { Field } from '../funds/form-field.tsx';
import { type Draft, draftOf, readDraft } from './asset-draft.ts';

type TextKey = Exclude<keyof Draft, 'projectIds' | 'byFund' | 'choices'>;

export function AssetDialog({ asset, isLocked, close }: { asset: Asset | null; isLocked: boolean; close: () => void }) {
  const session = useSession();
  const projects = useProjects().data?.projects ?? [];
  const regions = useReference().data?.reference.regions ?? [];
  const before = asset ?? blankAsset('', '');
  const [draft, setDraft] = useState(() => draftOf(before));
  const { said, faults, sumFen } = readDraft(before, draft);
  const set = (part: Partial<Draft>): void => setDraft((old) => ({ ...old, ...part }));
  const save = async (): Promise<void> => {
    const done = await session.attempt('正在保存', () =>
      session.write('assets.save', { asset: { ...said, projectIds: draft.projectIds, id: asset?.id ?? null } }),
    );
    if (done) close();
  };
  const text = (key: TextKey, label: string, placeholder = '') => (
    <Field label={label}>
      <Input
        aria-label={label}
        value={draft[key]}
        placeholder={placeholder}
        status={faults[key] === undefined ? '' : 'error'}
        onChange={(event) => set({ [key]: event.target.value })}
      />
    </Field>
  );
  const pick = (key: keyof Draft['choices'], label: string, options: readonly string[]) => (
    <Field label={label}>
      <Select<string>
        aria-label={label}
        allowClear
        placeholder="未填"
        value={draft.choices[key]}
        options={options.map((value) => ({ value, label: value }))}
        onChange={(value?: string) => set({ choices: { ...draft.choices, [key]: value ?? null } })}
      />
    </Field>
  );
  const place = (key: 'town' | 'village', label: string, options: readonly string[]) => (
    <Field label={label}>
      <AutoComplete
        aria-label={label}
        value={draft[key]}
        options={[...new Set(options)].map((value) => ({ value }))}
        showSearch={{ filterOption: true }}
        onChange={(value: string) => set({ [key]: value })}
      />
    </Field>
  );
  const towns = regions.filter(({ level }) => level === 'town');
  const townCode = towns.find(({ name }) => name === draft.town)?.code;
  const villages = regions.filter(({ level, parent }) => level === 'village' && parent === townCode);
  const first = Object.values(faults)[0];
  return (
    <Modal
      open
      title={asset ? `${isLocked ? '' : '修改'}资产：${asset.name}` : '登记资产'}
      width={900}
      className="xj-asset-modal"
      centered
      okText="保存"
      cancelText={isLocked ? '关闭' : '取消'}
      okButtonProps={{ disabled: isLocked || first !== undefined, ...({ 'data-testid': 'asset-save' } as object) }}
      onOk={() => void save()}
      onCancel={close}
    >
      <div className="xj-funds-form xj-asset-form" data-testid="asset-dialog">
        {text('name', '资产名称')}
        {text('code', '资产编号')}
        <Field label="所属项目" isWide>
          <Select<string[]>
            aria-label="所属项目"
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="从项目表选，可以几个；不是本规划的老项目写在下面"
            value={draft.projectIds}
            options={projects.map(({ id, name, town }) => ({ value: id, label: town ? `${name}（${town}）` : name }))}
            onChange={(projectIds) => set({ projectIds })}
          />
        </Field>
        {text('projectText', '老项目名称')}
        {text('year', '项目年度')}
        {pick('class', '资产类别', ASSET_CLASSES)}
        {pick('form', '资产形态', ASSET_FORMS)}
        {place(
          'town',
          '乡镇',
          towns.map(({ name }) => name),
        )}
        {place(
          'village',
          '村',
          villages.map(({ name }) => name),
        )}
        {text('place', '坐落')}
        {text('spec', '规格型号')}
        {text('quantity', '数量')}
        {text('unit', '计量单位')}
        {text('builtAt', '购建时间', '2023、2023-05 或 2023-05-01')}
        {text('lifeYears', '使用年限（年）')}
        <h4>价值（万元）</h4>
        {text('original', '原值', '不知道的留空，不要填 0')}
        {text('net', '净值')}
        {ASSET_FUNDS.map(({ id, name }) => (
          <Field key={id} label={name}>
            <Input
              aria-label={name}
              value={draft.byFund[id]}
              status={faults[id] === undefined ? '' : 'error'}
              onChange={(event) => set({ byFund: { ...draft.byFund, [id]: event.target.value } })}
            />
          </Field>
        ))}
        {sumFen !== null && said.originalFen !== null && sumFen !== said.originalFen && (
          <p className="xj-asset-note xj-funds-refused" data-testid="asset-sum-note">
            原值 <Amount fen={said.originalFen} /> 万元，各资金来源合计 <Amount fen={sumFen} />{' '}
            万元，不相等；可以先保存，审核会列出。
          </p>
        )}
        <h4>权属、移交和管护</h4>
        {pick('ownerLevel', '所有权人类型', OWNER_LEVELS)}
        {text('owner', '所有权人')}
        {text('rightAt', '确权时间')}
        {text('rightDocument', '权属证书')}
        {text('handedAt', '移交时间')}
        {text('handedTo', '接收方')}
        {text('user', '使用（经营）权人')}
        {text('beneficiary', '收益权人')}
        {text('keeper', '管护责任人', '写单位或岗位')}
        {pick('register', '纳入管理', PROPERTY_REGISTERS)}
        {pick(
          'condition',
          '资产状态',
          ASSET_CONDITIONS.filter((one) => one !== '已处置' || before.condition === '已处置'),
        )}
        {text('note', '备注')}
        {before.disposal !== null && (
          <p className="xj-asset-note">
            {before.disposal.date} {before.disposal.way}，批准文号 {before.disposal.documentNumber}
            {before.disposal.note === '' ? '' : `，${before.disposal.note}`}
          </p>
        )}
      </div>
      {first !== undefined && <p className="xj-field-error">{first}</p>}
    </Modal>
  );
}
