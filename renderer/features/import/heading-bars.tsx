// One answer for all headings of a table that the plan does not know: a sheet of another office may have dozens of them.
import { Button } from 'antd';
import { NEW_CLASS } from '#shared/import/learn-classes.ts';
import type { ImportPreview, ImportQuestion } from '#shared/import/preview.ts';
import { headingGroups } from './questions.ts';

interface Props {
  questions: readonly ImportQuestion[];
  preview: ImportPreview;
  onAnswer: (questions: readonly ImportQuestion[], value: string) => void;
}

/** How many headings are named before the rest is counted. */
const SHOWN = 4;

export function HeadingBars({ questions, preview, onAnswer }: Props) {
  const groups = headingGroups(questions);
  const hasFiles = new Set(preview.tables.map(({ fileIndex }) => fileIndex)).size > 1;
  const all = groups.flatMap((group) => group.questions);
  const lines = groups.map(({ file, sheet, questions: own }) => ({
    key: own[0]?.id ?? '',
    words: `${hasFiles ? `${file} ` : ''}“${sheet}”有 ${own.length} 个类别不在规划类别中：${namesOf(own)}`,
    own,
  }));
  if (groups.length > 1)
    lines.unshift({ key: '', words: `${groups.length} 张表共有 ${all.length} 个类别不在规划类别中`, own: all });
  return lines.map(({ key, words, own }) => (
    <div key={key} className="xj-imp-headings" data-testid="import-headings">
      <span>{words}</span>
      <Button size="small" type="primary" onClick={() => onAnswer(own, NEW_CLASS)} data-testid="headings-add">
        全部加为新类别
      </Button>
      <Button size="small" onClick={() => onAnswer(own, '')} data-testid="headings-none">
        全部列为未分类
      </Button>
    </div>
  ));
}

function namesOf(questions: readonly ImportQuestion[]): string {
  const names = questions.slice(0, SHOWN).map(({ heading }) => heading?.text ?? '');
  return names.join('、') + (questions.length > SHOWN ? '……' : '');
}
