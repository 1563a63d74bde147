/** Builds an element. Children and values go in as text, never as HTML: message texts are hostile. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'value') node.value = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export const $ = (id) => document.getElementById(id);

/** Calls a renderer only when its data differ from the last time, so that focus, selections and typed text survive. */
export function whenChanged(render) {
  let last;
  return (...data) => {
    const now = JSON.stringify(data);
    if (now === last) return;
    last = now;
    render(...data);
  };
}

/** A value beside a button that copies it. */
export function copyable(text) {
  const code = el('code', {}, text);
  const button = el('button', { type: 'button', class: 'copy', onclick: () => copy(text, code, button) }, 'Copy');
  return el('span', { class: 'copyable' }, code, button);
}

async function copy(text, code, button) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
  } catch {
    getSelection().selectAllChildren(code);
    button.textContent = 'Selected';
  }
  setTimeout(() => { button.textContent = 'Copy'; }, 1500);
}

export function options(select, values, label = (value) => value) {
  const chosen = select.value;
  const first = select.options[0];
  select.replaceChildren(first, ...values.map((value) => el('option', { value }, label(value))));
  select.value = values.includes(chosen) ? chosen : '';
}
