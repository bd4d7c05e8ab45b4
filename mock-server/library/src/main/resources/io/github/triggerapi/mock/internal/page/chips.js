// Buttons above a list: each shows how many entries have a value, and filters the list by it.

import {button, element, setText} from './dom.js';
import {icon} from './icons.js';
import {label, shape} from './status.js';

export class Chips {
  #chosen = new Set();
  #buttons = new Map();

  // Values that are not known in advance get a button as soon as an entry has them.
  constructor({title, values, changed}) {
    this.changed = changed;
    this.all = button('All ', () => this.#choose(() => this.#chosen.clear()), {class: 'chip'});
    this.total = element('span', {class: 'count'});
    this.all.append(this.total);
    this.node = element('div', {class: 'chips', role: 'group', 'aria-label': title}, this.all);
    values.forEach((value) => this.#add(value));
    this.update(new Map());
  }

  passes(value) {
    return this.#chosen.size === 0 || this.#chosen.has(value);
  }

  clear() {
    this.#chosen.clear();
  }

  get chosen() {
    return this.#chosen.size > 0;
  }

  update(counts) {
    let total = 0;
    for (const [value, many] of counts) {
      total += many;
      this.#buttons.has(value) || this.#add(value);
    }
    this.#show(this.all, this.total, total, this.#chosen.size === 0);
    for (const [value, {chip, counted}] of this.#buttons) {
      this.#show(chip, counted, counts.get(value) ?? 0, this.#chosen.has(value));
    }
  }

  #add(value) {
    const counted = element('span', {class: 'count'});
    const chip = button('', () => this.#choose(() => this.#chosen.delete(value) || this.#chosen.add(value)), {class: `chip ${shape(value)}`, 'data-value': value});
    chip.append(icon(shape(value)), `${label(value)} `, counted);
    this.#buttons.set(value, {chip, counted});
    this.node.append(chip);
  }

  #choose(step) {
    step();
    this.changed();
  }

  #show(chip, counted, many, pressed) {
    setText(counted, many.toLocaleString('en'));
    chip.setAttribute('aria-pressed', String(pressed));
    chip.classList.toggle('none', many === 0);
  }
}
