/** Builds an element. Children and values go in as text, never as HTML: names and texts are hostile. */
export function el(tag, props = {}, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** The same, in SVG. */
export function svg(tag, props = {}, ...children) {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), props, children);
}

function fill(node, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export const $ = (id) => document.getElementById(id);

/** Calls a renderer only when its data differ from the last time, so that focus and selections survive. */
export function whenChanged(render) {
  let last;
  return (...data) => {
    const now = JSON.stringify(data);
    if (now === last) return;
    last = now;
    render(...data);
  };
}
