/** What a plot draws, as the server describes it. A path names a stage, then the way into its value. */
export interface PlotSpec {
  readonly id: string;
  readonly kind: "plot";
  readonly title: string;
  readonly x: AxisSpec;
  readonly y: AxisSpec;
  readonly aspect?: "square" | "wide";
  /** The parameter that a click sets to the x nearest to it. */
  readonly picks?: string;
  /** The parameter of the points that a hand may put here. */
  readonly paints?: string;
  readonly layers: readonly LayerSpec[];
}

export interface AxisSpec {
  readonly label: string;
  readonly scale?: "linear" | "log";
  /** Its values are counts. */
  readonly whole?: boolean;
}

export type LayerSpec = BandSpec | LineSpec | LinesSpec | MarkerSpec | PointsSpec | ReferenceSpec | SurfaceSpec;

export interface BandSpec {
  readonly mark: "band";
  readonly label: string;
  readonly role: string;
  readonly x: string;
  readonly low: string;
  readonly high: string;
}

export interface LineSpec {
  readonly mark: "line";
  readonly label: string;
  readonly role: string;
  readonly x: string;
  readonly y: string;
  /** In CSS pixels, where it is not that of the role. */
  readonly dash?: readonly number[];
}

export interface PointsSpec {
  readonly mark: "points";
  readonly label: string;
  readonly role: string;
  readonly x: string;
  readonly y: string;
}

export interface ReferenceSpec {
  readonly mark: "reference";
  readonly line: "identity" | "zero";
}

/** A value at every point of a grid: at (x[i], y[j]) it is values[j · x.length + i]. */
export interface SurfaceSpec {
  readonly mark: "surface";
  readonly label: string;
  readonly palette: "probability" | "density" | "level";
  readonly x: string;
  readonly y: string;
  readonly values: string;
  /** Where contours are drawn. */
  readonly levels: readonly number[];
}

/** Many lines over one x: a fan, all alike, or one colour for each of the names. */
export interface LinesSpec {
  readonly mark: "lines";
  readonly label: string;
  readonly role: string;
  readonly x: string;
  readonly ys: string;
  /** None for a fan. */
  readonly names?: string;
}

/** You are here: a vertical line at a number. */
export interface MarkerSpec {
  readonly mark: "marker";
  readonly label: string;
  readonly x: string;
}

export interface ScoresSpec {
  readonly id: string;
  readonly kind: "scores";
  readonly title: string;
  readonly rows: readonly ScoreRow[];
  /** Paths of texts that say what is in the numbers. */
  readonly about: readonly string[];
}

export interface ScoreRow {
  readonly label: string;
  readonly train: string;
  readonly test: string;
  readonly better: "higher" | "lower";
}

export interface BarsSpec {
  readonly id: string;
  readonly kind: "bars";
  readonly title: string;
  readonly names: string;
  readonly values: string;
  readonly table?: readonly { readonly label: string; readonly values: string }[];
}

/** A square of numbers with the same names for rows and columns. */
export interface MatrixSpec {
  readonly id: string;
  readonly kind: "matrix";
  readonly title: string;
  readonly rowLabel: string;
  readonly columnLabel: string;
  readonly names: string;
  readonly values: string;
  readonly shade: "count" | "correlation";
}

/** A row for each name. */
export interface TableSpec {
  readonly id: string;
  readonly kind: "table";
  readonly title: string;
  readonly names: string;
  readonly columns: readonly { readonly label: string; readonly values: string }[];
}

export function pathOf(text: string): readonly string[] {
  return text.split(".");
}

/** The stages that a specification reads: the first name of every path in it. */
export function stagesOf(paths: readonly string[]): ReadonlySet<string> {
  return new Set(paths.map((path) => pathOf(path)[0]));
}

/** The paths to what a layer reads, by the name under which the layer draws it. */
export function pathsOf(layer: LayerSpec): Readonly<Record<string, string>> {
  switch (layer.mark) {
    case "band":
      return { x: layer.x, low: layer.low, high: layer.high };
    case "line":
    case "points":
      return { x: layer.x, y: layer.y };
    case "surface":
      return { x: layer.x, y: layer.y, values: layer.values };
    case "lines":
      return layer.names === undefined ? { x: layer.x, ys: layer.ys } : { x: layer.x, ys: layer.ys, names: layer.names };
    case "marker":
      return { x: layer.x };
    case "reference":
      return {};
  }
}
