// The days of the planner's year that 待办 reminds of: each on or off and movable, with the paper it is from.
import { Checkbox, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { DUE_SETTINGS_ID, type TodoSettings, todoSettings } from '#shared/records/todo-settings.ts';
import { todoSettingsOf, YEAR_DAYS } from '#shared/todo/year-days.ts';
import { saveRecord, useRecords } from '../../api/records.ts';
import { useSession } from '../../session.ts';

export function TodoDays({ close }: { close: () => void }) {
  const session = useSession();
  const stored = useRecords('todo-settings').get(DUE_SETTINGS_ID);
  const [changed, setChanged] = useState<TodoSettings | null>(null);
  const settings = changed ?? todoSettingsOf(stored);
  const isSound = todoSettings.safeParse(settings).success;
  const setDay = (id: string, part: Partial<TodoSettings['days'][string]>): void => {
    const before = settings.days[id] ?? { day: '01-01', isOn: true };
    setChanged({ ...settings, days: { ...settings.days, [id]: { ...before, ...part } } });
  };
  const save = async (): Promise<void> => {
    if (changed === null || (await saveRecord(session, 'todo-settings', DUE_SETTINGS_ID, changed))) close();
  };
  return (
    <Modal
      open
      title="待办的日期"
      width={760}
      okText="保存"
      cancelText="取消"
      okButtonProps={{ disabled: !isSound, ...({ 'data-testid': 'todo-save' } as object) }}
      onOk={() => void save()}
      onCancel={close}
    >
      <p>
        提前{' '}
        <InputNumber
          size="small"
          aria-label="提前几天提醒"
          min={0}
          max={365}
          value={settings.leadDays}
          onChange={(leadDays) => leadDays !== null && setChanged({ ...settings, leadDays })}
        />{' '}
        天提醒。资金批次写有开工、竣工、支付期限的，按批次自己的期限；其余的按下面的日期，是别县文件里的，请按本县改。
      </p>
      <ul className="xj-todo-days">
        {YEAR_DAYS.map(({ id, what, evidence }) => {
          const one = settings.days[id];
          return (
            <li key={id}>
              <Checkbox checked={one?.isOn ?? false} onChange={(event) => setDay(id, { isOn: event.target.checked })}>
                {what}
              </Checkbox>
              <Input
                size="small"
                aria-label={`${what}的日期（月-日）`}
                value={one?.day ?? ''}
                placeholder="月-日，如 12-10"
                onChange={(event) => setDay(id, { day: event.target.value })}
                data-testid={`todo-day-${id}`}
              />
              <span className="xj-faint">{evidence}</span>
            </li>
          );
        })}
      </ul>
    </Modal>
  );
}
