// 类别: the schemes of the plan, their classes as a tree, and how the classes of one count in another.
import { Button, Dropdown, Input, Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { Category } from '#shared/domain/reference.ts';
import type { FrameChange } from '#shared/frame/changes.ts';
import { freeId } from '#shared/frame/ids.ts';
import { useSession } from '../../session.ts';
import { ClassMapping, MapField } from './class-mapping.tsx';
import { NamesField, TextField } from './text-field.tsx';
import { type TreeKind, TreeTab } from './tree-tab.tsx';
import type { FrameView, SaveFrame } from './use-frame.ts';
import { YearField } from './year-field.tsx';

interface Props {
  view: FrameView;
  disabled: boolean;
  save: SaveFrame;
}

export function ClassesTab({ view, disabled, save }: Props) {
  const { frame, uses } = view;
  const [chosen, setChosen] = useState<string | null>(null);
  const [mode, setMode] = useState<'tree' | 'mapping'>('tree');
  const scheme = frame.schemes.some(({ id }) => id === chosen) ? (chosen as string) : frame.plan.scheme;
  const items = frame.categories.filter((one) => one.scheme === scheme);
  return (
    <div className="xj-set-tab">
      <div className="xj-set-buttons">
        <SchemeBar {...{ view, disabled, save, scheme }} onChoose={setChosen} />
        <span className="xj-grow" />
        <Segmented
          size="small"
          value={mode}
          onChange={setMode}
          options={[
            { value: 'tree', label: '类别' },
            { value: 'mapping', label: '与其他体系的对应' },
          ]}
        />
      </div>
      {mode === 'mapping' ? (
        <ClassMapping {...{ view, disabled, save, scheme }} />
      ) : (
        <TreeTab
          key={scheme}
          kind={classKind(view, scheme)}
          items={items}
          uses={uses.classes}
          disabled={disabled}
          save={save}
          extra={
            <Button
              size="small"
              disabled={disabled}
              onClick={() => void save(renumber(items, scheme))}
              data-testid="class-number"
            >
              重新编号
            </Button>
          }
          detail={(item) => <ClassDetail {...{ item, view, disabled, save }} />}
        />
      )}
    </div>
  );
}

function renumber(items: readonly Category[], scheme: string): FrameChange[] {
  const known = new Set(items.map(({ id }) => id));
  const over = [
    null,
    ...new Set(items.flatMap(({ parent }) => (parent !== null && known.has(parent) ? [parent] : []))),
  ];
  const isSecond = (parent: string | null): boolean =>
    parent === null || items.find(({ id }) => id === parent)?.parent === null;
  return over.filter(isSecond).map((parent) => ({ do: 'class-number', scheme, parent }));
}

function classKind({ frame }: FrameView, scheme: string): TreeKind<Category> {
  return {
    label: '类别',
    mark: ({ ordinal }) => ordinal,
    rename: ({ id }, name) => ({ do: 'class-set', id, name }),
    move: ({ id }, parent, before) => ({ do: 'class-move', id, parent, before }),
    add(names, parent, before) {
      const taken = new Set(frame.categories.map(({ id }) => id));
      return names.map((name): FrameChange => {
        const id = freeId(`${scheme}.`, taken);
        taken.add(id);
        return { do: 'class-add', id, scheme, parent, name, ordinal: '', before };
      });
    },
    merge: ({ id }, into) => ({ do: 'class-merge', id, into }),
    remove: ({ id }, to) => (to === undefined ? { do: 'class-remove', id } : { do: 'class-remove', id, to }),
    canMerge: () => true,
    canLeave: true,
    rewrite: null,
    openFirst: 'all',
  };
}

function ClassDetail({ item, view, disabled, save }: Props & { item: Category }) {
  const set = (part: { name?: string; ordinal?: string; aliases?: string[]; lastYear?: number | null }): void =>
    void save([{ do: 'class-set', id: item.id, ...part }]);
  const others = view.frame.schemes.filter(({ id }) => id !== item.scheme);
  return (
    <div className="xj-set-fields">
      <label htmlFor="class-name">名称</label>
      <TextField id="class-name" value={item.name} disabled={disabled} onSave={(name) => set({ name })} />
      <label htmlFor="class-ordinal">编号</label>
      <TextField
        id="class-ordinal"
        value={item.ordinal}
        disabled={disabled}
        placeholder="一、（一）等，照印"
        onSave={(ordinal) => set({ ordinal })}
      />
      <label htmlFor="class-aliases">别名</label>
      <NamesField id="class-aliases" value={item.aliases} disabled={disabled} onSave={(aliases) => set({ aliases })} />
      <label htmlFor="class-last-year">使用到</label>
      <YearField
        id="class-last-year"
        label="使用到"
        placeholder="一直用"
        value={item.lastYear}
        disabled={disabled}
        onSave={(lastYear) => set({ lastYear })}
      />
      {others.map(({ id, name }) => (
        <MapField key={id} item={item} scheme={id} label={`在“${name}”中算作`} {...{ view, disabled, save }} />
      ))}
      <p className="xj-faint xj-set-wide">
        导入的表和文稿里写名称或任何一个别名，都认作这一类。改名后原名自动记作别名。“使用到”填这个类别最后用到哪一年，以后年份的项目还列在其中的会提示（T19）。
      </p>
    </div>
  );
}

interface SchemeProps extends Props {
  scheme: string;
  onChoose: (scheme: string) => void;
}

function SchemeBar({ view, disabled, save, scheme, onChoose }: SchemeProps) {
  const { messenger } = useSession();
  const { frame, builtIn } = view;
  const [naming, setNaming] = useState<{ scheme: string | null; name: string } | null>(null);
  const isUsed = scheme === frame.plan.scheme;
  const name = frame.schemes.find(({ id }) => id === scheme)?.name ?? '';
  const adopt = async (): Promise<void> => {
    const isSure = await messenger.current.confirm({
      title: `改用“${name}”？`,
      content:
        '项目按“与其他体系的对应”改列到新体系的类别，没有对应的列为未分类。附表、汇总表和文稿随之改变，可一步撤销。',
      okText: '改用',
    });
    if (isSure) await save([{ do: 'scheme-use', id: scheme }]);
  };
  const remove = async (): Promise<void> => {
    const isSure = await messenger.current.confirm({
      title: `删除类别体系“${name}”？`,
      content: '它的类别和对应关系一并删除，可撤销。',
      okText: '删除',
      danger: true,
    });
    if (isSure) await save([{ do: 'scheme-remove', id: scheme }]);
  };
  const saveName = async (): Promise<void> => {
    if (naming === null) return;
    const { name: own } = naming;
    const id = naming.scheme ?? freeId('own-', new Set(frame.schemes.map((one) => one.id)));
    if (await save([{ do: naming.scheme === null ? 'scheme-add' : 'scheme-set', id, name: own }])) onChoose(id);
    setNaming(null);
  };
  return (
    <>
      <Select
        size="small"
        style={{ minWidth: 260 }}
        aria-label="类别体系"
        value={scheme}
        options={frame.schemes.map((one) => ({
          value: one.id,
          label: one.id === frame.plan.scheme ? `${one.name}（使用中）` : one.name,
        }))}
        onChange={onChoose}
        data-testid="scheme"
      />
      <Button size="small" disabled={disabled || isUsed} onClick={() => void adopt()} data-testid="scheme-use">
        用作本规划的类别
      </Button>
      <Dropdown
        trigger={['click']}
        disabled={disabled}
        menu={{
          items: [
            ...builtIn.map(({ id, name: label }) => ({ key: id, label: `装入“${label}”` })),
            { key: '', label: '新建空白的体系…' },
          ],
          onClick: ({ key }) => {
            if (key === '') setNaming({ scheme: null, name: '' });
            else void save([{ do: 'scheme-built-in', id: key }]).then((done) => done && onChoose(key));
          },
        }}
      >
        <Button size="small" data-testid="scheme-add">
          增加体系
        </Button>
      </Dropdown>
      <Button size="small" disabled={disabled} onClick={() => setNaming({ scheme, name })} data-testid="scheme-rename">
        改名
      </Button>
      <Button size="small" disabled={disabled || isUsed} onClick={() => void remove()}>
        删除体系
      </Button>
      <Modal
        open={naming !== null}
        title={naming?.scheme ? '类别体系改名' : '新建类别体系'}
        okText={naming?.scheme ? '改名' : '新建'}
        cancelText="取消"
        okButtonProps={{ disabled: (naming?.name ?? '').trim() === '' }}
        onCancel={() => setNaming(null)}
        onOk={() => void saveName()}
      >
        <Input
          value={naming?.name ?? ''}
          aria-label="体系名称"
          placeholder="如：本县“十五五”类别"
          onChange={({ target }) => setNaming({ scheme: naming?.scheme ?? null, name: target.value })}
        />
      </Modal>
    </>
  );
}
