package org.interactiveml.engine.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random trees over x and b, for property tests. */
final class RandomExpr {
    private RandomExpr() {}

    static Expr tree(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 3)) {
            case 0 -> new Expr.Literal(literal(random));
            case 1 -> random.nextBoolean() ? Expr.Constant.PI : Expr.Constant.E;
            case 2 -> new Expr.Name(random.nextBoolean() ? "x" : "b");
            case 3 -> new Expr.Negation(tree(random, depth - 1));
            case 4 -> {
                Function function = pick(random, Function.values());
                List<Expr> arguments = new ArrayList<>();
                for (int i = 0; i < function.arity(); i++) {
                    arguments.add(tree(random, depth - 1));
                }
                yield new Expr.Call(function, arguments);
            }
            default ->
                new Expr.Operation(pick(random, Operator.values()), tree(random, depth - 1), tree(random, depth - 1));
        };
    }

    private static <T> T pick(Random random, T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static double literal(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(10);
            case 1 -> random.nextDouble();
            case 2 -> random.nextInt(1000) / 100.0;
            default -> Math.scalb(random.nextDouble(), random.nextInt(2000) - 1000);
        };
    }
}
