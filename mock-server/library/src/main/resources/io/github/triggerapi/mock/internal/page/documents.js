// Shows the OpenAPI documents of the server, with a form to try out operations. The viewer is large, so it is loaded on demand.

import {authorization, open} from './api.js';
import {byId, element} from './dom.js';
import {attempt} from './problems.js';

const DIRECTORY = '/_page/viewer';

// The viewer has colors for dark pages, and uses them if the root element has a class.
const dark = matchMedia('(prefers-color-scheme: dark)');
const followScheme = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', followScheme);
followScheme();

const buttons = [...byId('view-documents').querySelectorAll('[data-document]')];
let shown;

buttons.forEach((button) => button.addEventListener('click', () => attempt(() => view(button.dataset.document))));

export function showDocuments() {
  if (!shown) {
    attempt(() => view(buttons[0].dataset.document));
  }
}

async function view(path) {
  shown = path;
  buttons.forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.document === path)));
  // Asks for the token first, because the viewer would fail without it.
  await open(path);
  await viewer();
  SwaggerUIBundle({
    url: path,
    domNode: byId('viewer'),
    // Otherwise it sends the document to a validator on another host.
    validatorUrl: null,
    deepLinking: false,
    tryItOutEnabled: true,
    plugins: [ownServer],
    requestInterceptor: (request) => {
      if (new URL(request.url, location.href).pathname.startsWith('/_mock')) {
        Object.assign(request.headers, authorization());
      }
      return request;
    },
  });
}

// Requests are sent to the server of this page, whatever servers a document names.
const ownServer = {
  statePlugins: {
    spec: {
      wrapActions: {
        updateJsonSpec: (original) => (spec) => original(spec && typeof spec === 'object' ? withServer(spec) : spec),
      },
    },
  },
};

function withServer(spec) {
  const without = ({servers, ...rest}) => rest;
  const each = (object, change) => Object.fromEntries(Object.entries(object ?? {}).map(([name, value]) => [name, value && typeof value === 'object' && !Array.isArray(value) ? change(value) : value]));
  return {...spec, servers: [{url: location.origin}], paths: each(spec.paths, (path) => each(without(path), without))};
}

let loading;

function viewer() {
  return (loading ??= Promise.all([
    loaded(element('link', {rel: 'stylesheet', href: `${DIRECTORY}/swagger-ui.css`})),
    loaded(element('script', {src: `${DIRECTORY}/swagger-ui-bundle.js`})),
  ]));
}

function loaded(part) {
  return new Promise((resolve, reject) => {
    part.addEventListener('load', resolve);
    part.addEventListener('error', () => reject(new Error('The document viewer could not be loaded')));
    // Before the styles of the page, which have precedence.
    document.head.prepend(part);
  });
}
