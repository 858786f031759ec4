package org.interactiveml.engine.formula;

/** What a compiled step does to one or two numbers: an operator between them or a function of them. */
sealed interface Op permits Operator, Function {
    /** The value; a function of one argument ignores {@code b}. The same bits on every machine. */
    double apply(double a, double b);
}
