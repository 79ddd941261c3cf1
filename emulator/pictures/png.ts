/**
 * A picture of four colours as a PNG. The pixels are stored, not packed: packers differ from machine to machine,
 * and the same picture has to be the same bytes everywhere.
 */

export type Colour = readonly [red: number, green: number, blue: number];

export type Picture = {
  readonly side: number;
  readonly palette: readonly [Colour, Colour, Colour, Colour];
  /** Which of the four colours stands at a place. */
  readonly at: (x: number, y: number) => number;
};

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PIXELS_PER_BYTE = 4;

export function png({ side, palette, at }: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // Two bits a pixel, an index into the palette; packed, filtered and interlaced in the one plain way.
  header.set([2, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', stored(rowsOf(side, at))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function rowsOf(side: number, at: Picture['at']): Buffer {
  const width = Math.ceil(side / PIXELS_PER_BYTE) + 1;
  const rows = Buffer.alloc(width * side);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const byte = y * width + 1 + Math.floor(x / PIXELS_PER_BYTE);
      rows[byte] = (rows[byte] ?? 0) | (at(x, y) << (6 - 2 * (x % PIXELS_PER_BYTE)));
    }
  }
  return rows;
}

/** A zlib stream of one block that is not compressed; such a block holds at most 65,535 bytes. */
function stored(bytes: Buffer): Buffer {
  const head = Buffer.from([0x78, 0x01, 0x01, 0, 0, 0, 0]);
  head.writeUInt16LE(bytes.length, 3);
  head.writeUInt16LE(~bytes.length & 0xffff, 5);
  const foot = Buffer.alloc(4);
  foot.writeUInt32BE(adler32(bytes));
  return Buffer.concat([head, bytes, foot]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

function adler32(bytes: Buffer): number {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return high * 65_536 + low;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (CRC_TABLE[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}
