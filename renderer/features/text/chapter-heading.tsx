// The heading of a chapter: read, or with a field for another title, and what can be done with the chapter.
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { HeadingBlock } from '#shared/text/outline.ts';
import type { Arrange } from './use-arrange.ts';

interface Props {
  id: string;
  block: HeadingBlock;
  /** Null where the workbook cannot be changed. */
  arrange: Arrange | null;
  addParagraph: () => void;
}

export function ChapterHeading({ id, block, arrange, addParagraph }: Props) {
  const [title, setTitle] = useState<string | null>(null);
  const { standard } = block;
  if (!arrange || standard === undefined) return <h2 id={id}>{block.text}</h2>;
  const isOwn = standard === null;
  const rename = (): void => {
    const wanted = title?.trim() ?? '';
    setTitle(null);
    if (wanted !== block.text && (wanted !== '' || !isOwn)) void arrange.renameChapter(block.id, wanted, standard);
  };
  return (
    <section className="xj-chapter" data-testid={`chapter-${block.id}`}>
      {title === null ? (
        <h2 id={id}>{block.text}</h2>
      ) : (
        <Input
          autoFocus
          aria-label="章的标题"
          value={title}
          placeholder={standard ?? ''}
          maxLength={100}
          onChange={(event) => setTitle(event.target.value)}
          onBlur={rename}
          onPressEnter={rename}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setTitle(null);
          }}
          data-testid="chapter-title"
        />
      )}
      <div className="xj-paragraph-tools">
        <Button size="small" type="text" onClick={() => setTitle(block.text)} data-testid="chapter-rename">
          改标题
        </Button>
        {isOwn && (
          <>
            <Button size="small" type="text" onClick={() => void arrange.moveChapter(block.id, 'up')}>
              上移
            </Button>
            <Button size="small" type="text" onClick={() => void arrange.moveChapter(block.id, 'down')}>
              下移
            </Button>
            <Button size="small" type="text" onClick={() => void arrange.removeChapter(block.id)}>
              删除这一章
            </Button>
          </>
        )}
        <Button size="small" type="text" onClick={addParagraph} data-testid="chapter-add-paragraph">
          加一段
        </Button>
      </div>
    </section>
  );
}
