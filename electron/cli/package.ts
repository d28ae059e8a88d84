// xianjie package: hands up, or down, what is the office's to send.
import { PACKAGE_KINDS } from '#shared/domain/exchange.ts';
import { PACKAGE_SPECS, packageKindOf } from '#shared/package/package-kinds.ts';
import { toFen, wanText } from '#shared/values/money.ts';
import { type Command, operand, requireEnding, UsageError } from './command.ts';
import { isoToday } from './fund-options.ts';
import { readPassword } from './read-password.ts';

export const PACKAGE: Command = {
  name: 'package',
  operands: 'WORKBOOK OUT.xjpkg',
  count: [2, 2],
  summary: '上报、下达：把本单位的项目和办理、资金、公示打成一个包，旁边另写一份附表.xlsx',
  details: [
    ...PACKAGE_KINDS.map((kind) => `${kind}（${PACKAGE_SPECS[kind].from.join('、')}）：${PACKAGE_SPECS[kind].help}。`),
    '类型默认按本单位：村申报包，乡镇审核包，部门论证意见包，县、市规划包；写了 --to 的是下达包。',
    '本单位默认是工作簿的地区；乡镇、村、部门第一次用 --office 写明，以后记在工作簿里。',
    '只装本单位范围内的项目。有强制性差错的不能上报；按规则可以说明的，说明后可以。',
    '包里有校验值，改一个字节也会被发现。密码忘了谁也打不开。',
    '签名用本机保存的本单位密钥（不在工作簿里）；收件单位记住公钥以后，没有签名、换了密钥的包不再接收。',
  ],
  options: {
    kind: { type: 'string', value: 'K', help: `类型：${PACKAGE_KINDS.join('、')}` },
    office: { type: 'string', value: 'NAME', help: '本单位：大营街街道、大营街街道师旗、区农业农村局……' },
    to: { type: 'string', value: 'NAME', help: '下达、退回给哪个单位' },
    step: { type: 'boolean', help: '同时办理：申报包“村已申报”、审核包“乡已审核”，日期为今天' },
    sign: { type: 'boolean', help: '用本单位的密钥签名（本机已有密钥的自动签名）' },
    unsigned: { type: 'boolean', help: '不签名' },
    number: { type: 'string', value: 'N', help: '编号从 N 起（换了新工作簿、要接着以前的编号时）' },
    'package-password-file': {
      type: 'string',
      value: 'F',
      help: '包的密码与工作簿的不同时，第一行写着包的密码的文本文件',
    },
  },
  async run(context) {
    const { args, backend, say } = context;
    const out = operand(context, 1);
    requireEnding(out, ['.xjpkg']);
    const word = args.text('kind');
    const kind = word === undefined ? undefined : packageKindOf(word);
    if (word !== undefined && kind === undefined)
      throw new UsageError(`选项 --kind 只能是 ${PACKAGE_KINDS.join('、')}，不能是“${word}”。`);
    if (args.flag('sign') && args.flag('unsigned')) throw new UsageError('--sign 和 --unsigned 只能写一个。');
    const number = args.text('number');
    if (number !== undefined && !/^[1-9]\d{0,5}$/.test(number))
      throw new UsageError(`选项 --number 应是 1 以上的整数，不能是“${number}”。`);
    const password = readPassword(args.text('package-password-file') ?? args.text('password-file'));
    await backend.open(operand(context, 0), 'change');
    const office = args.text('office');
    if (office !== undefined) await backend.call('package.chooseOffice', { name: office });
    const made = await backend.call('package.make', {
      token: backend.grant(out).token,
      stepOn: args.flag('step') ? isoToday(context) : null,
      ...(kind === undefined ? {} : { kind }),
      ...(args.text('to') === undefined ? {} : { to: args.text('to') }),
      ...(password === undefined ? {} : { password }),
      ...(args.flag('sign') ? { sign: true } : args.flag('unsigned') ? { sign: false } : {}),
      ...(number === undefined ? {} : { number: Number(number) }),
    });
    const totalWan = wanText(toFen(made.totalFen));
    for (const note of made.notes) say(note);
    say(
      `${made.office} ${made.kind}第 ${made.number} 号：${made.projects} 个项目，总投资 ${totalWan} 万元${made.isSigned ? '，已签名' : ''}${password === undefined ? '' : '，已加密'}。附表：${made.annex}`,
    );
    const { kind: written, office: from, number: at, projects, annex, isSigned: signed } = made;
    return {
      status: 0,
      value: { file: out, kind: written, office: from, number: at, projects, totalWan, annex, signed },
    };
  },
};
