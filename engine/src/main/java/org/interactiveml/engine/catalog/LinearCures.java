package org.interactiveml.engine.catalog;

import java.util.ArrayList;
import java.util.List;
import org.interactiveml.engine.catalog.Regression.Model;
import org.interactiveml.engine.experiment.Cure;
import org.interactiveml.engine.model.linear.Conditioning;
import org.interactiveml.engine.parameter.ChoiceParameter;

/** What helps a linear model that the rows do not determine, or hardly. */
final class LinearCures {
    private LinearCures() {}

    /** Against powers of x that nearly depend on each other; nothing where there is no warning. */
    static List<Cure> of(Conditioning conditioning) {
        return conditioning.warning().isEmpty()
                ? List.of()
                : List.of(degree(conditioning.advised()), ridge(Regression.MODEL_CHOICE));
    }

    /** Candidates where a polynomial cannot be fitted. */
    static List<Cure> ofPolynomial(Model model, int degree) {
        List<Cure> cures = new ArrayList<>();
        for (int lower = degree - 1; lower >= 1; lower--) {
            cures.add(degree(lower));
        }
        cures.addAll(penalties(model, Regression.MODEL_CHOICE));
        return cures;
    }

    /** Penalties in place of least squares; nothing where there is one already. */
    static List<Cure> penalties(Model model, ChoiceParameter<Model> choice) {
        return model == Model.OLS ? List.of(ridge(choice)) : List.of();
    }

    private static Cure degree(int degree) {
        return Cure.of("Degree " + degree, Regression.DEGREE, degree);
    }

    private static Cure ridge(ChoiceParameter<Model> choice) {
        return Cure.of("Use ridge", choice, Model.RIDGE);
    }
}
