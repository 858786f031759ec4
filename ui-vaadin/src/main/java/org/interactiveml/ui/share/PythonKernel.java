package org.interactiveml.ui.share;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.interactiveml.engine.experiment.Sheet;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.view.Report;

/** Curves without a formula in scikit-learn and scipy, at the hyperparameters that the page uses or has found. */
final class PythonKernel {
    /** A matrix of so many rows and columns takes 800 MB. */
    private static final int MOST_ROWS = 10_000;
    /** Beyond such a condition of its matrix scikit-learn's numbers have fewer digits than the page shows. */
    private static final double WORST_CONDITION = 1e8;

    private static final int LEAST_KNOTS = 5;

    /** What a program needs besides its rows, and how it predicts. */
    private record Model(String imports, String fit) {}

    private PythonKernel() {}

    static String text(Map<String, Object> values, Sheet sheet, Report fit) {
        Model model = model(values, sheet, fit);
        return """
                # The curve of the page in scikit-learn and scipy. Prints R2 and RMSE of both parts.
                import numpy as np
                %s
                from sklearn.metrics import mean_squared_error, r2_score

                # The training rows, then the test rows.
                %s
                train = %d

                %s
                for part, rows in (("train", slice(0, train)), ("test", slice(train, None))):
                    if len(y[rows]) > 0:
                        rmse = np.sqrt(mean_squared_error(y[rows], predicted[rows]))
                        print(part, "r2", repr(float(r2_score(y[rows], predicted[rows]))), "rmse", repr(float(rmse)))
                """.formatted(
                        model.imports().strip(),
                        Literals.python(sheet),
                        sheet.trainingRows(),
                        model.fit().strip());
    }

    private static Model model(Map<String, Object> values, Sheet sheet, Report fit) {
        return switch (String.valueOf(values.get("model"))) {
            case "gaussian-process" -> process(values, sheet, fit);
            case "kernel-ridge" -> ridge(values, sheet, fit);
            case "natural-spline" -> naturalSpline(fit);
            case "smoothing-spline" -> smoothingSpline(sheet, fit);
            case "k-nearest" -> neighbours(values, sheet);
            default -> throw new IllegalArgumentException("no such model: " + values.get("model"));
        };
    }

    private static Model process(Map<String, Object> values, Sheet sheet, Report fit) {
        double signal = number(fit, "signalSd");
        double noise = number(fit, "noise");
        requireMatrix(sheet, (noise / signal) * (noise / signal));
        return new Model("""
                from sklearn.gaussian_process import GaussianProcessRegressor
                from sklearn.gaussian_process.kernels import RBF, ConstantKernel, Matern
                """, """
                # Where the page searched for the hyperparameters, these are the ones that it found.
                kernel = ConstantKernel(%s**2) * %s
                centre = y[:train].mean()
                model = GaussianProcessRegressor(kernel, alpha=%s**2, optimizer=None)
                model.fit(X[:train], y[:train] - centre)
                predicted = centre + model.predict(X)
                print("log marginal likelihood", repr(float(model.log_marginal_likelihood_value_)))
                """.formatted(signal, kernel(values, fit), noise));
    }

    private static Model ridge(Map<String, Object> values, Sheet sheet, Report fit) {
        double alpha = number(fit, "alpha");
        requireMatrix(sheet, alpha);
        return new Model("""
                from sklearn.gaussian_process.kernels import RBF, Matern
                from sklearn.kernel_ridge import KernelRidge
                """, """
                kernel = %s
                centre = y[:train].mean()
                model = KernelRidge(alpha=%s, kernel="precomputed")
                model.fit(kernel(X[:train]), y[:train] - centre)
                predicted = centre + model.predict(kernel(X, X[:train]))
                """.formatted(kernel(values, fit), alpha));
    }

