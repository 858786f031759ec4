/**
 * Has every canvas that `create` makes drawn without transparency: it then hides what is behind it, so that the browser
 * need neither draw that nor blend the two, which is half of what composing the page costs without a graphics card.
 * uPlot makes its canvas itself and has no setting for it.
 */
export function opaque<T>(create: () => T): T {
  const canvas = HTMLCanvasElement.prototype as { getContext(type: string, settings?: object): unknown };
  const getContext = canvas.getContext;
  canvas.getContext = function (type) {
    return getContext.call(this, type, { alpha: false });
  };
  try {
    return create();
  } finally {
    canvas.getContext = getContext;
  }
}
