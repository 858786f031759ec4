package org.interactiveml.engine.model.linear;

/** How much a least-squares fit may cost for its last digits. */
public enum Precision {
    /** In double precision, unless so many digits were lost that the curve itself would be wrong. */
    FAST,
    /** At least 9 correct digits in every coefficient, wherever the rows carry them: in double precision if it gives these. */
    NINE_DIGITS,
    /**
     * At least 12 correct digits in every coefficient of up to 65 536 rows, and 9 beyond, wherever the rows carry them: in
     * double-double where an estimate asks for it (0.5 µs a row and thread at degree 10, once per sample).
     */
    EXACT
}
