// One paragraph of the manuscript: read with its marks, or edited.
import { Button } from 'antd';
import type { BlockView } from '#shared/contract/methods/text.ts';
import { bindMark, type PlacedMark } from '#shared/text/check-template.ts';
import { CheckedTextView } from './checked-text.tsx';
import { MarkList } from './mark-list.tsx';
import { ParagraphEditor } from './paragraph-editor.tsx';

type ParagraphView = Extract<BlockView, { kind: 'paragraph' }>;

export interface ParagraphActions {
  edit: (id: string | null) => void;
  save: (block: ParagraphView, template: string) => void;
  remove: (block: ParagraphView) => void;
  add: (after: ParagraphView) => void;
  /** One of the planner's own, a step up or down. */
  move: (block: ParagraphView, way: 'up' | 'down') => void;
}

interface ParagraphProps {
  id: string;
  block: ParagraphView;
  isEditing: boolean;
  /** Null where the workbook cannot be changed. */
  actions: ParagraphActions | null;
}

export function Paragraph({ id, block, isEditing, actions }: ParagraphProps) {
  const { template, standard, checked } = block;
  if (isEditing && actions) {
    return (
      <div id={id}>
        <ParagraphEditor block={block} save={actions.save} close={() => actions.edit(null)} />
      </div>
    );
  }
  const bind = (marks: readonly PlacedMark[]): void =>
    actions?.save(block, [...marks].sort((a, b) => b.at - a.at).reduce(bindMark, template));
  const isOut = template.trim() === '';
  return (
    <section
      id={id}
      className={actions ? 'xj-paragraph is-editable' : 'xj-paragraph'}
      data-testid={`paragraph-${block.id}`}
    >
      {isOut ? (
        <p className="xj-faint">
          （{block.title}：{standard === '' ? '数据里没有可写的内容' : standard === null ? '还没有写' : '这一段不输出'}
          ）
        </p>
      ) : (
        // The button 修改 does the same for the keyboard.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <p onClick={() => actions && document.getSelection()?.isCollapsed !== false && actions.edit(block.id)}>
          <CheckedTextView checked={checked} />
        </p>
      )}
      {actions && (
        <div className="xj-paragraph-tools">
          <Button size="small" type="text" onClick={() => actions.edit(block.id)} data-testid="paragraph-edit">
            修改
          </Button>
          {standard !== null && template !== standard && (
            <Button
              size="small"
              type="text"
              onClick={() => actions.save(block, standard)}
              data-testid="paragraph-reset"
            >
              恢复默认
            </Button>
          )}
          {standard === null && (
            <>
              <Button size="small" type="text" onClick={() => actions.move(block, 'up')}>
                上移
              </Button>
              <Button size="small" type="text" onClick={() => actions.move(block, 'down')}>
                下移
              </Button>
            </>
          )}
          {(!isOut || standard === null) && (
            <Button size="small" type="text" onClick={() => actions.remove(block)}>
              {standard === null ? '删除' : '不输出'}
            </Button>
          )}
          <Button size="small" type="text" onClick={() => actions.add(block)}>
            在下面加一段
          </Button>
        </div>
      )}
      <MarkList checked={checked} bind={actions ? bind : undefined} />
    </section>
  );
}
