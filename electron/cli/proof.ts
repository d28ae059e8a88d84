// xianjie proof: a draft of somebody else held against itself, and against a workbook.
import type { ProofView } from '#shared/contract/methods/proof.ts';
import { PROOF_LEVELS, proofSummary } from '#shared/proof/proof-list.ts';
import type { ToldFinding } from '#shared/proof/proof-report.ts';
import { type Command, operand, requireEnding } from './command.ts';

export const PROOF: Command = {
  name: 'proof',
  operands: 'DRAFT',
  count: [1, 1],
  summary: '文稿核对：文稿里每个数与表、与前后文（和工作簿）核对；有不符时退出状态为 1',
  details: [
    '文稿可以是 .docx、.doc、.wps、.pdf（有文字的）、.odt、.rtf、.txt、网页或电子表格；不需要工作簿。',
    '批注稿是原来的 .docx 加上批注，其余不动；别的格式请用 --list 写核对清单。',
  ],
  options: {
    workbook: { type: 'string', value: 'WORKBOOK', help: '同时与这个工作簿的数据核对' },
    out: { type: 'string', value: 'MARKED.docx', help: '写出批注稿（文稿须是 .docx）' },
    list: { type: 'string', value: 'LIST.xlsx|.pdf', help: '写出核对清单' },
  },
  async run({ args, backend, print, say }) {
    const file = operand({ args }, 0);
    const out = args.text('out');
    const list = args.text('list');
    const workbook = args.text('workbook');
    if (out !== undefined) requireEnding(out, ['.docx']);
    if (list !== undefined) requireEnding(list, ['.xlsx', '.pdf']);
    if (workbook !== undefined) await backend.open(workbook, 'read');
    const view = await backend.call('proof.file', { token: backend.grant(file).token });
    const { id, draft, report } = view;
    for (const remark of draft.remarks) say(remark);
    for (const finding of report.findings) print(findingLine(finding));
    if (out !== undefined) {
      const { notes } = await backend.call('proof.mark', { id, token: backend.grant(out).token });
      for (const note of notes) say(note);
      say(`已写出批注稿 ${out}`);
    }
    if (list !== undefined) {
      const { notes } = await backend.call(list.toLowerCase().endsWith('.pdf') ? 'proof.pdf' : 'proof.list', {
        ...{ id, token: backend.grant(list).token },
      });
      for (const note of notes) say(note);
      say(`已写出核对清单 ${list}`);
    }
    say(`核对完毕：${proofSummary(report)}。`);
    return { status: report.findings.some(({ level }) => level === 'error') ? 1 : 0, value: proofJson(view) };
  },
};

function findingLine({ level, place, message, cause }: ToldFinding): string {
  return `【${PROOF_LEVELS[level]}】${place.words}：${message}${cause === null ? '' : `（可能原因：${cause}）`}`;
}

/** The shape of the contract; `place` and what follows is more than it asks for. */
function proofJson({ draft, report, plan }: ProofView) {
  const { tables, figures, findings, unlocated } = report;
  return {
    tables,
    figures,
    findings: findings.map(({ place, sources, rule, level, raw, expected, difference, message, cause }) => ({
      ...{ rule, level, raw, expected, difference },
      where: {
        ...{ kind: place.kind, paragraph: place.paragraph, table: place.table },
        ...{ row: place.row, column: place.column, caption: place.caption, headings: place.headings },
      },
      ...{ message, cause, place: place.words, against: sources },
    })),
    unlocated: unlocated.map(({ words, raw }) => ({ place: words, raw })),
    ...{ format: draft.format, remarks: draft.remarks, plan },
  };
}
