// What the reader will not guess: each question with its options; the one it would take by itself is marked.
import { Button, Radio, Select, Tag } from 'antd';
import type { ImportPreview, ImportQuestion } from '#shared/import/preview.ts';
import { chooseAnswer } from './choices.ts';
import { matchesOption } from './column-options.ts';
import { HeadingBars } from './heading-bars.tsx';
import type { PaneProps } from './preview-panes.tsx';
import { answerAll, isAnswered, isLongList, proposedOption } from './questions.ts';

export function QuestionList({ flow, state, preview }: PaneProps) {
  const { questions, choices } = state;
  if (questions.length === 0) {
    return <p className="xj-imp-none">没有需要确认的问题。请看“列对应”和“逐行核对”，无误后导入。</p>;
  }
  const assumable = questions.filter((question) => proposedOption(question) !== null && !isAnswered(question, choices));
  const assumeAll = (): void =>
    flow.change((before) =>
      assumable.reduce((all, question) => chooseAnswer(all, question.id, proposedOption(question) ?? ''), before),
    );
  return (
    <div className="xj-imp-scroll" data-testid="import-questions">
      {assumable.length > 1 && (
        <p>
          <Button size="small" data-testid="import-assume-all" onClick={assumeAll}>
            {assumable.length} 个问题都按建议选定
          </Button>
        </p>
      )}
      <HeadingBars
        questions={questions}
        preview={preview}
        onAnswer={(own, value) => flow.change((before) => answerAll(before, own, value))}
      />
      {questions.map((question) => (
        <Question
          key={question.id}
          question={question}
          file={fileOf(preview, question)}
          answer={choices.answers?.[question.id]}
          onAnswer={(value) => flow.change((before) => chooseAnswer(before, question.id, value))}
        />
      ))}
    </div>
  );
}

function fileOf({ tables }: ImportPreview, { file }: ImportQuestion): string {
  return new Set(tables.map(({ fileIndex }) => fileIndex)).size < 2 ? '' : (file ?? '');
}

interface QuestionProps {
  question: ImportQuestion;
  /** '' where only one file is read. */
  file: string;
  answer: string | undefined;
  onAnswer: (value: string) => void;
}

function Question({ question, file, answer, onAnswer }: QuestionProps) {
  const { message, options } = question;
  const proposed = proposedOption(question);
  return (
    <section className={`xj-imp-question${answer === undefined ? ' is-open' : ''}`} data-testid="import-question">
      <p>
        {file !== '' && <span className="xj-faint">{file}　</span>}
        {message}
      </p>
      {isLongList(question) ? (
        <div className="xj-imp-pick">
          <Select
            className="xj-imp-answer"
            showSearch={{ filterOption: matchesOption }}
            listHeight={360}
            popupMatchSelectWidth={false}
            placeholder="请选择（可输入文字查找）"
            aria-label={message}
            data-testid="import-answer"
            value={answer ?? null}
            options={options}
            onChange={(value) => value !== null && onAnswer(value)}
          />
          {proposed !== null && answer === undefined && (
            <Button size="small" type="link" onClick={() => onAnswer(proposed)}>
              按建议：{options.find(({ value }) => value === proposed)?.label}
            </Button>
          )}
        </div>
      ) : (
        <Radio.Group value={answer ?? null} onChange={({ target }) => onAnswer(String(target.value))}>
          {options.map((option) => (
            <Radio key={option.value} value={option.value}>
              {option.label} {option.value === proposed && <Tag color="cyan">建议</Tag>}
            </Radio>
          ))}
        </Radio.Group>
      )}
    </section>
  );
}
