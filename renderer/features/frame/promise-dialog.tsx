// 数据安全承诺: what the program promises of the data, and what it does not.
import { Modal } from 'antd';
import { NOT_PROMISED, PROMISES, SOAKED } from '#shared/help/promise.ts';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';

export function PromiseDialog() {
  const { nav } = useSession();
  const isOpen = useStore(nav, (state) => state.dialog === 'promise');
  return (
    <Modal
      title="数据安全承诺"
      open={isOpen}
      footer={null}
      width={680}
      onCancel={() => nav.set({ dialog: null })}
      data-testid="promise-dialog"
    >
      <p className="xj-faint">下面每一句都有自动测试守着，做不到就不能发布。</p>
      {PROMISES.map(({ title, sentences }) => (
        <section key={title}>
          <h3>{title}</h3>
          <ul>
            {sentences.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      ))}
      <h3>最近一次长时间测试</h3>
      <ul>
        {SOAKED.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <h3>没有承诺的</h3>
      <ul>
        {NOT_PROMISED.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Modal>
  );
}
