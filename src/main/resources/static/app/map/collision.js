const CELL = 64;

/** Boxes already taken, in a grid, so that a question looks at the neighbourhood only. */
export class Taken {
  #cells = new Map();

  /** box: [minX, minY, maxX, maxY] */
  free(box) {
    return !this.#visit(
      box,
      (other) => other[0] < box[2] && other[2] > box[0] && other[1] < box[3] && other[3] > box[1],
    );
  }

  add(box) {
    const [x1, y1, x2, y2] = box.map((it) => Math.floor(it / CELL));
    for (let x = x1; x <= x2; x++) {
      for (let y = y1; y <= y2; y++) {
        const key = x * 1_000_003 + y;
        const cell = this.#cells.get(key);
        if (cell) cell.push(box);
        else this.#cells.set(key, [box]);
      }
    }
  }

  #visit(box, test) {
    const [x1, y1, x2, y2] = box.map((it) => Math.floor(it / CELL));
    for (let x = x1; x <= x2; x++) {
      for (let y = y1; y <= y2; y++) if (this.#cells.get(x * 1_000_003 + y)?.some(test)) return true;
    }
    return false;
  }
}
