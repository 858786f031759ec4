package org.interactiveml.engine.formula;

import java.util.List;

/** An expression as a tree. Immutable; equal when the trees are equal. */
public sealed interface Expr {

    /** A number as written: finite, without a sign (a sign is a {@link Negation}). */
    record Literal(double value) implements Expr {
        public Literal {
            if (!(value >= 0 && value < Double.POSITIVE_INFINITY) || (value == 0 && 1 / value < 0)) {
                throw new IllegalArgumentException("a literal must be finite and unsigned, not " + value);
            }
        }
    }

    /** A number that has a name of its own. */
    enum Constant implements Expr {
        PI("pi", Math.PI),
        E("e", Math.E);

        private final String symbol;
        private final double value;

        Constant(String symbol, double value) {
            this.symbol = symbol;
            this.value = value;
        }

        /** As written in a formula. */
        public String symbol() {
            return symbol;
        }

        /** The double nearest to it. */
        public double value() {
            return value;
        }
    }

    /** A variable or a parameter. */
    record Name(String name) implements Expr {}

    /** {@code -operand}. */
    record Negation(Expr operand) implements Expr {}

    /** {@code left operator right}. */
    record Operation(Operator operator, Expr left, Expr right) implements Expr {}

    /** {@code function(arguments)}, with as many arguments as the function takes. */
    record Call(Function function, List<Expr> arguments) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
            if (arguments.size() != function.arity()) {
                throw new IllegalArgumentException(function.symbol() + " takes " + function.arity());
            }
        }
    }
}
