// 节假日: the days off and the days worked in their place, pasted once a year in the words of the paper or as two columns.
import { Alert, Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { holidayLines, mergeHolidays, parseHolidays } from '#shared/notice/parse-holidays.ts';
import { useRecords } from '../../api/records.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';

export function HolidaysTab({ isLocked }: { isLocked: boolean }) {
  const session = useSession();
  const tables = [...useRecords('holidays').values()].sort((a, b) => a.year - b.year);
  const [year, setYear] = useState(() => new Date().getFullYear());
  const [text, setText] = useState('');
  /** The year whose whole table stands in the text: what was taken out of it goes. */
  const [edited, setEdited] = useState<number | null>(null);
  const reading = parseHolidays(text, year);
  const save = async (): Promise<void> => {
    try {
      await session.write('records.save', {
        changes: reading.tables.map((table) => {
          const before = table.year === edited ? undefined : tables.find((one) => one.year === table.year);
          return { kind: 'holidays' as const, id: String(table.year), value: mergeHolidays(before, table) };
        }),
      });
      session.messenger.current.success(`已保存${reading.tables.map((one) => `${one.year}年`).join('、')}的节假日。`);
      setText('');
      setEdited(null);
    } catch (thrown) {
      session.messenger.current.error(errorText(thrown));
    }
  };
  const remove = (id: number): Promise<unknown> =>
    session.attempt('正在删除', () =>
      session.write('records.save', { changes: [{ kind: 'holidays', id: String(id), value: null }] }),
    );
  return (
    <div className="xj-notices-holidays" data-testid="holidays">
      <section>
        <p>
          按工作日算的公示期和期限，扣除周六、周日，再按这里的放假和调休算；没有录入的年份只扣周六、周日。每年国务院办公厅放假通知发布后录入一次，可以把通知的原话粘贴进来，也可以一行一天：
          <code>2026-10-01 休</code>、<code>2026-10-10 班</code>。
        </p>
        <div className="xj-funds-tools">
          <label htmlFor="holidays-year">没有写年份的是</label>
          <InputNumber
            id="holidays-year"
            size="small"
            min={2000}
            max={2100}
            value={year}
            onChange={(value) => value !== null && setYear(value)}
          />
          年
        </div>
        <Input.TextArea
          aria-label="放假和调休"
          rows={10}
          value={text}
          disabled={isLocked}
          placeholder="国庆节：10月1日（周四）至7日（周三）放假调休，共7天。10月10日（周六）上班。"
          onChange={(event) => setText(event.target.value)}
          data-testid="holidays-text"
        />
        {reading.problems.length > 0 && (
          <Alert type="warning" showIcon title="有没看懂的" description={reading.problems.join('；')} />
        )}
        <div className="xj-funds-tools">
          <span data-testid="holidays-read">
            {reading.tables
              .map(({ year: one, off, work }) => `${one}年放假 ${off.length} 天、调休上班 ${work.length} 天`)
              .join('；')}
          </span>
          <span className="xj-grow" />
          <Button
            type="primary"
            disabled={isLocked || reading.tables.length === 0}
            onClick={() => void save()}
            data-testid="holidays-save"
          >
            保存
          </Button>
        </div>
      </section>
      <section>
        {tables.length === 0 && <p className="xj-faint">还没有节假日表。</p>}
        {tables.map((table) => (
          <article key={table.year}>
            <h3>
              {table.year}年
              <Button
                type="link"
                size="small"
                disabled={isLocked}
                onClick={() => {
                  setText(holidayLines(table));
                  setEdited(table.year);
                }}
              >
                修改
              </Button>
              <Button type="link" size="small" danger disabled={isLocked} onClick={() => void remove(table.year)}>
                删除
              </Button>
            </h3>
            <p>放假：{table.off.join('、') || '无'}</p>
            <p>调休上班：{table.work.join('、') || '无'}</p>
          </article>
        ))}
      </section>
    </div>
  );
}
