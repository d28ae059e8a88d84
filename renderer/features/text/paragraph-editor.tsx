// A paragraph while it is edited: text around locked figures, the picker of figures, what its typed figures are worth.
import { Button } from 'antd';
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import type { BlockView } from '#shared/contract/methods/text.ts';
import { FieldPicker } from './field-picker.tsx';
import { MarkList } from './mark-list.tsx';
import { useEditor } from './use-editor.ts';
import { useFieldChoices } from './use-text.ts';

type ParagraphView = Extract<BlockView, { kind: 'paragraph' }>;

interface ParagraphEditorProps {
  block: ParagraphView;
  save: (block: ParagraphView, template: string) => void;
  close: () => void;
}

interface Picking {
  /** The field that is changed and where it stands; null for a new one. */
  replaced: { source: string; at: number; length: number } | null;
}

export function ParagraphEditor({ block, save, close }: ParagraphEditorProps) {
  const root = useRef<HTMLDivElement>(null);
  const editor = useEditor(root, block.template, block.id);
  const choices = useFieldChoices();
  const [picking, setPicking] = useState<Picking | null>(null);
  const isComposing = useRef(false);

  // Whoever goes on to another paragraph or page keeps what was written here; 取消 throws it away.
  const leave = useRef<() => void>(() => undefined);
  const isDropped = useRef(false);
  leave.current = () => {
    if (!isDropped.current && editor.template !== block.template) save(block, editor.template);
  };
  useEffect(() => () => leave.current(), []);

  const cancel = (): void => {
    isDropped.current = true;
    close();
  };
  const pickChip = (event: MouseEvent): void => {
    const element = root.current;
    const chip = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-source]') : null;
    if (!element || !chip) return;
    const source = chip.dataset.source ?? '';
    document.getSelection()?.collapse(element, [...element.childNodes].indexOf(chip));
    editor.rememberCaret();
    setPicking({ replaced: { source, at: editor.caretNow(), length: source.length } });
  };

  return (
    <div className="xj-editor" data-testid="text-editor">
      {/* biome-ignore lint/a11y/useSemanticElements: a textarea cannot hold locked figures */}
      <div
        ref={root}
        className="xj-editor-text"
        role="textbox"
        tabIndex={0}
        aria-multiline
        aria-label={block.title}
        contentEditable="plaintext-only"
        suppressContentEditableWarning
        spellCheck={false}
        data-testid="text-input"
        onInput={() => {
          if (!isComposing.current) editor.readTyped();
        }}
        onCompositionStart={() => {
          isComposing.current = true;
        }}
        onCompositionEnd={() => {
          isComposing.current = false;
          editor.readTyped();
        }}
        onKeyDown={(event) => {
          if (editor.takeKey(event)) return;
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            close();
          }
          if (event.key === 'Escape' && !isComposing.current && editor.template === block.template) cancel();
        }}
        onBlur={editor.rememberCaret}
        onKeyUp={editor.rememberCaret}
        onMouseUp={editor.rememberCaret}
        onClick={pickChip}
      />
      {picking && choices && (
        <FieldPicker
          key={picking.replaced ? `${picking.replaced.at}${picking.replaced.source}` : 'new'}
          choices={choices}
          source={picking.replaced?.source ?? null}
          choose={(source) => {
            editor.insert(source, picking.replaced);
            setPicking(null);
          }}
          remove={() => {
            editor.insert('', picking.replaced);
            setPicking(null);
          }}
          close={() => setPicking(null)}
        />
      )}
      {editor.checked && <MarkList checked={editor.checked} bind={editor.bind} />}
      <div className="xj-editor-foot">
        <Button
          size="small"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setPicking({ replaced: null })}
          data-testid="text-insert"
        >
          插入数…
        </Button>
        <span className="xj-faint">灰底的数随数据变化，不能直接改；点一下可以换单位和小数。</span>
        <span className="xj-grow" />
        {block.standard !== null && editor.template !== block.standard && (
          <Button
            size="small"
            onClick={() => editor.put({ template: block.standard ?? '', caret: 0 })}
            data-testid="text-standard"
          >
            恢复默认文字
          </Button>
        )}
        <Button size="small" onClick={cancel}>
          取消
        </Button>
        <Button size="small" type="primary" onClick={close} data-testid="text-save">
          保存
        </Button>
      </div>
    </div>
  );
}
