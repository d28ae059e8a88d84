// A long text table for measurements: rows of a project list, hardly two of them alike.

/** CSV of about so many bytes of UTF-8: 250 bytes and 8 fields a row. */
export function makeBenchTable(bytes: number): Buffer {
  const lines = ['序号,项目名称,规划类别,建设地点,建设内容,总投资,责任单位,备注\n'];
  for (let row = 1, size = 0; size < bytes; row += 1) {
    const work = `新建道路${row}米并配套排水沟渠以及附属设施${row % 313}处，灌溉面积${row % 1009}亩的一段比较长的建设内容说明`;
    const name = `某某镇第${row % 700}批产业发展项目（${row % 9}期）`;
    const line = `${row},${name},产业发展,某某镇第${row % 97}村,${work},${row % 5000}.${row % 10},农业农村局,备注${row % 50}\n`;
    size += Buffer.byteLength(line);
    lines.push(line);
  }
  return Buffer.from(lines.join(''));
}
