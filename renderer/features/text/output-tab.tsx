// 输出: the chosen parts of the document as Word or Excel.
import { FileExcelOutlined, FileWordOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Radio, Spin } from 'antd';
import { periodText } from '#shared/domain/reference.ts';
import type { DocumentOptions } from '#shared/text/document-options.ts';
import { useWorkbook } from '../../api/queries.ts';
import { useViewState } from '../../api/records.ts';
import { useSession } from '../../session.ts';
import { useWriter } from '../output/use-writer.ts';
import { WrittenNote } from '../output/written-note.tsx';
import { type OutputSection, outputSections, tick, tickedOf } from './output-parts.ts';
import { useText } from './use-text.ts';
import './text-output.css';

interface Choices extends Omit<DocumentOptions, 'parts' | 'title'> {
  /** What is not printed: parts that come later are printed. */
  left: string[];
  /** Null until it is changed: the name of the plan. */
  title: string | null;
}

const FIRST: Choices = { look: 'official', numbering: 'fields', contents: true, formulas: true, left: [], title: null };

export function OutputTab() {
  const { call } = useSession();
  const workbook = useWorkbook();
  const query = useText();
  const writer = useWriter();
  const { value: choices, remember } = useViewState('text.output', FIRST);
  const set = (part: Partial<Choices>): void => remember({ ...choices, ...part });
  if (!query.data) return <Spin className="xj-page-spin" />;
  const sections = outputSections(query.data.blocks);
  const left = new Set(choices.left);
  const all = sections.flatMap(({ parts }) => parts.map(({ id }) => id));
  const chosen = all.filter((id) => !left.has(id));
  const plan = workbook?.plan;
  const name = plan ? `${plan.regionName}${plan.name}规划\n（${periodText(plan).replace(' ', '')}）` : '';
  const title = choices.title ?? name;

  const write = (kind: 'docx' | 'xlsx', what: string): Promise<void> => {
    const { look, numbering, contents, formulas } = choices;
    return writer.run({
      what,
      kind,
      fileName: '规划文稿',
      doing: `正在写${what}`,
      write: (token) => call('export.document', { token, look, numbering, contents, formulas, title, parts: chosen }),
    });
  };
  return (
    <div className="xj-output">
      <aside>
        <h2>Word 文档</h2>
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 3 }}
          aria-label="文档标题"
          placeholder="文档标题，可以不写"
          value={title}
          onChange={(event) => set({ title: event.target.value })}
        />
        <Radio.Group
          value={choices.look}
          onChange={(event) => set({ look: event.target.value })}
          options={[
            { value: 'official', label: '公文格式（GB/T 9704，仿宋三号）' },
            { value: 'report', label: '一般报告（宋体小四）' },
          ]}
        />
        <Checkbox
          checked={choices.numbering === 'fields'}
          onChange={(event) => set({ numbering: event.target.checked ? 'fields' : 'plain' })}
        >
          表号、图号用题注，文中引用可点击跳转
        </Checkbox>
        <Checkbox checked={choices.contents} onChange={(event) => set({ contents: event.target.checked })}>
          目录
        </Checkbox>
        {choices.contents && <p className="xj-faint">打开文档后在目录上点右键“更新域”，页码才会写上。</p>}
        <Button
          type="primary"
          block
          icon={<FileWordOutlined />}
          disabled={chosen.length === 0}
          loading={writer.busy === 'Word 文档'}
          onClick={() => void write('docx', 'Word 文档')}
          data-testid="output-docx"
        >
          输出 Word…
        </Button>
        <h2>Excel 工作簿</h2>
        <Checkbox checked={choices.formulas} onChange={(event) => set({ formulas: event.target.checked })}>
          小计、合计写成公式
        </Checkbox>
        <Button
          block
          icon={<FileExcelOutlined />}
          disabled={chosen.length === 0}
          loading={writer.busy === 'Excel 工作簿'}
          onClick={() => void write('xlsx', 'Excel 工作簿')}
          data-testid="output-xlsx"
        >
          输出 Excel…
        </Button>
        <p className="xj-faint">每张表一个工作表，文字在“文稿”工作表，不含图。</p>
      </aside>
      <section>
        <WrittenNote writer={writer} />
        <div className="xj-bar">
          <Checkbox
            checked={chosen.length === all.length}
            indeterminate={chosen.length > 0 && chosen.length < all.length}
            onChange={(event) => set({ left: event.target.checked ? [] : all })}
            data-testid="output-all"
          >
            全部
          </Checkbox>
          <span className="xj-faint" data-testid="output-count">
            已选 {chosen.length} / {all.length} 部分
          </span>
        </div>
        <div className="xj-output-list">
          {sections.map((section) => (
            <Section
              key={section.id}
              section={section}
              left={left}
              change={(ids, isTicked) => set({ left: tick(left, ids, isTicked) })}
            />
          ))}
        </div>
      </section>
    </div>
  );
}

interface SectionProps {
  section: OutputSection;
  left: ReadonlySet<string>;
  change: (ids: readonly string[], isTicked: boolean) => void;
}

function Section({ section, left, change }: SectionProps) {
  const ticked = tickedOf(section.all, left);
  return (
    <div className={`is-level-${section.level}`}>
      <Checkbox
        checked={ticked === 'all'}
        indeterminate={ticked === 'some'}
        onChange={(event) => change(section.all, event.target.checked)}
      >
        <b>{section.text}</b>
      </Checkbox>
      {section.parts.map(({ id, label }) => (
        <Checkbox
          key={id}
          className="xj-output-part"
          checked={!left.has(id)}
          onChange={(event) => change([id], event.target.checked)}
          data-testid={`output-part-${id}`}
        >
          {label}
        </Checkbox>
      ))}
    </div>
  );
}
