// Keeps the entries of a list in the order of their numbers, without payloads and bodies, which are loaded when they are
// shown.

export class Store {
  #byNumber = new Map();
  #sorted = [];
  #inOrder = true;
  #listeners = new Set();

  // Whether all entries of the server are loaded.
  complete = false;

  constructor(summary) {
    this.summary = summary;
  }

  // Returns how many entries are new. Events may overtake the response with a list, so an older version never replaces a
  // newer one.
  put(items) {
    const before = this.size;
    for (const item of items) {
      const known = this.#byNumber.get(item.number);
      if (known && known.version > item.version) {
        continue;
      }
      if (!known) {
        this.#inOrder &&= !this.#sorted.length || this.#sorted.at(-1) < item.number;
        this.#sorted.push(item.number);
      }
      this.#byNumber.set(item.number, this.summary(item, known));
    }
    this.#tell();
    return this.size - before;
  }

  clear() {
    this.complete = false;
    this.#byNumber.clear();
    this.#sorted = [];
    this.#inOrder = true;
    this.#tell();
  }

  finish() {
    this.complete = true;
    this.#tell();
  }

  get size() {
    return this.#byNumber.size;
  }

  // Returns the matching entries, the newest first.
  newest(passes = () => true) {
    if (!this.#inOrder) {
      this.#sorted.sort((one, other) => one - other);
      this.#inOrder = true;
    }
    const found = [];
    for (let at = this.#sorted.length - 1; at >= 0; at--) {
      const item = this.#byNumber.get(this.#sorted[at]);
      if (passes(item)) {
        found.push(item);
      }
    }
    return found;
  }

  onChange(listener) {
    this.#listeners.add(listener);
  }

  #tell() {
    this.#listeners.forEach((listener) => listener());
  }
}
