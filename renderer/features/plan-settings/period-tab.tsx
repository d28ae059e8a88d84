// 规划期和名称: years, what the plan is called, the title of its annex, by which year funds are named.
import { Button, InputNumber } from 'antd';
import { useEffect, useState } from 'react';
import { type PlanInfo, periodName } from '#shared/domain/reference.ts';
import type { FrameChangeOf } from '#shared/frame/changes.ts';
import { TextField } from './text-field.tsx';
import type { FrameView, SaveFrame } from './use-frame.ts';

type PlanSet = FrameChangeOf<'plan'>['set'];
type Years = Pick<PlanInfo, 'firstYear' | 'lastYear' | 'midYear' | 'fundYear'>;

interface Props {
  view: FrameView;
  disabled: boolean;
  save: SaveFrame;
}

export function PeriodTab({ view, disabled, save }: Props) {
  const { plan, regions } = view.frame;
  const set = (part: PlanSet): void => void save([{ do: 'plan', set: part }]);
  const city = regions.find(({ code }) => code === regions.find((one) => one.code === plan.regionCode)?.parent);
  const offered = `${city?.name ?? ''}${plan.regionName}${plan.name}${periodName(plan)}规划项目表`;
  return (
    <div className="xj-set-scroll">
      <div className="xj-set-fields">
        <span>地区</span>
        <span>
          {plan.regionName}（{plan.regionCode}）
        </span>
        <YearFields plan={plan} disabled={disabled} onSave={set} />
        <label htmlFor="plan-name">规划名称</label>
        <TextField
          id="plan-name"
          value={plan.name}
          disabled={disabled}
          placeholder="写在标题里，如：常态化帮扶"
          onSave={(name) => set({ name })}
        />
        <label htmlFor="plan-short">规划简称</label>
        <TextField
          id="plan-short"
          value={plan.shortName}
          disabled={disabled}
          placeholder="公示里写在“项目”前面"
          onSave={(shortName) => set({ shortName })}
        />
        <label htmlFor="plan-title">附表标题</label>
        <div>
          <TextField id="plan-title" value={plan.title} disabled={disabled} onSave={(title) => set({ title })} />
          {offered !== plan.title && (
            <Button
              size="small"
              type="link"
              disabled={disabled}
              onClick={() => set({ title: offered })}
              data-testid="title-offer"
            >
              按名称：{offered}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

interface YearProps {
  plan: PlanInfo;
  disabled: boolean;
  onSave: (set: PlanSet) => void;
}

/** The years are saved together: a new period needs a new year of its evaluation. */
function YearFields({ plan, disabled, onSave }: YearProps) {
  const { firstYear, lastYear, midYear, fundYear } = plan;
  const [years, setYears] = useState<Years>({ firstYear, lastYear, midYear, fundYear });
  useEffect(() => setYears({ firstYear, lastYear, midYear, fundYear }), [firstYear, lastYear, midYear, fundYear]);
  const isChanged = (Object.keys(years) as (keyof Years)[]).some((key) => years[key] !== plan[key]);
  const field = (key: 'firstYear' | 'lastYear' | 'midYear', label: string) => (
    <InputNumber
      aria-label={label}
      precision={0}
      disabled={disabled}
      value={years[key]}
      onChange={(value) => value !== null && setYears({ ...years, [key]: value })}
      data-testid={`plan-${key}`}
    />
  );
  return (
    <>
      <span>规划期</span>
      <div className="xj-set-years">
        {field('firstYear', '开始年')}
        <span>至</span>
        {field('lastYear', '结束年')}
        <span>年</span>
      </div>
      <span>中期评估</span>
      <div className="xj-set-years">
        {field('midYear', '中期评估年')}
        <span>年</span>
      </div>
      <label htmlFor="plan-fund-year">资金名称按</label>
      <div className="xj-set-years">
        <InputNumber
          id="plan-fund-year"
          precision={0}
          disabled={disabled}
          placeholder={`${years.lastYear}`}
          value={years.fundYear}
          onChange={(value) => setYears({ ...years, fundYear: value })}
        />
        <span className="xj-faint">年的名称；空着按规划的结束年</span>
      </div>
      <span />
      <div>
        <Button
          type="primary"
          size="small"
          disabled={disabled || !isChanged}
          onClick={() => onSave(years)}
          data-testid="years-save"
        >
          保存年份
        </Button>
        {isChanged && (
          <Button size="small" type="link" onClick={() => setYears({ firstYear, lastYear, midYear, fundYear })}>
            放弃
          </Button>
        )}
      </div>
    </>
  );
}
