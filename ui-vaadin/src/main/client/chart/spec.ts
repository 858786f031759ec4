/** What a plot draws, as the server describes it. A path names a stage, then the way into its value. */
export interface PlotSpec {
  readonly id: string;
  readonly kind: "plot";
  readonly title: string;
  readonly x: { readonly label: string };
  readonly y: { readonly label: string };
  readonly aspect?: "square" | "wide";
  readonly layers: readonly LayerSpec[];
}

export type LayerSpec = BandSpec | LineSpec | PointsSpec | ReferenceSpec;

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

export interface ScoresSpec {
  readonly id: string;
  readonly kind: "scores";
  readonly title: string;
  readonly rows: readonly ScoreRow[];
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

export function pathOf(text: string): readonly string[] {
  return text.split(".");
}

/** The stages that a specification reads: the first name of every path in it. */
export function stagesOf(paths: readonly string[]): ReadonlySet<string> {
  return new Set(paths.map((path) => pathOf(path)[0]));
}

/** The paths to a layer's columns, by the name under which the layer draws them. */
export function columnPaths(layer: LayerSpec): Readonly<Record<string, string>> {
  switch (layer.mark) {
    case "band":
      return { x: layer.x, low: layer.low, high: layer.high };
    case "line":
    case "points":
      return { x: layer.x, y: layer.y };
    case "reference":
      return {};
  }
}
