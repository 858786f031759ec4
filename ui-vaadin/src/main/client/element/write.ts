/** Sets an element's text in the text node it has, which costs the browser far less than a new one; nothing if it is the same. */
export function write(element: HTMLElement, text: string): void {
  const node = element.firstChild;
  if (!(node instanceof Text)) element.textContent = text;
  else if (node.data !== text) node.data = text;
}

/** Shows or hides an element; nothing if it is so already. */
export function hide(element: HTMLElement, hidden: boolean): void {
  if (element.hidden !== hidden) element.hidden = hidden;
}
