/** What an element of the page should be: plain data, so that it can be made and tested without a page. */
export interface Tree {
  readonly tag: string;
  /** What tells it from its siblings across updates; its tag and place where absent. */
  readonly key?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Set at every update. */
  readonly properties?: Readonly<Record<string, string | number | boolean>>;
  /** Set when the element is made, then left to the reader. */
  readonly initial?: Readonly<Record<string, string | number | boolean>>;
  readonly text?: string;
  readonly children?: readonly Tree[];
}

/** An element with a key, of which the content is a text or children. */
export function element(tag: string, key: string, attributes: Readonly<Record<string, string>>, content: string | readonly Tree[] = [], more: Pick<Tree, 'properties' | 'initial'> = {}): Tree {
  return { tag, key, attributes, ...(typeof content === 'string' ? { text: content } : { children: content }), ...more };
}

const SVG = 'http://www.w3.org/2000/svg';
const keys = new WeakMap<Element, string>();
const drawn = new WeakMap<Element, Tree>();

/**
 * Makes the children of an element what the trees say, touching only what differs: an element whose key stays is
 * kept, with its focus, its scroll position and what the reader did to it. Text is set as text, never as markup.
 * A tree that is the very one of before is not looked at again.
 */
export function patch(parent: Element, trees: readonly Tree[]): void {
  const focused = document.activeElement;
  patchChildren(parent, trees);
  // An element that had to be moved has lost the focus on the way.
  if ((focused instanceof HTMLElement || focused instanceof SVGElement) && focused !== document.activeElement && focused.isConnected) focused.focus({ preventScroll: true });
}

function patchChildren(parent: Element, trees: readonly Tree[]): void {
  const wanted = trees.map((tree, index) => tree.key ?? `${tree.tag}/${index}`);
  const wantedKeys = new Set(wanted);
  const kept = new Map<string, Element>();
  for (const child of Array.from(parent.children)) {
    const key = keys.get(child);
    if (key !== undefined && wantedKeys.has(key)) kept.set(key, child);
    else child.remove();
  }
  let next = parent.firstElementChild;
  trees.forEach((tree, index) => {
    const key = wanted[index] as string;
    let made = kept.get(key);
    if (made?.localName !== tree.tag) {
      if (made !== undefined && made === next) next = next.nextElementSibling;
      made?.remove();
      made = create(tree, key, parent);
    }
    if (made === next) next = next.nextElementSibling;
    else parent.insertBefore(made, next);
    if (drawn.get(made) === tree) return;
    update(made, tree);
    drawn.set(made, tree);
  });
}

function create(tree: Tree, key: string, parent: Element): Element {
  const vector = tree.tag === 'svg' || parent.namespaceURI === SVG;
  const made = vector ? document.createElementNS(SVG, tree.tag) : document.createElement(tree.tag);
  keys.set(made, key);
  if (tree.initial !== undefined) Object.assign(made, tree.initial);
  return made;
}

function update(made: Element, tree: Tree): void {
  const attributes = tree.attributes ?? {};
  for (const name of made.getAttributeNames()) {
    if (!(name in attributes) && !(tree.initial && name in tree.initial)) made.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (made.getAttribute(name) !== value) made.setAttribute(name, value);
  }
  if (tree.text !== undefined) {
    if (made.textContent !== tree.text) made.textContent = tree.text;
  } else patchChildren(made, tree.children ?? []);
  const properties = made as unknown as Record<string, unknown>;
  for (const [name, value] of Object.entries(tree.properties ?? {})) {
    if (properties[name] !== value) properties[name] = value;
  }
}
