// Describes JSON in one line. Only its first values are read, however large it is.

const LONGEST = 160;

// Returns the first characters of a JSON value.
export function brief(value) {
  const parts = [];
  let left = LONGEST;
  const add = (text) => {
    parts.push(text.slice(0, left));
    left -= text.length;
  };
  const each = (entries, open, close, one) => {
    add(open);
    let first = true;
    for (const entry of entries) {
      if (left <= 0) {
        return;
      }
      add(first ? '' : ', ');
      first = false;
      one(entry);
    }
    add(close);
  };
  const write = (one) => {
    if (left <= 0) {
      return;
    }
    if (typeof one === 'string') {
      add(JSON.stringify(one.slice(0, left)));
    } else if (Array.isArray(one)) {
      each(one, '[', ']', write);
    } else if (one && typeof one === 'object') {
      each(names(one), '{', '}', (name) => {
        add(`${name.slice(0, left)}: `);
        write(one[name]);
      });
    } else {
      add(String(one));
    }
  };
  write(value);
  return parts.join('') + (left < 0 ? '…' : '');
}

function* names(object) {
  for (const name in object) {
    yield name;
  }
}

// Returns the first line of a text, which may be long.
export function firstLine(text) {
  const line = text.slice(0, LONGEST + 1).split('\n')[0];
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
