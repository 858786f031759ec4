package org.interactiveml.engine.formula;

/** The operators between two terms, with the precedence of ordinary algebra. */
public enum Operator implements Op {
    ADD("+", 1),
    SUBTRACT("-", 1),
    MULTIPLY("*", 2),
    DIVIDE("/", 2),
    /** Associates to the right and binds tighter than a sign: {@code -x^2} is {@code -(x^2)}. */
    POWER("^", 4);

    /** A sign binds tighter than a product and looser than a power. */
    static final int SIGN_PRECEDENCE = 3;

    private final String symbol;
    private final int precedence;

    Operator(String symbol, int precedence) {
        this.symbol = symbol;
        this.precedence = precedence;
    }

    /** As written in a formula. */
    public String symbol() {
        return symbol;
    }

    int precedence() {
        return precedence;
    }

    /** The lowest precedence that the right operand may have without parentheses. */
    int rightPrecedence() {
        return this == POWER ? precedence : precedence + 1;
    }

    @Override
    public double apply(double a, double b) {
        return switch (this) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case POWER -> StrictMath.pow(a, b);
        };
    }
}
