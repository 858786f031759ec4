import { palette } from "./chart/palette";
import { BarsElement } from "./element/bars";
import { LiveElement } from "./element/live";
import { MatrixElement } from "./element/matrix";
import { NotesElement } from "./element/notes";
import { PlotElement } from "./element/plot";
import { PointsElement } from "./element/points";
import { ScoresElement } from "./element/scores";
import { SliderElement } from "./element/slider";
import { StripElement } from "./element/strip";
import { TableElement } from "./element/table";
import { ThemeElement } from "./element/theme";
import { ViewMenuElement } from "./element/view-menu";
import { hub } from "./live/hub";

palette.onChange(() => hub.redrawAll());

customElements.define("iml-live", LiveElement);
customElements.define("iml-slider", SliderElement);
customElements.define("iml-points", PointsElement);
customElements.define("iml-plot", PlotElement);
customElements.define("iml-scores", ScoresElement);
customElements.define("iml-bars", BarsElement);
customElements.define("iml-matrix", MatrixElement);
customElements.define("iml-table", TableElement);
customElements.define("iml-notes", NotesElement);
customElements.define("iml-strip", StripElement);
customElements.define("iml-theme", ThemeElement);
customElements.define("iml-view-menu", ViewMenuElement);
