const text = new TextDecoder();

/** Reads protocol buffers: fields one after the other, numbers up to 2^53. */
export class Reader {
  constructor(bytes, at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = at;
    this.end = end;
  }

  /** Calls fn(field number, wire type) for each field; what fn does not read is skipped. */
  fields(fn) {
    while (this.at < this.end) {
      const key = this.varint();
      const before = this.at;
      fn(key >>> 3, key & 7);
      if (this.at === before) this.skip(key & 7);
    }
  }

  varint() {
    const { bytes } = this;
    let byte = bytes[this.at++];
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    let factor = 128;
    do {
      if (this.at >= this.end) throw new RangeError('the tile ends within a number');
      byte = bytes[this.at++];
      value += (byte & 0x7f) * factor;
      factor *= 128;
    } while (byte >= 0x80);
    return value;
  }

  /** int64: a negative number takes ten bytes, more than a double holds. */
  signedVarint() {
    const start = this.at;
    const value = this.varint();
    if (this.at - start < 8) return value;
    let exact = 0n;
    for (let at = this.at - 1; at >= start; at--) exact = (exact << 7n) | BigInt(this.bytes[at] & 0x7f);
    return Number(BigInt.asIntN(64, exact));
  }

  zigzag() {
    const value = this.varint();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  float() {
    this.at += 4;
    return this.view.getFloat32(this.at - 4, true);
  }

  double() {
    this.at += 8;
    return this.view.getFloat64(this.at - 8, true);
  }

  /** The end of a message that starts here; moves behind its length. */
  message() {
    const length = this.varint();
    if (this.at + length > this.end) throw new RangeError('the tile is cut short');
    return this.at + length;
  }

  string() {
    const end = this.message();
    const value = text.decode(this.bytes.subarray(this.at, end));
    this.at = end;
    return value;
  }

  /** A reader of the message that starts here; this one moves behind it. */
  inner() {
    const end = this.message();
    const reader = new Reader(this.bytes, this.at, end);
    this.at = end;
    return reader;
  }

  skip(type) {
    if (type === 0) this.varint();
    else if (type === 1) this.at += 8;
    else if (type === 2) this.at = this.message();
    else if (type === 5) this.at += 4;
    else throw new RangeError(`no wire type ${type} in a tile`);
  }
}
