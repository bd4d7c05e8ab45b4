// The form above a list.

export class Filter {
  constructor(form, changed) {
    this.form = form;
    this.read();
    const again = () => {
      this.read();
      changed();
    };
    form.addEventListener('input', again);
    // The form has its new values only after the event.
    form.addEventListener('reset', () => setTimeout(again));
    form.addEventListener('submit', (event) => event.preventDefault());
  }

  read() {
    this.values = {};
    for (const [name, value] of new FormData(this.form)) {
      this.values[name] = value.trim().toLowerCase();
    }
  }
}

// Returns whether one of some strings contains a part; all contain an empty part.
export function matches(part, ...texts) {
  return !part || texts.some((text) => text !== undefined && text.toLowerCase().includes(part));
}
