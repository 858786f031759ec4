package org.interactiveml.engine.model.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.interactiveml.engine.numeric.Cancellation;

/**
 * How nearly the features depend on each other over the training rows.
 *
 * @param inflation of each feature the variance inflation factor 1 / (1 − R²) of its regression on the others, by which its
 *     coefficient's variance exceeds that among independent features; NaN for constant features and where not defined
 * @param conditionNumber largest over smallest singular value of the standardised features; infinite where they are dependent,
 *     NaN beyond {@value #MOST_DECOMPOSED} features
 * @param warning one line when single coefficients mean little, else empty
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, handed over and never compared
public record Collinearity(double[] inflation, double conditionNumber, String warning) {
    private static final int MOST_DECOMPOSED = 200;
    /** The usual rule of thumb: J. Neter et al., "Applied Linear Regression Models". */
    private static final double WORTH_A_WARNING = 10;

    private static final int MOST_NAMED = 6;

    /** Measures; about p³ / 3 operations, and 20 p³ for the condition number. */
    public static Collinearity of(LinearSample sample, Cancellation cancellation) {
        int p = sample.size();
        double[] gram = sample.training().gram;
        PivotedFactor factor = PivotedFactor.of(sample, cancellation);
        if (!factor.isFull()) {
            double[] none = new double[p];
            Arrays.fill(none, Double.NaN);
            int dependent = factor.order().length - factor.rank();
            return new Collinearity(
                    none,
                    Double.POSITIVE_INFINITY,
                    dependent + (dependent == 1 ? " feature follows" : " features follow")
                            + " from the others over the training rows: single coefficients mean little");
        }
        double[] inflation = factor.inverseDiagonal(cancellation);
        List<String> inflated = new ArrayList<>();
        for (int j = 0; j < p; j++) {
            inflation[j] *= gram[j * p + j];
            if (inflation[j] > WORTH_A_WARNING) {
                inflated.add(String.format(
                        Locale.ROOT, "%s %.0f", sample.data().featureNames().get(j), inflation[j]));
            }
        }
        int rank = factor.rank();
        double condition = rank == 0 || rank > MOST_DECOMPOSED
                ? Double.NaN
                : Conditioning.singularRatio(factor.lower(), rank, cancellation);
        return new Collinearity(inflation, condition, warning(inflated));
    }

    private static String warning(List<String> inflated) {
        if (inflated.isEmpty()) {
            return "";
        }
        int more = inflated.size() - MOST_NAMED;
        return "nearly determined by the other features (variance inflation above " + (int) WORTH_A_WARNING + "): "
                + String.join(", ", more > 0 ? inflated.subList(0, MOST_NAMED) : inflated)
                + (more > 0 ? " and " + more + " more" : "") + "; their single coefficients mean little";
    }
}
