// xianjie charts: the plan's charts as picture files.
import { type Command, choose, operand, requireEnding, UsageError } from './command.ts';
import { readShowing, SHOWING_OPTIONS } from './showing-options.ts';

export const CHARTS: Command = {
  name: 'charts',
  operands: 'WORKBOOK OUT.zip|OUT.svg|OUT.png',
  count: [2, 2],
  summary: '把规划的图写成图片：全部写成 .zip，单独一张写成 .svg 或 .png',
  options: {
    chart: { type: 'string', multiple: true, value: 'ID', help: '只要这张图：编号（图5-2）、代号或图名；可写几次' },
    format: { type: 'string', value: 'png|svg', help: '.zip 里图片的格式，默认 png' },
    scale: { type: 'string', value: 'N', help: 'PNG 的清晰度，1 到 6，默认 3' },
    ...SHOWING_OPTIONS,
  },
  async run(context) {
    const { args, backend, say } = context;
    const out = operand(context, 1);
    requireEnding(out, ['.zip', '.svg', '.png']);
    const format = choose(args.text('format'), ['png', 'svg'], 'format', 'png');
    const scale = args.text('scale') ?? '3';
    if (!/^[1-6]$/.test(scale)) throw new UsageError(`选项 --scale 应为 1 到 6 的整数，不能是“${scale}”。`);
    const showing = readShowing(args);
    await backend.open(operand(context, 0), 'read');
    const ids = args.texts('chart');
    const { pictures } = await backend.call('export.charts', {
      token: backend.grant(out).token,
      format,
      scale: Number(scale),
      showings: { '*': showing },
      ...(ids.length > 0 ? { ids } : {}),
    });
    say(`已写出 ${pictures} 张图：${out}`);
    return { status: 0, value: { file: out, pictures } };
  },
};
