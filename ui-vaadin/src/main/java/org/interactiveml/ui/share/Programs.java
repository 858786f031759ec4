package org.interactiveml.ui.share;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.interactiveml.engine.experiment.Sheet;

/**
 * Programs that fit a regression's rows in other tools and print the scores that the page shows. The rows stand in the
 * program, so that it needs nothing beside itself.
 */
public final class Programs {
    /** Beyond so many rows a program would be too long to read; it then reads the CSV file. */
    static final int INLINE_ROWS = 2_000;

    private static final String CSV_FILE = "rows.csv";

    private Programs() {}

    /** For Python with NumPy and scikit-learn. */
    public static String python(Map<String, Object> values, Sheet sheet) {
        return """
                # Polynomial regression in scikit-learn, as on the page. Prints R2 and RMSE of both parts.
                import numpy as np
                from sklearn.linear_model import ElasticNet, ElasticNetCV, Lasso, LassoCV, LinearRegression, Ridge, RidgeCV
                from sklearn.metrics import mean_squared_error, r2_score
                from sklearn.pipeline import make_pipeline
                from sklearn.preprocessing import PolynomialFeatures, StandardScaler

                # The training rows fold by fold, then the test rows.
                %s
                train = %d

                model = make_pipeline(
                    PolynomialFeatures(degree=%s, include_bias=False),
                    StandardScaler(),
                    %s,
                )
                X = x.reshape(-1, 1)
                model.fit(X[:train], y[:train])
                for part, rows in (("train", slice(0, train)), ("test", slice(train, None))):
                    if len(y[rows]) > 0:
                        predicted = model.predict(X[rows])
                        rmse = np.sqrt(mean_squared_error(y[rows], predicted))
                        print(part, "r2", repr(float(r2_score(y[rows], predicted))), "rmse", repr(float(rmse)))
                """.formatted(pythonRows(sheet), sheet.trainingRows(), values.get("degree"), estimator(values, sheet));
    }

    private static String estimator(Map<String, Object> values, Sheet sheet) {
        boolean fixed = "fixed".equals(values.get("alpha.mode"));
        Object alpha = values.get("alpha");
        Object ratio = values.get("l1.ratio");
        int folds = sheet.folds();
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

    private static String pythonRows(Sheet sheet) {
        if (sheet.rows() > INLINE_ROWS) {
            return "x, y = np.loadtxt(\"%s\", delimiter=\",\", skiprows=1, usecols=(1, 2), unpack=True)"
                    .formatted(CSV_FILE);
        }
        return "x = np.array([%s])%ny = np.array([%s])"
                .formatted(numbers(values(sheet, Sheet.Kind.FEATURE)), numbers(values(sheet, Sheet.Kind.TARGET)));
    }

    /**
     * For R, with glmnet where there is a penalty: at the penalty that the page chose, since glmnet draws its folds at random.
     *
     * @param alpha the chosen penalty; unused by least squares
     */
    public static String r(Map<String, Object> values, Sheet sheet, double alpha) {
        String fit = switch (String.valueOf(values.get("model"))) {
            case "ols" -> """
                    model <- lm.fit(cbind(1, X[rows, , drop = FALSE]), y[rows])
                    predicted <- drop(cbind(1, X) %*% coef(model))
                    """;
            case "ridge" -> glmnet("0", alpha + " / train");
            case "lasso" -> glmnet(String.valueOf(alpha), "0");
            case "elastic-net" ->
                glmnet(alpha + " * " + values.get("l1.ratio"), alpha + " * (1 - " + values.get("l1.ratio") + ")");
            default -> throw new IllegalArgumentException("no such model: " + values.get("model"));
        };
        return """
                # Polynomial regression in R, as on the page. Prints R2 and RMSE of both parts.
                # The training rows fold by fold, then the test rows.
                %s
                train <- %d

                powers <- outer(x, 1:%s, "^")
                rows <- seq_len(train)
                centre <- colMeans(powers[rows, , drop = FALSE])
                spread <- sqrt(colMeans(sweep(powers[rows, , drop = FALSE], 2, centre)^2))
                X <- sweep(sweep(powers, 2, centre), 2, spread, "/")
                %s
                report <- function(part, rows) {
                  error <- y[rows] - predicted[rows]
                  r2 <- 1 - sum(error^2) / sum((y[rows] - mean(y[rows]))^2)
                  cat(part, "r2", format(r2, digits = 15), "rmse", format(sqrt(mean(error^2)), digits = 15), "\\n")
                }
                report("train", rows)
                if (train < length(y)) report("test", (train + 1):length(y))
                """.formatted(rRows(sheet), sheet.trainingRows(), values.get("degree"), fit);
    }

    /**
     * glmnet divides y by its spread, after which its one penalty weighs the squares differently. With y divided beforehand
     * both weights are what they say.
     */
    private static String glmnet(String l1, String l2) {
        return """
                library(glmnet)
                scale_y <- sqrt(mean((y[rows] - mean(y[rows]))^2))
                l1 <- %s / scale_y
                l2 <- %s
                # glmnet wants two columns at least; a column of zeros changes nothing.
                Z <- cbind(X, 0)
                model <- glmnet(Z[rows, ], (y[rows] - mean(y[rows])) / scale_y, alpha = l1 / (l1 + l2), lambda = l1 + l2,
                                standardize = FALSE, thresh = 1e-20, maxit = 1e8)
                predicted <- mean(y[rows]) + scale_y * drop(predict(model, Z))
                """.formatted(l1, l2);
    }

    private static String rRows(Sheet sheet) {
        if (sheet.rows() > INLINE_ROWS) {
            return "table <- read.csv(\"%s\")%nx <- table[[2]]%ny <- table[[3]]".formatted(CSV_FILE);
        }
        return "x <- c(%s)%ny <- c(%s)"
                .formatted(numbers(values(sheet, Sheet.Kind.FEATURE)), numbers(values(sheet, Sheet.Kind.TARGET)));
    }

    private static double[] values(Sheet sheet, Sheet.Kind kind) {
        return sheet.columns().stream()
                .filter(column -> column.kind() == kind)
                .findFirst()
                .orElseThrow()
                .values();
    }

    /** Eight to a line, so that the program can be read and compared. */
    private static String numbers(double[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> (i % 8 == 0 ? "\n    " : " ") + values[i])
                .collect(Collectors.joining(",", "", "\n"));
    }
}
