// Change orders by the command line: a printed plan is changed, the changes are listed, registered and approved.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { startBook } from '#test/support/change-book.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

it('a printed plan is changed: told, registered, approved, taken back', async () => {
  const { book, run, load } = await startBook(
    '1,A1,甲村灌溉渠建设,大营街街道,甸苴,修渠,2025,30,30,30',
    '2,A2,乙村道路硬化,大营街街道,甸苴,修路,2025,50,50,50',
  );
  expect(await run('change', book)).toEqual({ orders: [], unregistered: 0 });
  expect((await xianjie('change', book, 'new', '--unregistered', '--reason', '资金调整')).err).toContain(
    '还没有保存过印发稿',
  );
  await run('version', book, 'save', '印发稿', '--kind', '印发稿', '--doc', '红政发〔2025〕1号');
  await load('2,A2,乙村道路硬化,大营街街道,甸苴,修路2公里,2025,60,60,60');
  expect(await run('change', book, 'unregistered')).toMatchObject({
    printed: '印发稿',
    changes: [
      { type: '调增、内容变更、资金来源变更', name: '乙村道路硬化', beforeWan: '50', afterWan: '60', asked: null },
    ],
  });
  const checked = await xianjie('check', book, '--json');
  expect(
    (checked.json() as { findings: { rule: string }[] }).findings.filter(({ rule }) => rule === 'G01'),
  ).toHaveLength(1);

  const before = readFileSync(book);
  expect((await xianjie('change', book, 'new', '--unregistered')).err).toContain('调整要有理由');
  expect((await xianjie('change', book, 'new')).status).toBe(2);
  expect((await xianjie('change', book, 'approve', 'x')).status).toBe(2);
  expect((await xianjie('change', book, 'approve', 'xxxx', '--doc', '1号', '--date', '2025-05-08')).err).toContain(
    '没有调整变更“xxxx”',
  );
  expect(readFileSync(book).equals(before)).toBe(true);

  const made = (await run(
    'change',
    book,
    'new',
    '--unregistered',
    '--reason',
    '资金调整',
    '--applicant',
    '大营街街道',
  )) as {
    orders: { id: string }[];
  };
  expect(made).toMatchObject({
    orders: [{ state: '申请中', differenceWan: '10', reason: '资金调整', applicant: '大营街街道' }],
  });
  const id = made.orders[0]?.id ?? '';
  expect(
    await run('change', book, 'approve', id, '--doc', '红政复〔2025〕5号', '--date', '2025年5月8日'),
  ).toMatchObject({
    orders: [{ id, state: '已批复', documentNumber: '红政复〔2025〕5号', approvedAt: '2025-05-08' }],
  });
  expect(await run('change', book)).toMatchObject({ orders: [{ state: '已批复' }], unregistered: 0 });
  await run('undo', book);
  expect(await run('change', book, 'withdraw', id.slice(0, 8), '--text', '另报')).toMatchObject({
    orders: [{ state: '撤回' }],
  });
  expect(await run('change', book)).toMatchObject({ unregistered: 1 });
});
