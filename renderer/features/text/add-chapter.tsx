// Under the list of headings: another chapter, by the name that it usually has or by one's own.
import { PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';

/** Usual chapters beside the two of figures, and what they stand behind: '' at the front. */
const USUAL = [
  { title: '一、总则', behind: '' },
  { title: '二、发展现状', behind: '' },
  { title: '三、总体要求', behind: '' },
  { title: '六、保障措施', behind: 'chapter:money' },
  { title: '新的一章', behind: 'chapter:annex' },
] as const;

interface Props {
  /** Titles and ids of the chapters that are there, in order. */
  chapters: readonly { id: string; text: string; isOwn: boolean }[];
  add: (title: string, behind: string) => void;
}

export function AddChapter({ chapters, add }: Props) {
  const choose = (title: string): void => {
    const usual = USUAL.find((one) => one.title === title);
    if (!usual) return;
    // Behind those of the planner's own that stand in the same place already.
    const at = chapters.findIndex(({ id }) => id === usual.behind);
    const next = chapters.slice(at + 1).findIndex(({ isOwn }) => !isOwn);
    const last = next < 0 ? chapters.length - 1 : at + next;
    add(title, chapters[last]?.id ?? '');
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: USUAL.map(({ title }) => ({ key: title, label: title })),
        onClick: ({ key }) => choose(key),
      }}
    >
      <Button size="small" block icon={<PlusOutlined />} data-testid="chapter-add">
        加一章
      </Button>
    </Dropdown>
  );
}
