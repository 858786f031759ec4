import { Arrangement } from "./arrangement";

/** How the views of this browser's pages are arranged. */
export const arrangement = new Arrangement(localStorage, () => location.pathname);
