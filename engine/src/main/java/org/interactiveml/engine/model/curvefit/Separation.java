package org.interactiveml.engine.model.curvefit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.interactiveml.engine.formula.CompiledFormula;
import org.interactiveml.engine.formula.Formula;
import org.jspecify.annotations.Nullable;

/**
 * A formula as g(x; n) + Σ l_j Φ_j(x; n), where each nonlinear parameter bends one of these terms only. Then its derivative is that of
 * the term, but for a factor: one pass over the rows gives terms and derivatives, with what they share, before the linear
 * parameters are known.
 */
final class Separation {
    /** The term is g. */
    private static final int CONSTANT = -1;
    /** More than one term. */
    private static final int SEVERAL = -2;

    private final int[] terms;
    private final CompiledFormula compiled;

    private Separation(int[] terms, CompiledFormula compiled) {
        this.terms = terms;
        this.compiled = compiled;
    }

    /**
     * Separates a formula; null where a nonlinear parameter bends several terms.
     *
     * @param derivatives of the formula by each parameter
     */
    static @Nullable Separation of(
            Formula formula,
            List<Formula> derivatives,
            int[] linear,
            int[] nonlinear,
            List<String> predictors,
            List<String> parameters) {
        Set<String> names = Arrays.stream(linear).mapToObj(parameters::get).collect(Collectors.toSet());
        List<Formula> bends = new ArrayList<>();
        int[] terms = new int[nonlinear.length];
        for (int k = 0; k < terms.length; k++) {
            bends.add(derivatives.get(nonlinear[k]).without(names));
            terms[k] = CONSTANT;
            for (int j = 0; j < linear.length; j++) {
                Formula bend = derivatives.get(linear[j]).derivative(parameters.get(nonlinear[k]));
                if (!bend.isZero()) {
                    terms[k] = bends.get(k).isZero() ? j : SEVERAL;
                    bends.set(k, bend);
                }
            }
            if (terms[k] == SEVERAL) {
                return null;
            }
        }
        List<Formula> all = new ArrayList<>();
        all.add(formula.without(names));
        Arrays.stream(linear).mapToObj(derivatives::get).forEach(all::add);
        all.addAll(bends);
        return new Separation(terms, Formula.compile(all, predictors, parameters));
    }

    /** g, the terms, and for each nonlinear parameter the derivative of the term that it bends; none depends on l. */
    CompiledFormula compiled() {
        return compiled;
    }

    /** What that derivative is multiplied by. */
    double factor(int k, double[] l) {
        return terms[k] == CONSTANT ? 1 : l[terms[k]];
    }
}
