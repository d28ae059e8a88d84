// The field that finds the place of a new workbook: by a part of its name, pinyin, code; what was used last stands ready.
import { Select } from 'antd';
import { useState } from 'react';
import type { FoundPlace } from '#shared/contract/methods.ts';
import { useFoundPlaces } from '../../api/queries.ts';

const LEVEL_NAMES: Readonly<Record<FoundPlace['level'], string>> = {
  province: '省级',
  city: '市级',
  county: '县级',
  town: '乡镇',
  village: '村级',
};

export interface PlaceFieldProps {
  id: string;
  recent: readonly FoundPlace[];
  place: FoundPlace | null;
  onChange(place: FoundPlace | null): void;
}

export function PlaceField({ id, recent, place, onChange }: PlaceFieldProps) {
  const [text, setText] = useState('');
  const typed = text.trim();
  const { data, isFetching } = useFoundPlaces(typed);
  const found = typed === '' ? recent : (data?.places ?? []);
  const near = typed !== '' && found.length === 0 ? (data?.nearest ?? []) : [];
  const listed = [...found, ...near];
  const toOption = ({ code, full }: FoundPlace) => ({ value: code, label: full });
  const options = [
    ...(typed === '' && recent.length > 0 ? [{ label: '最近用过', options: recent.map(toOption) }] : []),
    ...(typed !== '' ? found.map(toOption) : []),
    ...(near.length > 0 ? [{ label: '没有这个代码，相近的有', options: near.map(toOption) }] : []),
    // What is chosen keeps its name in the field.
    ...(place && !listed.some(({ code }) => code === place.code) && typed === '' ? [toOption(place)] : []),
  ];
  return (
    <Select
      id={id}
      allowClear
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      placeholder="输入名称、拼音首字母或行政区划代码"
      notFoundContent={typed === '' ? EMPTY_HELP : isFetching ? '正在查找…' : `没有找到“${typed}”（不含港澳台）`}
      options={options}
      optionRender={({ value }) => {
        const one = [...listed, ...(place ? [place] : [])].find(({ code }) => code === value);
        return (
          one && (
            <span className="xj-place-option">
              <span>{one.full}</span>
              <span className="xj-faint">
                {LEVEL_NAMES[one.level]} {one.code}
              </span>
            </span>
          )
        );
      }}
      popupRender={(menu) => (
        <>
          {menu}
          {typed !== '' && data?.hasMore && <div className="xj-place-more">还有更多，请把名称写全些</div>}
        </>
      )}
      value={place?.code ?? null}
      onChange={(code: string | null) => {
        setText('');
        onChange([...listed, ...(place ? [place] : [])].find((one) => one.code === code) ?? null);
      }}
      data-testid="new-region"
    />
  );
}

const EMPTY_HELP = '例如：大冶、daye、dys、420281、“红塔区 甸苴”';
