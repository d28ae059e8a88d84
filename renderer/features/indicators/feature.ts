// 指标评价 as a page of the window; in the left rail once the plan has indicators, goals, tasks or another list, or an evaluation.
import { AimOutlined } from '@ant-design/icons';
import { useEvaluations, useGoals, useIndicators } from '../../api/queries.ts';
import { useRecords } from '../../api/records.ts';
import { type PageFeature, pageOf } from '../../state/page.ts';

export const INDICATORS_PAGE: PageFeature = {
  page: 'indicators',
  Icon: AimOutlined,
  useIsNeeded() {
    const rows = useIndicators(null).data?.rows.length ?? 0;
    const kept = useEvaluations().data?.evaluations.length ?? 0;
    const goals = useGoals(null).data?.rows.length ?? 0;
    const tasks = useRecords('task').size + useRecords('village-year').size + useRecords('listed-place').size;
    const others = useRecords('linkage').size + useRecords('basis-document').size;
    return rows + kept + goals + tasks + others > 0;
  },
  Page: pageOf(async () => (await import('./indicators-page.tsx')).IndicatorsPage),
};
