// A table that shows the newest entries of a store, fifty rows at a time. Only these are in the DOM, so that ten thousand
// entries cost no more than fifty.

import {Chips} from './chips.js';
import {button, element, onceAFrame, setText} from './dom.js';
import {count} from './format.js';

const ROWS = 50;

export class Listing {
  // The number of the row above the first one, undefined while the newest rows are shown.
  #above;
  #rows = new Map();
  #opened;

  // `kind` returns the value that the chips filter by, `passes` is the filter of the form, and `address` is that of an entry.
  constructor({section, store, columns, kinds, kind, kindName, passes, caption, noun, address}) {
    Object.assign(this, {section, store, columns, kind, passes, noun, address});
    this.later = onceAFrame(() => this.render());
    this.chips = new Chips({title: `Filter ${noun}s by ${kindName}`, values: kinds, changed: () => this.restart()});
    this.total = element('p', {class: 'total quiet'});
    this.newest = this.#pageButton('Newest', () => (this.#above = undefined));
    this.newer = this.#pageButton('Newer', () => this.#back());
    this.older = this.#pageButton('Older', () => (this.#above = this.last));
    this.body = element('tbody');
    this.nothing = element('p', {class: 'empty', hidden: true});
    this.table = element(
      'table',
      {class: 'rows'},
      element('caption', {class: 'unseen'}, caption),
      element('thead', {}, element('tr', {}, ...columns.map(({name, kind}) => element('th', {scope: 'col', class: kind}, name)))),
      this.body,
    );
    this.pager = element('div', {class: 'pager', role: 'group', 'aria-label': `Pages of ${noun}s`}, this.newest, this.newer, this.older);
    section.querySelector('.head').append(this.total);
    section.querySelector('.chooser').prepend(this.chips.node);
    section.querySelector('.listing').append(this.table, this.nothing, this.pager);
    store.onChange(this.later);
  }

  #pageButton(text, step) {
    return button(text, () => {
      step();
      this.render();
      scrollTo(0, 0);
    });
  }

  // To be called when the filter has changed.
  restart() {
    this.#above = undefined;
    this.later();
  }

  #shown(item) {
    return this.passes(item) && this.chips.passes(this.kind(item));
  }

  #back() {
    const before = this.store.newest((item) => item.number >= this.#above && this.#shown(item));
    this.#above = before.length > ROWS ? before[before.length - ROWS - 1].number : undefined;
  }

  render() {
    // A hidden view is not updated; it is updated when it is shown.
    if (!this.section.checkVisibility()) {
      return;
    }
    const counts = new Map();
    const found = this.store.newest((item) => {
      if (!this.passes(item)) {
        return false;
      }
      const kind = this.kind(item);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      return this.chips.passes(kind);
    });
    this.chips.update(counts);
    const start = this.#above === undefined ? 0 : found.findIndex((item) => item.number < this.#above);
    const shown = start < 0 ? [] : found.slice(start, start + ROWS);
    this.last = shown.at(-1)?.number;
    this.#replace(shown);
    const all = this.store.size;
    const some = found.length === all ? count(all, this.noun) : `${found.length.toLocaleString('en')} of ${count(all, this.noun)}`;
    const place = shown.length && shown.length < found.length ? `, ${start + 1} to ${start + shown.length}` : '';
    setText(this.total, some + place + (this.store.complete ? '' : ', loading …'));
    this.newest.disabled = this.newer.disabled = this.#above === undefined;
    this.older.disabled = start < 0 || start + shown.length >= found.length;
    this.pager.hidden = this.newer.disabled && this.older.disabled;
    this.table.hidden = shown.length === 0;
    this.nothing.hidden = shown.length > 0;
    setText(this.nothing, all > 0 ? `No ${this.noun} matches the filter.` : this.store.complete ? `No ${this.noun}s yet.` : 'Loading …');
  }

  // Returns the focus to the entry that was opened last.
  focusBack() {
    this.#rows.get(this.#opened)?.row.querySelector('a')?.focus({preventScroll: true});
    this.#opened = undefined;
  }

  // Rows that remain are not moved, so that they keep the focus.
  #replace(items) {
    const rows = new Map();
    let next = this.body.firstChild;
    for (const item of items) {
      const known = this.#rows.get(item.number);
      const row = known?.item === item ? known.row : this.#row(item, known?.row);
      rows.set(item.number, {item, row});
      if (row === next) {
        next = next.nextSibling;
      } else {
        this.body.insertBefore(row, next);
      }
    }
    this.#rows.forEach(({row}, number) => rows.has(number) || row.remove());
    this.#rows = rows;
  }

  #row(item, row = element('tr')) {
    const link = row.querySelector('a') ?? element('a', {href: this.address(item)});
    link.onclick = () => (this.#opened = item.number);
    row.onclick = (event) => event.target.closest('a, button') || String(getSelection()) || link.click();
    row.dataset.kind = this.kind(item);
    const cells = this.columns.map(({name, kind, value, opens}) => {
      const content = [value(item)].flat().filter((part) => part !== undefined);
      if (opens) {
        link.replaceChildren(...content);
      }
      return element('td', {class: kind, 'data-name': name}, ...(opens ? [link] : content));
    });
    const focused = document.activeElement === link;
    row.replaceChildren(...cells);
    if (focused) {
      link.focus({preventScroll: true});
    }
    return row;
  }
}
