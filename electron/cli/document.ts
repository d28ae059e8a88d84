// xianjie document: the plan's chapters with their sentences, tables and figures, on screen or as a file.
import { extname } from 'node:path';
import type { BlockView } from '#shared/contract/methods/text.ts';
import { type Command, choose, operand, requireEnding } from './command.ts';

export const DOCUMENT: Command = {
  name: 'document',
  operands: 'WORKBOOK [OUT]',
  count: [1, 2],
  summary: '写出规划文稿（建设任务、投资概算及资金筹措）的文字、表和图：.docx，或只有表和文字的 .xlsx',
  details: ['不写 OUT 时把文稿显示出来，每一部分前面的编号可以用在 --part 后面。'],
  options: {
    part: {
      type: 'string',
      multiple: true,
      value: 'ID',
      help: '只要这一部分（段落、表或图），如 text:years、表4-1、图5-2；可写几次',
    },
    look: { type: 'string', value: 'official|report', help: '公文格式（GB/T 9704）或一般报告；不写为公文格式' },
    title: { type: 'string', value: 'TEXT', help: '文档标题；不写则没有标题' },
    plain: { type: 'boolean', help: '表号、图号写成普通文字，不用 Word 的题注和交叉引用' },
    'no-contents': { type: 'boolean', help: '不要目录' },
    values: { type: 'boolean', help: '.xlsx 里合计写数值，不写公式' },
  },
  async run(context) {
    const { args, backend, print, say } = context;
    const out = args.positionals[1];
    if (out !== undefined) requireEnding(out, ['.docx', '.xlsx']);
    const look = choose(args.text('look'), ['official', 'report'] as const, 'look', 'official');
    await backend.open(operand(context, 0), 'read');
    if (out === undefined) {
      const { blocks } = await backend.call('text.get', {});
      for (const block of blocks) print(lineOf(block));
      return { status: 0, value: { parts: blocks.map(partJson) } };
    }
    const parts = args.texts('part');
    const { notes } = await backend.call('export.document', {
      token: backend.grant(out).token,
      look,
      numbering: args.flag('plain') ? 'plain' : 'fields',
      contents: !args.flag('no-contents'),
      title: args.text('title') ?? '',
      formulas: !args.flag('values'),
      ...(parts.length > 0 ? { parts } : {}),
    });
    for (const note of notes) say(note);
    say(`已写出${extname(out) === '.xlsx' ? '表和文字' : '文稿'}：${out}`);
    return { status: 0, value: { file: out, notes } };
  },
};

function textOf(block: Extract<BlockView, { kind: 'paragraph' }>): string {
  return block.checked.pieces.map(({ text }) => text).join('');
}

function lineOf(block: BlockView): string {
  if (block.kind === 'heading') return `\n${block.text}`;
  if (block.kind === 'paragraph') return `[${block.id}] ${textOf(block)}`;
  return `[${block.id}] ${block.title}`;
}

function partJson(block: BlockView) {
  const { kind, id } = block;
  if (kind === 'heading') return { kind, text: block.text };
  return kind === 'paragraph' ? { kind, id, text: textOf(block) } : { kind, id, title: block.title };
}
