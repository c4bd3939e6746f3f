import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * A picture of a window in 256 colours: a third of the bytes, and no difference that an eye would see in so much plain colour.
 * Reads what Chromium writes: 8 bits a channel, RGB with or without alpha, not interlaced.
 */
export function smallPng(png: Buffer): Buffer {
  const { width, height, channels, rows } = read(png);
  const pixels = width * height;
  // Colours by their upper five bits: how often, and the sums of their exact values.
  const counts = new Uint32Array(1 << 15);
  const sums = new Float64Array(3 << 15);
  const buckets = new Uint16Array(pixels);
  for (let pixel = 0, at = 0; pixel < pixels; pixel++, at += channels) {
    const [red, green, blue] = [rows[at] as number, rows[at + 1] as number, rows[at + 2] as number];
    const bucket = ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3);
    buckets[pixel] = bucket;
    counts[bucket] = (counts[bucket] as number) + 1;
    [red, green, blue].forEach((value, channel) => (sums[bucket * 3 + channel] = (sums[bucket * 3 + channel] as number) + value));
  }
  const used = [...counts.keys()].filter((bucket) => counts[bucket]).sort((a, b) => (counts[b] as number) - (counts[a] as number));
  const colour = (bucket: number): number[] => [0, 1, 2].map((channel) => (sums[bucket * 3 + channel] as number) / (counts[bucket] as number));
  const palette = used.slice(0, 256).map(colour);
  const indexOf = new Uint8Array(1 << 15);
  for (const bucket of used) indexOf[bucket] = nearest(colour(bucket), palette);

  const lines = Buffer.alloc((width + 1) * height);
  for (let pixel = 0; pixel < pixels; pixel++) lines[pixel + Math.floor(pixel / width) + 1] = indexOf[buckets[pixel] as number] as number;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('PLTE', Buffer.from(palette.flat().map(Math.round))), chunk('IDAT', deflateSync(lines, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function nearest(wanted: readonly number[], palette: readonly number[][]): number {
  let best = 0;
  let least = Infinity;
  palette.forEach((known, index) => {
    const distance = known.reduce((sum, value, channel) => sum + (value - (wanted[channel] as number)) ** 2, 0);
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

/** The pixels of a picture, row by row, with the filters of its rows undone. */
function read(png: Buffer): { width: number; height: number; channels: number; rows: Buffer } {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = png[25] === 6 ? 4 : 3;
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const filtered = inflateSync(Buffer.concat(data));
  const stride = width * channels;
  const rows = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = filtered[row * (stride + 1)];
    for (let column = 0; column < stride; column++) {
      const at = row * stride + column;
      const left = column >= channels ? (rows[at - channels] as number) : 0;
      const up = row > 0 ? (rows[at - stride] as number) : 0;
      const corner = row > 0 && column >= channels ? (rows[at - stride - channels] as number) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter as number] as number;
      rows[at] = (filtered[row * (stride + 1) + 1 + column] as number) + guess;
    }
  }
  return { width, height, channels, rows };
}

function paeth(left: number, up: number, corner: number): number {
  const [byLeft, byUp, byCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
