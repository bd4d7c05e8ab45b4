// The addresses of the page: "#/runs" is a view, "#/runs?tag=a" sets its filter, and "#/runs/run_1" is one of its entries.

import {byId} from './dom.js';

const views = new Map();
// Where each address was scrolled to, so that the way back leads to the same place.
const positions = new Map();
let current;

history.scrollRestoration = 'manual';

// Registers the section with an id for a view, or for the entries of a view. Shows it with the id of the entry and the query.
export function view(name, {section, entries = false, show, hide = () => {}}) {
  views.set(entries ? `${name}/` : name, {section: byId(section), show, hide, nav: name});
}

export function start(fallback) {
  const route = () => {
    const [address, query] = location.hash.replace(/^#\/?/, '').split('?');
    const [name, ...rest] = address.split('/');
    const id = decoded(rest.join('/'));
    const wanted = views.get(id ? `${name}/` : name) ?? views.get(fallback);
    if (current) {
      current.hide();
    }
    for (const {section} of views.values()) {
      section.hidden = section !== wanted.section;
    }
    current = wanted;
    for (const link of document.querySelectorAll('nav a')) {
      if (link.hash === `#/${wanted.nav}`) {
        link.setAttribute('aria-current', 'page');
      } else {
        link.removeAttribute('aria-current');
      }
    }
    wanted.show(id, new URLSearchParams(query));
  };
  addEventListener('hashchange', route);
  addEventListener('scroll', () => positions.set(location.hash, scrollY), {passive: true});
  // As a link it would replace the address.
  document.querySelector('.skip').addEventListener('click', (event) => {
    event.preventDefault();
    byId('main').focus();
  });
  route();
}

// Scrolls to where an address was left, or to its start. To be called when its content is there.
export function scrollBack() {
  scrollTo(0, positions.get(location.hash) ?? 0);
}

// An address that a user has typed may be invalid.
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
