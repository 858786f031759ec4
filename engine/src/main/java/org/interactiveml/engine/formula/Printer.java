package org.interactiveml.engine.formula;

/** Writes the canonical text of a tree: fewest parentheses, and parsing it gives the same tree and the same doubles. */
final class Printer {
    private static final int ATOM = 5;
    private static final double LARGEST_PLAIN = 1e15;

    private final StringBuilder text = new StringBuilder();

    private Printer() {}

    static String print(Expr expression) {
        Printer printer = new Printer();
        printer.write(expression, 0);
        return printer.text.toString();
    }

    private void write(Expr expression, int lowest) {
        boolean parentheses = precedence(expression) < lowest;
        if (parentheses) {
            text.append('(');
        }
        switch (expression) {
            case Expr.Literal literal -> text.append(number(literal.value()));
            case Expr.Constant constant -> text.append(constant.symbol());
            case Expr.Name name -> text.append(name.name());
            case Expr.Negation negation -> {
                text.append('-');
                write(negation.operand(), Operator.POWER.precedence());
            }
            case Expr.Operation operation -> write(operation);
            case Expr.Call call -> write(call);
        }
        if (parentheses) {
            text.append(')');
        }
    }

    private void write(Expr.Operation operation) {
        Operator operator = operation.operator();
        write(operation.left(), operator == Operator.POWER ? ATOM : operator.precedence());
        boolean sum = operator.precedence() == Operator.ADD.precedence();
        text.append(sum ? " " : "").append(operator.symbol()).append(sum ? " " : "");
        // a + -b would parse, but nobody writes it
        write(operation.right(), operation.right() instanceof Expr.Negation ? ATOM : operator.rightPrecedence());
    }

    private void write(Expr.Call call) {
        text.append(call.function().symbol());
        String separator = "(";
        for (Expr argument : call.arguments()) {
            text.append(separator);
            write(argument, 0);
            separator = ", ";
        }
        text.append(')');
    }

    private static int precedence(Expr expression) {
        return switch (expression) {
            case Expr.Negation negation -> Operator.SIGN_PRECEDENCE;
            case Expr.Operation operation -> operation.operator().precedence();
            default -> ATOM;
        };
    }

    private static String number(double value) {
        if (value == Math.rint(value) && value < LARGEST_PLAIN) {
            return Long.toString((long) value);
        }
        return Double.toString(value).replace(".0E", "e").replace('E', 'e');
    }
}
