// A table that shows the newest entries of a store, fifty rows at a time. Only these are in the DOM, so that ten thousand
// entries cost no more than fifty.

import {element, onceAFrame, setText} from './dom.js';
import {count} from './format.js';

const ROWS = 50;

export class Listing {
  // The number of the row above the first one, undefined while the newest rows are shown.
  #above;
  #rows = new Map();

  constructor({place, store, columns, passes, caption, noun, open}) {
    Object.assign(this, {store, columns, passes, noun, open});
    this.render = onceAFrame(() => this.#render());
    this.total = element('p', {class: 'total quiet'});
    this.newest = this.#button('Newest', () => (this.#above = undefined));
    this.newer = this.#button('Newer', () => this.#back());
    this.older = this.#button('Older', () => (this.#above = this.last));
    this.body = element('tbody');
    this.nothing = element('p', {class: 'empty', hidden: true});
    this.table = element(
      'table',
      {class: 'rows'},
      element('caption', {class: 'unseen'}, caption),
      element('thead', {}, element('tr', {}, ...columns.map(({name, kind}) => element('th', {scope: 'col', class: kind}, name)))),
      this.body,
    );
    this.pager = element('div', {class: 'pager', role: 'group', 'aria-label': `Pages of ${noun}s`}, this.total, this.newest, this.newer, this.older);
    place.append(this.pager, this.table, this.nothing);
    store.onChange(this.render);
  }

  #button(text, step) {
    return element('button', {type: 'button', onclick: () => { step(); this.#render(); }}, text);
  }

  // To be called when the filter has changed.
  restart() {
    this.#above = undefined;
    this.render();
  }

  #back() {
    const before = this.store.newest((item) => this.passes(item) && item.number >= this.#above);
    this.#above = before.length > ROWS ? before[before.length - ROWS - 1].number : undefined;
  }

  #render() {
    // A hidden view is not updated; it is updated when it is shown.
    if (!this.table.closest('section').checkVisibility()) {
      return;
    }
    const found = this.store.newest(this.passes);
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
    this.table.hidden = shown.length === 0;
    this.nothing.hidden = shown.length > 0;
    setText(this.nothing, all > 0 ? `No ${this.noun} matches the filter.` : this.store.complete ? `No ${this.noun}s yet.` : 'Loading …');
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
    const opener = row.querySelector('button') ?? element('button', {type: 'button', class: 'opener'});
    opener.onclick = () => this.open(item);
    row.onclick = (event) => event.target.closest('button') || String(getSelection()) || this.open(item);
    const cells = this.columns.map(({name, kind, value}, at) => {
      const content = value(item);
      if (at === 0) {
        setText(opener, content);
      }
      return element('td', {class: kind, 'data-name': name, title: typeof content === 'string' ? content : undefined}, at === 0 ? opener : content);
    });
    const focused = document.activeElement === opener;
    row.replaceChildren(...cells);
    if (focused) {
      opener.focus({preventScroll: true});
    }
    return row;
  }
}
