// 提出调整: which projects, and what each is to become; the list is not touched until it is approved.
import { Button, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import type { Project } from '#shared/domain/project.ts';
import { useProjectIndex } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { PostingProjects } from '../notices/posting-projects.tsx';
import { blankPart, type ItemForm, itemDraft, PART_FIELDS, type PartForm, startOf } from './item-form.ts';
import { EMPTY_WORDS, isComplete, type Words, WordsForm } from './words-form.tsx';

export function ProposeDialog({ close }: { close: () => void }) {
  const session = useSession();
  const index = useProjectIndex();
  const [ids, setIds] = useState<string[]>([]);
  const [forms, setForms] = useState<readonly ItemForm[] | null>(null);
  const [words, setWords] = useState<Words>(EMPTY_WORDS);
  const chosen = ids.flatMap((id) => index.get(id) ?? []);
  const begin = (how: 'each' | 'merge' | 'new'): void => {
    if (how === 'new') setForms([{ how: 'add', before: [], parts: [blankPart()] }]);
    else if (how === 'merge') setForms([{ how: 'merge', before: chosen, parts: [blankPart(chosen[0])] }]);
    else setForms(chosen.map(startOf));
  };
  const save = async (): Promise<void> => {
    const items = (forms ?? []).map(itemDraft);
    const done = await session.attempt('正在提出调整', () => session.write('orders.propose', { items, words }));
    if (!done) return;
    session.messenger.current.success(
      words.documentNumber === '' ? '已提出调整，批复后项目表才改。' : '已登记并批复，项目表已改。可一步撤销。',
    );
    close();
  };
  return (
    <Modal
      open
      title="提出调整"
      width={1040}
      okText={words.documentNumber === '' ? '提出' : '登记并批复'}
      cancelText="取消"
      okButtonProps={{ disabled: forms === null || !isComplete(words), ...({ 'data-testid': 'propose-ok' } as object) }}
      onOk={() => void save()}
      onCancel={close}
    >
      {forms === null ? (
        <>
          <PostingProjects ids={ids} change={setIds} />
          <div className="xj-orders-bar">
            <Button
              size="small"
              type="primary"
              disabled={chosen.length === 0}
              onClick={() => begin('each')}
              data-testid="propose-next"
            >
              调整选中的 {chosen.length} 个
            </Button>
            <Button size="small" disabled={chosen.length < 2} onClick={() => begin('merge')}>
              并成一个
            </Button>
            <Button size="small" onClick={() => begin('new')}>
              新增项目
            </Button>
          </div>
        </>
      ) : (
        <>
          <div className="xj-orders-forms">
            {forms.map((form, at) => (
              <ItemEditor
                key={form.before.map(({ id }) => id).join()}
                form={form}
                change={(next) => setForms(forms.map((one, place) => (place === at ? next : one)))}
              />
            ))}
          </div>
          <WordsForm words={words} change={(changes) => setWords((before) => ({ ...before, ...changes }))} />
        </>
      )}
    </Modal>
  );
}

function ItemEditor({ form, change }: { form: ItemForm; change: (form: ItemForm) => void }) {
  const [first] = form.before;
  const setPart = (at: number, part: PartForm): void =>
    change({ ...form, parts: form.parts.map((one, place) => (place === at ? part : one)) });
  const setHow = (how: ItemForm['how']): void => {
    if (!first) return;
    change({
      how,
      before: form.before,
      parts: how === 'split' ? [blankPart(first), blankPart(first)] : startOf(first).parts,
    });
  };
  return (
    <section className="xj-orders-form">
      <header>
        <b>{form.before.length === 0 ? '新增项目' : form.before.map(({ name }: Project) => name).join('、')}</b>
        {form.before.length === 1 && (
          <Segmented
            size="small"
            value={form.how}
            onChange={(how: ItemForm['how']) => setHow(how)}
            options={[
              { value: 'edit', label: '修改' },
              { value: 'split', label: '拆成几个' },
              { value: 'drop', label: '取消' },
            ]}
          />
        )}
      </header>
      {form.how !== 'drop' &&
        form.parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no id before they are projects
          <div key={at} className="xj-orders-part">
            {PART_FIELDS.map(({ column, label, isWide }) => (
              <div key={column} className={isWide ? 'is-wide' : undefined}>
                <span className="xj-faint">{label}</span>
                <Input
                  size="small"
                  aria-label={label}
                  value={part[column]}
                  onChange={(event) => setPart(at, { ...part, [column]: event.target.value })}
                  data-testid={`part-${column}`}
                />
              </div>
            ))}
          </div>
        ))}
      {form.how === 'split' && first && (
        <Button size="small" onClick={() => change({ ...form, parts: [...form.parts, blankPart(first)] })}>
          再加一个
        </Button>
      )}
    </section>
  );
}
