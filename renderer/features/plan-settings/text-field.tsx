// A field that is saved when it is left or Enter is pressed; Esc puts back what was there.
import { Input, Select } from 'antd';
import { useEffect, useState } from 'react';

interface Props {
  id: string;
  value: string;
  disabled: boolean;
  onSave: (text: string) => void;
  placeholder?: string;
}

export function TextField({ id, value, disabled, onSave, placeholder }: Props) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const save = (): void => {
    if (text.trim() !== value) onSave(text);
  };
  return (
    <Input
      id={id}
      data-testid={id}
      value={text}
      disabled={disabled}
      placeholder={placeholder ?? ''}
      onChange={({ target }) => setText(target.value)}
      onBlur={save}
      onPressEnter={(event) => !event.nativeEvent.isComposing && save()}
      onKeyDown={(event) => event.key === 'Escape' && setText(value)}
    />
  );
}

interface NamesProps {
  id: string;
  value: readonly string[];
  disabled: boolean;
  onSave: (names: string[]) => void;
}

/** Other names, each a tag; several can be pasted, parted by ；. */
export function NamesField({ id, value, disabled, onSave }: NamesProps) {
  return (
    <Select
      id={id}
      mode="tags"
      open={false}
      suffixIcon={null}
      tokenSeparators={['；', ';', '\n', '\t']}
      value={[...value]}
      disabled={disabled}
      placeholder="输入后按回车"
      aria-label="别名"
      onChange={onSave}
      data-testid={id}
    />
  );
}
