// 核对外来文稿: the text of an existing plan is pasted, its figures, trend words and table numbers are compared.
import { Button, Input, Spin } from 'antd';
import { useState } from 'react';
import { CheckedTextView } from './checked-text.tsx';
import { MarkList } from './mark-list.tsx';
import { countText } from './mark-words.ts';
import { useChecked } from './use-text.ts';

export function ReviewTab() {
  const [text, setText] = useState('');
  const [isReading, setReading] = useState(false);
  const { checked, isFresh } = useChecked(text);
  const counts = checked && isFresh && text !== '' ? countText(checked) : null;
  return (
    <div className="xj-review">
      <section>
        <div className="xj-bar">
          <b>{isReading ? '标注后的文稿' : '把规划文稿的文字粘贴在这里'}</b>
          <span className="xj-grow" />
          {text !== '' && (
            <>
              <Button size="small" onClick={() => setReading(!isReading)} data-testid="review-switch">
                {isReading ? '修改文字' : '看标注'}
              </Button>
              <Button
                size="small"
                onClick={() => {
                  setText('');
                  setReading(false);
                }}
              >
                清空
              </Button>
            </>
          )}
        </div>
        {isReading && checked ? (
          <article className="xj-review-text">
            <CheckedTextView checked={checked} />
          </article>
        ) : (
          <Input.TextArea
            className="xj-review-input"
            data-testid="review-input"
            value={text}
            placeholder="例如“建设任务”“投资概算及资金筹措”两章的正文。文字只在这里核对，不会存进工作簿。"
            onChange={(event) => setText(event.target.value)}
            onPaste={() => setReading(true)}
          />
        )}
      </section>
      <section className="xj-review-result">
        <div className="xj-bar">
          <b>核对结果</b>
          {counts && (
            <span data-testid="review-counts">
              不符或需核对 <b className="is-wrong">{counts.wrong}</b> 处，一致 {counts.right} 处，规划里没有的数{' '}
              {counts.unknown} 处
            </span>
          )}
        </div>
        {counts === null && text !== '' && <Spin size="small" description="正在核对" />}
        {text === '' && (
          <p className="xj-faint">
            会核对：文中的万元、亿元、个数、占比与项目表汇总是否一致（每年的数按年数折算，“十三五”等别的时期和别的地区的数不比）；分列的数加起来是否等于总数；年均增长、倍数、占比、每年与累计、贷款与贴息能否由文中的数算出；“逐年减少”等说法是否符合数据；同一目标有没有两个期限；表号、图号是否存在、是否指对了类别。
          </p>
        )}
        {checked && counts && <MarkList checked={checked} />}
        {counts?.wrong === 0 && counts.right > 0 && <p className="xj-faint">没有发现不符的地方。</p>}
      </section>
    </div>
  );
}
