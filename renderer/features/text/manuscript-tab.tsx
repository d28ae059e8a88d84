// 文稿: the document as it will be printed, with its tables and charts; chapters are added, paragraphs edited in place.
import { Alert, Button, Spin } from 'antd';
import { useEffect, useState } from 'react';
import type { BlockView } from '#shared/contract/methods/text.ts';
import { useWorkbook } from '../../api/queries.ts';
import { saveRecord } from '../../api/records.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { useStore } from '../../ui/store.ts';
import { AddChapter } from './add-chapter.tsx';
import { ChapterHeading } from './chapter-heading.tsx';
import { countText } from './mark-words.ts';
import { Paragraph } from './paragraph.tsx';
import { PartView } from './part-view.tsx';
import { nameIn, useArrange } from './use-arrange.ts';
import { useText } from './use-text.ts';

type ParagraphView = Extract<BlockView, { kind: 'paragraph' }>;

const NOTHING: BlockView[] = [];

export function ManuscriptTab() {
  const session = useSession();
  const canWrite = useWorkbook()?.readOnly === null;
  const query = useText();
  const [editing, setEditing] = useState<string | null>(null);
  const arrange = useArrange(query.data?.blocks ?? NOTHING);
  const target = useStore(session.nav, (state) => state.textTarget);
  const isThere = query.data !== undefined;
  useEffect(() => {
    if (!isThere || target === null) return;
    goTo(target);
    session.nav.set({ textTarget: null });
  }, [isThere, target, session]);
  if (query.error) return <Alert type="error" showIcon title="文稿没有写出来" description={errorText(query.error)} />;
  if (!query.data) return <Spin className="xj-page-spin" description="正在写文稿" />;
  const { blocks } = query.data;
  const paragraphs = blocks.filter((block): block is ParagraphView => block.kind === 'paragraph');
  const wrong = paragraphs.filter(({ checked }) => {
    const counts = countText(checked);
    return counts.wrong + counts.broken > 0;
  });

  const save = (block: ParagraphView, template: string): void => {
    const own = block.standard === null ? arrange.placeOf(block.id) : {};
    const value = template === block.standard ? null : { template, title: block.title, ...own };
    void saveRecord(session, 'paragraph', block.id, value);
  };
  const remove = (block: ParagraphView): void => {
    if (block.standard === null) void saveRecord(session, 'paragraph', block.id, null);
    else save(block, '');
  };
  const add = async (behind: string, title: string): Promise<void> => {
    const id = await arrange.addParagraph(behind, title);
    if (id !== null) setEditing(id);
  };
  const addChapter = async (title: string, behind: string): Promise<void> => {
    const id = await arrange.addChapter(title, behind);
    if (id === null) return;
    setEditing(id);
    session.nav.set({ textTarget: id });
  };
  const chapters = blocks.flatMap((block) =>
    block.kind === 'heading' && block.standard !== undefined
      ? [{ id: block.id, text: block.text, isOwn: block.standard === null }]
      : [],
  );
  const copy = async (): Promise<void> => {
    const text = blocks.flatMap((block) => {
      if (block.kind === 'heading') return [block.text];
      const words = block.kind === 'paragraph' ? block.checked.pieces.map((piece) => piece.text).join('') : '';
      return words === '' ? [] : [`　　${words}`];
    });
    try {
      await navigator.clipboard.writeText(text.join('\n'));
      session.messenger.current.success('文字已复制，可以粘贴到 Word 或 WPS 里。');
    } catch {
      session.messenger.current.warn('浏览器不允许写剪贴板；请改用“输出”。');
    }
  };

  return (
    <div className="xj-manuscript">
      <nav className="xj-text-outline" aria-label="文稿目录">
        {blocks.map((block) => {
          if (block.kind !== 'heading') return null;
          return (
            <button key={block.id} type="button" className={`is-level-${block.level}`} onClick={() => goTo(block.id)}>
              {block.text}
            </button>
          );
        })}
        {canWrite && <AddChapter chapters={chapters} add={(title, behind) => void addChapter(title, behind)} />}
      </nav>
      <div className="xj-manuscript-room">
        <div className="xj-bar">
          {wrong.length > 0 ? (
            <button
              type="button"
              className="xj-link is-wrong"
              onClick={() => goTo(wrong[0]?.id ?? '')}
              data-testid="text-problems"
            >
              {wrong.length} 段文字与数据不符或取不到数，点这里看第一处
            </button>
          ) : (
            <span className="xj-faint">文中的数随项目表变化；点一段文字可以修改。</span>
          )}
          <span className="xj-grow" />
          <Button size="small" onClick={() => void copy()}>
            复制全部文字
          </Button>
        </div>
        <article className="xj-manuscript-text">
          {blocks.map((block) => {
            if (block.kind === 'heading' && block.level === 1) {
              return (
                <ChapterHeading
                  key={block.id}
                  id={domId(block.id)}
                  block={block}
                  arrange={canWrite ? arrange : null}
                  addParagraph={() => void add(block.id, nameIn(block.text))}
                />
              );
            }
            if (block.kind === 'heading') {
              const Heading = `h${block.level + 1}` as 'h2' | 'h3' | 'h4';
              return (
                <Heading key={block.id} id={domId(block.id)}>
                  {block.text}
                </Heading>
              );
            }
            if (block.kind === 'paragraph') {
              return (
                <Paragraph
                  key={block.id}
                  id={domId(block.id)}
                  block={block}
                  isEditing={editing === block.id}
                  actions={
                    canWrite
                      ? {
                          edit: setEditing,
                          save,
                          remove,
                          add: ({ id, title, standard }) => void add(id, standard === null ? title : `${title}补充`),
                          move: ({ id }, way) => void arrange.moveParagraph(id, way),
                        }
                      : null
                  }
                />
              );
            }
            return <PartView key={block.id} block={block} />;
          })}
        </article>
      </div>
    </div>
  );
}

function goTo(id: string): void {
  document.getElementById(domId(id))?.scrollIntoView({ block: 'center' });
}

function domId(id: string): string {
  return `text-${id}`;
}
