package org.interactiveml.ui.share;

import java.util.Map;
import org.interactiveml.engine.experiment.Sheet;
import org.interactiveml.engine.view.Report;

/** Logistic regression in scikit-learn. */
final class PythonClassification {
    private PythonClassification() {}

    static String text(Map<String, Object> values, Sheet sheet, Report fit) {
        String scaler = Boolean.TRUE.equals(values.get("standardize")) ? "    StandardScaler(),\n" : "";
        return """
                # The classification of the page in scikit-learn. Prints accuracy and log-loss of both parts.
                import numpy as np
                from sklearn.linear_model import LogisticRegression
                from sklearn.metrics import accuracy_score, log_loss
                from sklearn.pipeline import make_pipeline
                from sklearn.preprocessing import PolynomialFeatures, StandardScaler

                # The training rows, then the test rows; the classes are 0 and 1.
                %s
                train = %d

                model = make_pipeline(
                    PolynomialFeatures(degree=%s, include_bias=False),
                %s    LogisticRegression(%s),
                )
                model.fit(X[:train], y[:train])
                for part, rows in (("train", slice(0, train)), ("test", slice(train, None))):
                    if len(y[rows]) > 0:
                        probability = model.predict_proba(X[rows])
                        accuracy = accuracy_score(y[rows], model.predict(X[rows]))
                        loss = log_loss(y[rows], probability, labels=[0, 1])
                        print(part, "accuracy", repr(float(accuracy)), "log-loss", repr(float(loss)))
                """.formatted(
                        Literals.python(sheet), sheet.trainingRows(), values.get("degree"), scaler, penalty(values));
    }

    private static String penalty(Map<String, Object> values) {
        Object c = values.get("C");
        // Of scikit-learn's solvers those that leave the intercept unpenalised, at a tolerance that leaves six digits.
        String slow = "solver=\"saga\", tol=1e-10, max_iter=1_000_000, random_state=0";
        String quick = "solver=\"lbfgs\", tol=1e-12, max_iter=1_000_000";
        return switch (String.valueOf(values.get("penalty"))) {
            case "l1" -> "penalty=\"l1\", C=%s, %s".formatted(c, slow);
            case "l2" -> "penalty=\"l2\", C=%s, %s".formatted(c, quick);
            case "elastic-net" ->
                "penalty=\"elasticnet\", l1_ratio=%s, C=%s, %s".formatted(values.get("l1.ratio"), c, slow);
            case "none" -> "penalty=None, %s".formatted(quick);
            default -> throw new IllegalArgumentException("no such penalty: " + values.get("penalty"));
        };
    }
}
