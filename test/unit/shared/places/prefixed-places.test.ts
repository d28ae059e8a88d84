// Places with province, city and county in front in one cell, with and without the words for their kind.
import { expect, it } from 'vitest';
import type { Region } from '#shared/domain/reference.ts';
import { placeReader } from '#shared/places/place-key.ts';

const region = (
  code: string,
  parent: string | null,
  name: string,
  level: Region['level'],
  ...aliases: string[]
): Region => ({
  code,
  parent,
  name,
  level,
  aliases,
});
const REGIONS = [
  region('45', null, '广西壮族自治区', 'province', '广西'),
  region('4503', '45', '桂林市', 'city', '桂林'),
  region('450332', '4503', '恭城瑶族自治县', 'county', '恭城县', '恭城'),
  region('150303', '4503', '海南区', 'county', '海南'),
  region('450332101', '450332', '平安镇', 'town', '平安', '平安乡'),
  region('450332102', '450332', '莲花镇', 'town', '莲花'),
];

it.each([
  ['广西桂林恭城瑶族自治县平安镇', '广西桂林恭城瑶族自治县', '平安镇', ''],
  ['广西壮族自治区桂林市恭城县莲花镇竹山村', '广西壮族自治区桂林市恭城县', '莲花镇', '竹山村'],
  ['广西恭城平安镇', '广西恭城', '平安镇', ''],
  ['桂林恭城平安镇', '桂林恭城', '平安镇', ''],
  ['海南区平安镇', '海南区', '平安镇', ''],
  ['平安镇', '', '平安镇', ''],
])('%s', (text, county, town, village) => {
  expect(placeReader(REGIONS).split(text)).toEqual({ county, town, village });
});
