package org.interactiveml.ui.share;

import java.util.Map;
import org.interactiveml.engine.experiment.Sheet;
import org.interactiveml.engine.view.Report;

/** Linear models of one variable's powers or of several features, in scikit-learn. */
final class PythonRegression {
    private PythonRegression() {}

    static String text(Map<String, Object> values, Sheet sheet, Report fit) {
        String powers = values.containsKey("degree")
                ? "    PolynomialFeatures(degree=%s, include_bias=False),\n".formatted(values.get("degree"))
                : "";
        return """
                # The regression of the page in scikit-learn. Prints R2 and RMSE of both parts.
                import numpy as np
                from sklearn.linear_model import ElasticNet, ElasticNetCV, Lasso, LassoCV, LinearRegression, Ridge, RidgeCV
                from sklearn.metrics import mean_squared_error, r2_score
                from sklearn.pipeline import make_pipeline
                from sklearn.preprocessing import PolynomialFeatures, StandardScaler

                # The training rows fold by fold, then the test rows.
                %s
                train = %d

                model = make_pipeline(
                %s    StandardScaler(),
                    %s,
                )
                model.fit(X[:train], y[:train])
                for part, rows in (("train", slice(0, train)), ("test", slice(train, None))):
                    if len(y[rows]) > 0:
                        predicted = model.predict(X[rows])
                        rmse = np.sqrt(mean_squared_error(y[rows], predicted))
                        print(part, "r2", repr(float(r2_score(y[rows], predicted))), "rmse", repr(float(rmse)))
                """.formatted(Literals.python(sheet), sheet.trainingRows(), powers, estimator(values, sheet.folds()));
    }

    private static String estimator(Map<String, Object> values, int folds) {
        boolean fixed = "fixed".equals(values.get("alpha.mode"));
        Object alpha = values.get("alpha");
        Object ratio = values.get("l1.ratio");
        // The tolerance of scikit-learn's default leaves three or four digits.
        String search = "eps=0.01, n_alphas=20, cv=%d, tol=1e-12, max_iter=10_000_000".formatted(folds);
        String exact = "tol=1e-14, max_iter=10_000_000";
        return switch (String.valueOf(values.get("model"))) {
            case "ols" -> "LinearRegression()";
            case "ridge" ->
                fixed
                        ? "Ridge(alpha=%s)".formatted(alpha)
                        : "RidgeCV(alphas=(0.001, 0.01, 0.1, 1), cv=%d)".formatted(folds);
            case "lasso" -> fixed ? "Lasso(alpha=%s, %s)".formatted(alpha, exact) : "LassoCV(%s)".formatted(search);
            case "elastic-net" ->
                fixed
                        ? "ElasticNet(alpha=%s, l1_ratio=%s, %s)".formatted(alpha, ratio, exact)
                        : "ElasticNetCV(l1_ratio=%s, %s)".formatted(ratio, search);
            default -> throw new IllegalArgumentException("no such model: " + values.get("model"));
        };
    }
}
