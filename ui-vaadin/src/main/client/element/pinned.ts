import { hub } from "../live/hub";
import { Pins } from "../live/pins";

/** The pinned fits of the page. */
export const pins = new Pins(hub);
