// Gives the session antd's notifications and dialogs. Errors stay until they are closed.
import { App, Button } from 'antd';
import { useEffect } from 'react';
import { GRID_DIALOG_FOCUS } from '../../commands/focus.ts';
import { useSession } from '../../session.ts';
import { PasswordForm } from './password-form.tsx';

export function MessengerBridge() {
  const session = useSession();
  const { notification, message, modal } = App.useApp();
  useEffect(() => {
    // The dialog keeps the focus until it is gone.
    const backToGrid = (): void => {
      if (session.nav.get().page === 'projects') session.grid.current?.refocus();
    };
    session.messenger.current = {
      error: (text) =>
        notification.error({ title: '没有完成', description: text, duration: 0, role: 'alert', key: text }),
      warn: (text) => void message.warning({ content: text, duration: 4, key: text }),
      success: (text, action) => {
        if (!action) {
          // The next one takes its place: ten steps back are not ten messages.
          void message.success({ content: text, duration: 3, key: 'success' });
          return;
        }
        const key = `done:${text}`;
        const button = (
          <Button
            size="small"
            type="primary"
            onClick={() => {
              notification.destroy(key);
              action.run();
            }}
          >
            {action.label}
          </Button>
        );
        notification.success({ key, title: '已完成', description: text, duration: 8, actions: button });
      },
      confirm: ({ title, content, okText, danger }) =>
        new Promise((resolve) => {
          modal.confirm({
            title,
            content,
            okText,
            cancelText: '取消',
            okButtonProps: { danger: danger === true },
            onOk: () => resolve(true),
            onCancel: () => resolve(false),
            focusable: GRID_DIALOG_FOCUS,
            afterClose: backToGrid,
          });
        }),
      choose: ({ title, content, options }) =>
        new Promise((resolve) => {
          const close = (value: (typeof options)[number]['value'] | null): void => {
            dialog.destroy();
            resolve(value);
          };
          const dialog = modal.confirm({
            title,
            content,
            onCancel: () => resolve(null),
            footer: (
              <div className="xj-choices">
                <Button onClick={() => close(null)}>取消</Button>
                {options.map((option, index) => (
                  <Button
                    key={option.value}
                    type={index === 0 ? 'primary' : 'default'}
                    autoFocus={index === 0}
                    onClick={() => close(option.value)}
                  >
                    {option.label}
                  </Button>
                ))}
              </div>
            ),
          });
        }),
      password: ({ title, question, submit }) =>
        new Promise((resolve) => {
          const close = (isOpened: boolean): void => {
            dialog.destroy();
            resolve(isOpened);
          };
          const dialog = modal.confirm({
            title,
            content: <PasswordForm question={question} submit={submit} close={close} />,
            footer: null,
            onCancel: () => resolve(false),
          });
        }),
    };
  }, [session, notification, message, modal]);
  return null;
}
