package org.interactiveml.ui.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.interactiveml.engine.experiment.Sheet;
import org.interactiveml.engine.formula.Formula;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.view.Report;

/** Nonlinear least squares in scipy: the formula and its derivatives as functions, and its parameters found by descent. */
final class PythonCurve {
    private PythonCurve() {}

    static String text(Map<String, Object> values, Sheet sheet, Report fit) {
        if (!(fit.at("converged").orElseThrow() instanceof Report.Flag(boolean converged) && converged)) {
            throw new Infeasible(
                    "the fit did not converge, so a program would end elsewhere: give it other start values");
        }
        Formula formula = Formula.parse(String.valueOf(values.get("formula")));
        List<Report> parameters = ((Report.Items) fit.at("parameters").orElseThrow()).items();
        List<String> predictors =
                Literals.features(sheet).stream().map(Sheet.Column::name).toList();
        List<String> names = parameters.stream().map(PythonCurve::name).toList();
        List<String> all = new ArrayList<>(predictors);
        all.addAll(names);
        PythonFormula python = new PythonFormula(all);
        String arguments = names.stream().map(python::name).collect(Collectors.joining(", "));
        String columns = IntStream.range(0, predictors.size())
                .mapToObj(k -> "    %s = X[:, %d]%n".formatted(python.name(predictors.get(k)), k))
                .collect(Collectors.joining());
        String slopes = names.stream()
                .map(name -> "        np.broadcast_to(%s, len(X)),%n".formatted(python.text(formula.derivative(name))))
                .collect(Collectors.joining());
        return """
                # The curve fit of the page in scipy. Prints R2 and RMSE of both parts, then each parameter and its standard error.
                import numpy as np
                from scipy.optimize import curve_fit

                # The training rows, then the test rows.
                %s
                train = %d


                def curve(X, %s):
                %s    return %s


                def slopes(X, %s):
                %s    return np.column_stack([
                %s    ])


                # Where the page's descent began, and where it ended, should scipy not find the way.
                starts = [
                    [%s],
                    [%s],
                ]
                best, least = None, np.inf
                for start in starts:
                    try:
                        fit = curve_fit(curve, X[:train], y[:train], p0=start, jac=slopes, method="lm",
                                        ftol=1e-15, xtol=1e-15, gtol=1e-15, maxfev=100_000)
                    except RuntimeError:
                        continue
                    left = np.sum((y[:train] - curve(X[:train], *fit[0]))**2)
                    if left < least:
                        best, least = fit, left
                estimates, covariance = best
                predicted = np.broadcast_to(curve(X, *estimates), len(X))
                for part, rows in (("train", slice(0, train)), ("test", slice(train, None))):
                    if len(y[rows]) > 0:
                        error = y[rows] - predicted[rows]
                        r2 = 1 - np.sum(error**2)/np.sum((y[rows] - np.mean(y[rows]))**2)
                        print(part, "r2", repr(float(r2)), "rmse", repr(float(np.sqrt(np.mean(error**2)))))
                for name, estimate, error in zip(%s, estimates, np.sqrt(np.diag(covariance))):
                    print(name, repr(float(estimate)), "standard error", repr(float(error)))
                """.formatted(
                        Literals.python(sheet),
                        sheet.trainingRows(),
                        arguments,
                        columns,
                        python.text(formula),
                        arguments,
                        columns,
                        slopes,
                        numbers(parameters, "start"),
                        numbers(parameters, "estimate"),
                        names.stream().map(PythonCurve::quoted).collect(Collectors.joining(", ", "[", "]")));
    }

    private static String name(Report parameter) {
        return parameter.at("name").orElseThrow() instanceof Report.Text(String name) ? name : "";
    }

    /** Where a start was solved for rather than given, it is the estimate. */
    private static String numbers(List<Report> parameters, String what) {
        return parameters.stream()
                .map(parameter -> {
                    double number = number(parameter, what);
                    return Double.toString(Double.isFinite(number) ? number : number(parameter, "estimate"));
                })
                .collect(Collectors.joining(", "));
    }

    private static double number(Report parameter, String what) {
        return parameter.at(what).orElseThrow() instanceof Report.Real(double value) ? value : Double.NaN;
    }

    /** Names are letters, digits and underscores. */
    private static String quoted(String name) {
        return "\"" + name + "\"";
    }
}
