// The reset of the server.

import {call} from './api.js';
import {byId} from './dom.js';
import {notice} from './notice.js';
import {attempt} from './problems.js';

byId('reset').addEventListener('click', () => byId('confirm').showModal());
byId('confirm').addEventListener('close', ({target}) => {
  if (target.returnValue === 'reset') {
    attempt(async () => {
      await call('/_mock/reset', {method: 'POST'});
      notice('The server was reset');
    });
  }
  target.returnValue = '';
});
