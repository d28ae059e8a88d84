// What belongs to 一套附表 alone: its cover, its list of tables, and that the 项目表 stands at its end.
import { Checkbox } from 'antd';
import { dayWords } from '#shared/notice/period.ts';
import { coverWords } from '#shared/print/cover-words.ts';
import type { JobOf } from '#shared/print/print-job.ts';
import { localDay } from '#shared/values/local-time.ts';
import { useReference } from '../../api/queries.ts';
import { Text } from './fields.tsx';
import type { ChangeJob } from './use-print-job.ts';

interface Props {
  job: JobOf<'set'>;
  change: ChangeJob<'set'>;
}

const EMPTY = { title: null, office: null, date: null };

export function SetCoverSettings({ job: { cover, contents }, change }: Props) {
  const plan = useReference().data?.plan;
  const usual = plan ? coverWords(plan, { ...cover, ...EMPTY }, dayWords(localDay(new Date()))) : null;
  const set = (part: Partial<typeof cover>): void => change({ cover: { ...cover, ...part } });
  const own = (text: string): string | null => (text === '' ? null : text);
  return (
    <>
      <div className="xj-print-checks">
        <Checkbox checked={cover.shown} onChange={(event) => set({ shown: event.target.checked })}>
          封面
        </Checkbox>
        <Checkbox checked={contents} onChange={(event) => change({ contents: event.target.checked })}>
          目录
        </Checkbox>
      </div>
      {cover.shown && (
        <>
          <Text
            label="标题"
            rows={3}
            value={cover.title ?? ''}
            placeholder={usual?.title ?? ''}
            onChange={(title) => set({ title: own(title) })}
            testId="print-cover-title"
          />
          <Text label="标题下" value={cover.subtitle} onChange={(subtitle) => set({ subtitle })} />
          <Text
            label="单位"
            value={cover.office ?? ''}
            placeholder={usual?.office ?? ''}
            onChange={(office) => set({ office: own(office) })}
            testId="print-cover-office"
          />
          <Text
            label="日期"
            value={cover.date ?? ''}
            placeholder={usual?.date ?? ''}
            onChange={(date) => set({ date: own(date) })}
          />
        </>
      )}
    </>
  );
}

export function SetAnnexSettings({ job, change }: Props) {
  const { annex } = job;
  return (
    <>
      <Checkbox
        checked={annex.shown}
        onChange={(event) => change({ annex: { ...annex, shown: event.target.checked } })}
        data-testid="print-set-annex"
      >
        最后印项目表
      </Checkbox>
      <p className="xj-faint">纸张、栏目、合计和签字照“项目表”里选的印。</p>
    </>
  );
}