    private static Model naturalSpline(Report fit) {
        double[] knots =
                fit.at("knots").orElseThrow() instanceof Report.Column(double[] column) ? column : new double[0];
        return new Model("from scipy.interpolate import CubicSpline", """
                knots = [%s]


                def basis(x):
                    \"""A column for each knot: the natural spline that is 1 there and 0 at all others, straight beyond the ends.\"""
                    inside = np.clip(x, knots[0], knots[-1])
                    natural = CubicSpline(knots, np.eye(len(knots)), bc_type="natural")
                    return natural(inside) + (x - inside)[:, None] * natural(inside, 1)


                columns = basis(X[:, 0])
                weights, *_ = np.linalg.lstsq(columns[:train], y[:train], rcond=None)
                predicted = columns @ weights
                """.formatted(
                        Arrays.stream(knots).mapToObj(Double::toString).collect(Collectors.joining(", "))));
    }

    private static Model smoothingSpline(Sheet sheet, Report fit) {
        long distinct =
                Arrays.stream(x(sheet), 0, sheet.trainingRows()).distinct().count();
        if (distinct < LEAST_KNOTS) {
            throw new Infeasible("scipy's smoothing spline needs at least %d different x in the training rows, not %d"
                    .formatted(LEAST_KNOTS, distinct));
        }
        return new Model("from scipy.interpolate import make_smoothing_spline  # scipy 1.10 or newer", """
                # Rows of equal x count as their mean, as often as there are rows.
                knots, where, count = np.unique(X[:train, 0], return_inverse=True, return_counts=True)
                means = np.bincount(where, weights=y[:train]) / count
                spline = make_smoothing_spline(knots, means, w=count.astype(float), lam=%s)
                inside = np.clip(X[:, 0], knots[0], knots[-1])
                predicted = spline(inside) + (X[:, 0] - inside) * spline(inside, 1)
                """.formatted(
                        number(fit, "lambda")));
    }

    private static Model neighbours(Map<String, Object> values, Sheet sheet) {
        int k = Integer.parseInt(String.valueOf(values.get("neighbours")));
        double[] training = Arrays.copyOf(x(sheet), sheet.trainingRows());
        Arrays.sort(training);
        for (double x : x(sheet)) {
            if (isTied(training, x, k)) {
                throw new Infeasible(("at x = %s several training rows are equally far as neighbour number %d, and"
                                + " scikit-learn leaves open which of them counts: its scores may differ")
                        .formatted(x, k));
            }
        }
        return new Model("from sklearn.neighbors import KNeighborsRegressor", """
                model = KNeighborsRegressor(n_neighbors=%d, weights="%s")
                model.fit(X[:train], y[:train])
                predicted = model.predict(X)
                """.formatted(k, values.get("weights")));
    }

    /** Whether the k-th nearest of the sorted places is as far as the next one. */
    static boolean isTied(double[] sorted, double x, int k) {
        int low = 0;
        int high = sorted.length - k;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (x - sorted[middle] > sorted[middle + k] - x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        double last = Math.max(x - sorted[low], sorted[low + k - 1] - x);
        return (low > 0 && x - sorted[low - 1] == last) || (low + k < sorted.length && sorted[low + k] - x == last);
    }

    private static void requireMatrix(Sheet sheet, double penalty) {
        if (sheet.trainingRows() > MOST_ROWS) {
            throw new Infeasible(
                    "scikit-learn keeps a number for each pair of training rows: they must be at most %,d, not %,d"
                            .formatted(MOST_ROWS, sheet.trainingRows()));
        }
        if (sheet.trainingRows() / penalty > WORST_CONDITION) {
            throw new Infeasible("with so little noise assumed, scikit-learn's matrix is singular to working precision:"
                    + " its numbers would not be these");
        }
    }

    private static String kernel(Map<String, Object> values, Report fit) {
        double scale = number(fit, "lengthScale");
        return switch (String.valueOf(values.get("kernel"))) {
            case "rbf" -> "RBF(%s)".formatted(scale);
            case "matern-3-2" -> "Matern(%s, nu=1.5)".formatted(scale);
            case "matern-5-2" -> "Matern(%s, nu=2.5)".formatted(scale);
            default -> throw new IllegalArgumentException("no such kernel: " + values.get("kernel"));
        };
    }

    private static double[] x(Sheet sheet) {
        return Literals.features(sheet).getFirst().values();
    }

    private static double number(Report fit, String what) {
        return fit.at(what).orElseThrow() instanceof Report.Real(double value) ? value : Double.NaN;
    }
}
