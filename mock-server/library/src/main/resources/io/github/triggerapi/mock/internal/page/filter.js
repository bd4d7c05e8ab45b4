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
    // What the form has after a reset is there only when the event is over.
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

// Whether one of some texts has a part; an empty part is in all.
export function matches(part, ...texts) {
  return !part || texts.some((text) => text !== undefined && text.toLowerCase().includes(part));
}
