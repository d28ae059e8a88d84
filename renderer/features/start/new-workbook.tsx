// The form for a new workbook: region, years, place.
import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { MethodOutput } from '#shared/contract/methods.ts';
import { showOpened } from '../../commands/file-actions.ts';
import { useSession } from '../../session.ts';

type Regions = MethodOutput<'app.status'>['regions'];

export function NewWorkbook({ regions }: { regions: Regions }) {
  const session = useSession();
  const [regionCode, setRegion] = useState<string | null>(null);
  const [firstYear, setFirst] = useState<number | null>(2021);
  const [lastYear, setLast] = useState<number | null>(2025);
  const [isBusy, setBusy] = useState(false);
  const region = regions.find((item) => item.code === regionCode);
  const problem =
    firstYear === null || lastYear === null
      ? '请填写起止年份。'
      : lastYear < firstYear
        ? '结束年份不能早于开始年份。'
        : lastYear - firstYear > 14
          ? '规划期最长 15 年。'
          : null;

  const create = async (): Promise<void> => {
    if (!region || problem !== null || firstYear === null || lastYear === null) return;
    const name = `${region.name}${firstYear}-${lastYear}.xianjie`;
    const file = await session.chooseSave('workbook', '新工作簿保存到', name);
    if (!file) return;
    setBusy(true);
    const status = await session.attempt('正在新建工作簿', () =>
      session.call('workbook.create', { token: file.token, regionCode: region.code, firstYear, lastYear }),
    );
    setBusy(false);
    if (status) showOpened(session, status);
  };

  return (
    <div className="xj-form">
      <label htmlFor="new-region">地区</label>
      <Select
        id="new-region"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="选择县（市、区）或市"
        options={regionOptions(regions)}
        value={regionCode}
        onChange={setRegion}
        data-testid="new-region"
      />
      <label htmlFor="new-first-year">规划期</label>
      <div className="xj-years">
        <InputNumber
          id="new-first-year"
          aria-label="开始年份"
          min={1990}
          max={2100}
          precision={0}
          value={firstYear}
          onChange={setFirst}
          status={problem ? 'error' : ''}
        />
        <span>至</span>
        <InputNumber
          aria-label="结束年份"
          min={1990}
          max={2100}
          precision={0}
          value={lastYear}
          onChange={setLast}
          status={problem ? 'error' : ''}
        />
        <span>年</span>
      </div>
      {problem && (
        <div role="alert" className="xj-field-error">
          {problem}
        </div>
      )}
      <Button
        type="primary"
        loading={isBusy}
        disabled={!region || problem !== null}
        onClick={() => void create()}
        data-testid="create-workbook"
      >
        选择保存位置并新建…
      </Button>
    </div>
  );
}

/** The city first, its counties beneath. */
function regionOptions(regions: Regions): { value: string; label: string }[] {
  const tops = regions.filter((region) => !regions.some((other) => other.code === region.parent));
  return tops.flatMap((top) => [
    { value: top.code, label: top.name },
    ...regions
      .filter((region) => region.parent === top.code)
      .map((region) => ({ value: region.code, label: `　${region.name}` })),
  ]);
}
