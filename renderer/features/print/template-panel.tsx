// Templates: an empty one for offices to fill in, and an office's own form filled from the workbook.
import { Button } from 'antd';
import { useSession } from '../../session.ts';
import type { Writer } from '../output/use-writer.ts';

export function TemplatePanel({ writer }: { writer: Writer }) {
  const session = useSession();
  const exportEmpty = (): Promise<void> =>
    writer.run({
      what: '空白填报模板',
      kind: 'xlsx',
      fileName: '项目填报模板',
      doing: '正在生成填报模板',
      write: (token) => session.call('export.template', { token }),
    });
  const fill = async (): Promise<void> => {
    const [template] = (await session.chooseOpen('xlsx', '选择对方单位的模板（.xlsx）')) ?? [];
    if (!template) return;
    await writer.run({
      what: '填好的表',
      kind: 'xlsx',
      fileName: `${template.name.replace(/\.xlsx$/i, '')}（已填）.xlsx`,
      doing: '正在按模板填写',
      write: (token) => session.call('export.fill', { templateToken: template.token, token }),
    });
  };
  return (
    <section>
      <h2>填报模板</h2>
      <Button
        block
        loading={writer.busy === '空白填报模板'}
        onClick={() => void exportEmpty()}
        data-testid="export-template"
        title="带下拉选项的空表，发给各单位填写，收回后可以直接导入"
      >
        空白填报模板…
      </Button>
      <Button
        block
        loading={writer.busy === '填好的表'}
        onClick={() => void fill()}
        data-testid="export-fill"
        title="选择对方单位的表，按它的表头和格式填入项目，原表的样式、列宽、公式不动"
      >
        按单位模板填写…
      </Button>
    </section>
  );
}
