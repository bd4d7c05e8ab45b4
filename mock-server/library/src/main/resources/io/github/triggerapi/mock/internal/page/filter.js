// The form above a list. It is folded until it is wanted. The button that unfolds it says how many of its fields are filled.

import {setText} from './dom.js';
import {count} from './format.js';

export class Filter {
  constructor(section, changed) {
    this.form = section.querySelector('form');
    this.folder = section.querySelector('.folder');
    this.folder.addEventListener('click', () => this.#fold(!this.form.hidden));
    this.read();
    const again = () => {
      this.read();
      changed();
    };
    this.form.addEventListener('input', again);
    // The form has its new values only after the event.
    this.form.addEventListener('reset', () => setTimeout(again));
    this.form.addEventListener('submit', (event) => event.preventDefault());
  }

  read() {
    this.values = {};
    for (const [name, value] of new FormData(this.form)) {
      this.values[name] = value.trim().toLowerCase();
    }
    const filled = Object.values(this.values).filter(Boolean).length;
    setText(this.folder, filled ? `Filter, ${count(filled, 'field')}` : 'Filter');
  }

  // Fills the fields with these names, and clears the others.
  fill(values) {
    for (const field of this.form.querySelectorAll('input')) {
      field.value = values.get(field.name) ?? '';
    }
    this.read();
    this.#show(true);
  }

  #fold(folded) {
    this.#show(!folded);
    if (!folded) {
      this.form.querySelector('input').focus();
    }
  }

  #show(shown) {
    this.form.hidden = !shown;
    this.folder.setAttribute('aria-expanded', String(shown));
  }
}

// Returns whether one of some strings contains a part; all contain an empty part.
export function matches(part, ...texts) {
  return !part || texts.some((text) => text !== undefined && text.toLowerCase().includes(part));
}
