package org.interactiveml.ui.share;

import java.util.List;
import java.util.Map;
import org.interactiveml.engine.experiment.Sheet;
import org.interactiveml.engine.view.Report;

/**
 * A program for another tool that fits the same rows and prints the scores that the page shows. The rows stand in the program
 * as long as there are few; beyond that it reads the CSV file that is offered beside it.
 *
 * @param label the key of the text that says what the program is
 * @param file a name for it
 */
public record Program(String label, String file, Text text) {

    /** How the text follows from a fit. */
    @FunctionalInterface
    public interface Text {
        /**
         * The program.
         *
         * @param values the parameters in plain form, by id
         * @param sheet the rows
         * @param fit the report of the fit
         * @throws org.interactiveml.engine.numeric.Infeasible where the other tool would print other numbers
         */
        String of(Map<String, Object> values, Sheet sheet, Report fit);
    }

    /** The programs there are for an experiment. */
    public static List<Program> of(String experiment) {
        return switch (experiment) {
            case "regression", "multivariate" ->
                List.of(
                        new Program("take-home.python", experiment + ".py", PythonRegression::text),
                        new Program("take-home.r", experiment + ".R", RRegression::text));
            case "classification" ->
                List.of(new Program("take-home.python", "classification.py", PythonClassification::text));
            case "curve-fit" -> List.of(new Program("take-home.scipy", "curve-fit.py", PythonCurve::text));
            case "kernel" -> List.of(new Program("take-home.python", "kernel.py", PythonKernel::text));
            default -> List.of();
        };
    }
}
