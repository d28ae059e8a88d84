// The years of a new plan: the five-year period that holds today, the one before, or any others.
import { InputNumber, Segmented } from 'antd';
import { MOST_YEARS, usualPeriods } from '#shared/domain/reference.ts';

export interface Years {
  firstYear: number | null;
  lastYear: number | null;
}

/** What is wrong with the years, in Chinese; null where nothing is. */
export function periodProblem({ firstYear, lastYear }: Years): string | null {
  if (firstYear === null || lastYear === null) return '请填写起止年份。';
  if (lastYear < firstYear) return '结束年份不能早于开始年份。';
  return lastYear - firstYear >= MOST_YEARS ? `规划期最长 ${MOST_YEARS} 年。` : null;
}

const OTHER = 'other';

export function PeriodField({ id, years, onChange }: { id: string; years: Years; onChange(years: Years): void }) {
  const problem = periodProblem(years);
  const usual = usualPeriods(new Date().getFullYear()).map((period) => ({
    ...period,
    key: `${period.firstYear}—${period.lastYear}`,
  }));
  const chosen = usual.find((one) => one.firstYear === years.firstYear && one.lastYear === years.lastYear);
  const input = (label: string, value: number | null, change: (year: number | null) => Years) => (
    <InputNumber
      aria-label={label}
      min={1990}
      max={2100}
      precision={0}
      value={value}
      onChange={(year) => onChange(change(year))}
      status={problem ? 'error' : ''}
    />
  );
  return (
    <>
      <div className="xj-years">
        <Segmented
          id={id}
          aria-label="常用的规划期"
          options={[
            ...usual.map(({ key }) => ({ value: key, label: key })),
            ...(chosen ? [] : [{ value: OTHER, label: '其他' }]),
          ]}
          value={chosen?.key ?? OTHER}
          onChange={(key) => {
            const period = usual.find((one) => one.key === key);
            if (period) onChange({ firstYear: period.firstYear, lastYear: period.lastYear });
          }}
          data-testid="new-period"
        />
      </div>
      <div className="xj-years">
        {input('开始年份', years.firstYear, (firstYear) => ({ ...years, firstYear }))}
        <span>至</span>
        {input('结束年份', years.lastYear, (lastYear) => ({ ...years, lastYear }))}
        <span>年</span>
      </div>
      {problem && (
        <div role="alert" className="xj-field-error">
          {problem}
        </div>
      )}
    </>
  );
}
