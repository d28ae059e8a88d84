// What a printed 差错清单 lists, and in which groups.
import { GROUPING_NAMES, GROUPINGS } from '#shared/checks/finding-groups.ts';
import type { JobOf } from '#shared/print/print-job.ts';
import { Choice, Dropdown } from './fields.tsx';

export function FindingsSettings({ job, change }: { job: JobOf<'findings'>; change: (changes: object) => void }) {
  return (
    <>
      <Dropdown
        label="分组"
        value={job.groupBy}
        options={GROUPINGS.map((groupBy) => [groupBy, GROUPING_NAMES[groupBy]] as const)}
        onChange={(groupBy) => change({ groupBy })}
        testId="print-group-by"
      />
      <Choice
        label="印发稿"
        value={job.published ? 'with' : 'without'}
        options={[
          ['without', '不核对'],
          ['with', '与印发稿核对'],
        ]}
        onChange={(value) => change({ published: value === 'with' })}
      />
    </>
  );
}
