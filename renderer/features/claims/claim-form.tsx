// 录入声明数: a figure from a document, with its place and its source.
import { Checkbox, Form, Input, Modal, Select, Space } from 'antd';
import { useMemo } from 'react';
import { CLAIM_UNITS, type TypedClaim } from '#shared/checks/typed-claims.ts';
import { useProjects, useReference } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { columnOptions, rowOptions } from './claim-options.ts';

const BLANK: TypedClaim = {
  table: '',
  row: 'total',
  column: 'total',
  text: '',
  unit: '万元',
  source: '',
  isStrict: true,
};

export function ClaimForm({ id, claim, close }: { id: string | null; claim: TypedClaim | null; close: () => void }) {
  const session = useSession();
  const about = useReference().data;
  const projects = useProjects().data?.projects;
  const [form] = Form.useForm<TypedClaim>();
  const row = Form.useWatch('row', form) ?? claim?.row ?? BLANK.row;
  const isCount = Form.useWatch('column', form) === 'count';
  const rows = useMemo(() => {
    const towns = new Set((projects ?? []).flatMap(({ town }) => town?.trim() || []));
    return about ? rowOptions(about.plan, about.reference, [...towns]) : [];
  }, [about, projects]);
  const columns = useMemo(() => (about ? columnOptions(about.plan, about.reference, row) : []), [about, row]);
  const save = async (values: TypedClaim): Promise<void> => {
    const input = { id, claim: { ...values, unit: values.unit ?? '万元', source: values.source ?? '' } };
    const done = await session.attempt('正在保存声明数', () => session.write('claims.save', input));
    if (done) close();
  };
  const required = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <Modal
      open
      title={id === null ? '录入声明数' : '修改声明数'}
      width={560}
      okText="保存"
      cancelText="取消"
      onCancel={close}
      onOk={() => form.submit()}
      okButtonProps={{ 'data-testid': 'claim-save' }}
    >
      <p className="xj-faint">把已印发、已上报或文件里写明的数录进来，与本工作簿的汇总数核对。它不改变任何项目。</p>
      <Form
        form={form}
        layout="horizontal"
        labelCol={{ span: 4 }}
        initialValues={claim ?? BLANK}
        onFinish={(values) => void save(values)}
      >
        <Form.Item name="table" label="表名" rules={required('请填写表名或文件名')}>
          <Input placeholder="如：市级规划 表3" maxLength={100} autoFocus data-testid="claim-table" />
        </Form.Item>
        <Form.Item name="row" label="行" rules={required('请选择行')}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={rows} data-testid="claim-row" />
        </Form.Item>
        <Form.Item name="column" label="列" rules={required('请选择列')}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={columns} data-testid="claim-column" />
        </Form.Item>
        <Form.Item label="数值" required>
          <Space.Compact block>
            <Form.Item name="text" noStyle rules={required('请照原文填写数值')}>
              <Input placeholder="照原文填写，小数位数照抄" data-testid="claim-text" />
            </Form.Item>
            {!isCount && (
              <Form.Item name="unit" noStyle>
                <Select style={{ width: 90 }} options={CLAIM_UNITS.map((unit) => ({ value: unit, label: unit }))} />
              </Form.Item>
            )}
          </Space.Compact>
        </Form.Item>
        <Form.Item name="source" label="出处">
          <Input placeholder="文号、页码，如：玉乡振发〔2023〕1号 第12页" maxLength={200} data-testid="claim-source" />
        </Form.Item>
        <Form.Item name="isStrict" valuePropName="checked" wrapperCol={{ offset: 4 }}>
          <Checkbox>必须一致（不一致列为强制性差错；不勾选的只作提示，可以写属实说明）</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  );
}
