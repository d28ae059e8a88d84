// The form for a new workbook: place, years, classes, where to keep it.
import { Button } from 'antd';
import { useState } from 'react';
import type { FoundPlace } from '#shared/contract/methods.ts';
import { usualPeriods } from '#shared/domain/reference.ts';
import { useOfferedSchemes } from '../../api/queries.ts';
import { showOpened } from '../../commands/file-actions.ts';
import { useSession } from '../../session.ts';
import { PeriodField, periodProblem, type Years } from './period-field.tsx';
import { PlaceField } from './place-field.tsx';
import { SchemeField } from './scheme-field.tsx';

export function NewWorkbook({ recentPlaces }: { recentPlaces: readonly FoundPlace[] }) {
  const session = useSession();
  const [place, setPlace] = useState<FoundPlace | null>(null);
  const [years, setYears] = useState<Years>(
    () => usualPeriods(new Date().getFullYear())[0] ?? { firstYear: null, lastYear: null },
  );
  const [scheme, setScheme] = useState<string | null>(null);
  const { data: offer = null } = useOfferedSchemes(place?.code ?? null);
  const [isBusy, setBusy] = useState(false);
  const isReady = place !== null && periodProblem(years) === null;

  const create = async (): Promise<void> => {
    const { firstYear, lastYear } = years;
    if (!isReady || firstYear === null || lastYear === null) return;
    const name = `${place.name}${firstYear}-${lastYear}.xianjie`;
    const file = await session.chooseSave('workbook', '新工作簿保存到', name);
    if (!file) return;
    setBusy(true);
    const status = await session.attempt('正在新建工作簿', () =>
      session.call('workbook.create', {
        token: file.token,
        regionCode: place.code,
        firstYear,
        lastYear,
        ...(scheme === null ? {} : { scheme }),
      }),
    );
    setBusy(false);
    if (status) showOpened(session, status);
  };

  return (
    <div className="xj-form">
      <label htmlFor="new-region">地区（全国任一省、市、县、乡镇、村）</label>
      <PlaceField id="new-region" recent={recentPlaces} place={place} onChange={setPlace} />
      <label htmlFor="new-period">规划期</label>
      <PeriodField id="new-period" years={years} onChange={setYears} />
      <label htmlFor="new-scheme">类别体系</label>
      <SchemeField id="new-scheme" offer={offer} chosen={scheme} onChange={setScheme} />
      <Button
        type="primary"
        loading={isBusy}
        disabled={!isReady}
        onClick={() => void create()}
        data-testid="create-workbook"
      >
        选择保存位置并新建…
      </Button>
    </div>
  );
}
