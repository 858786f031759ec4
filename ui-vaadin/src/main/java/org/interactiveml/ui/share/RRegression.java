package org.interactiveml.ui.share;

import java.util.Map;
import org.interactiveml.engine.experiment.Sheet;
import org.interactiveml.engine.view.Report;

/**
 * Linear models of one variable's powers or of several features in R, with glmnet where there is a penalty: at the penalty
 * that the page chose, since glmnet draws its folds at random.
 */
final class RRegression {
    private RRegression() {}

    static String text(Map<String, Object> values, Sheet sheet, Report fit) {
        String powers =
                values.containsKey("degree") ? "X <- outer(X[, 1], 1:%s, \"^\")\n".formatted(values.get("degree")) : "";
        String chosen = fit.at("alpha").orElse(new Report.Real(0)) instanceof Report.Real(double alpha)
                ? Double.toString(alpha)
                : "0";
        Object ratio = values.get("l1.ratio");
        String model = switch (String.valueOf(values.get("model"))) {
            case "ols" -> """
                    model <- lm.fit(cbind(1, X[rows, , drop = FALSE]), y[rows])
                    predicted <- drop(cbind(1, X) %*% coef(model))
                    """;
            case "ridge" -> glmnet("0", chosen + " / train");
            case "lasso" -> glmnet(chosen, "0");
            case "elastic-net" -> glmnet(chosen + " * " + ratio, chosen + " * (1 - " + ratio + ")");
            default -> throw new IllegalArgumentException("no such model: " + values.get("model"));
        };
        return """
                # The regression of the page in R. Prints R2 and RMSE of both parts.
                # The training rows fold by fold, then the test rows.
                %s
                train <- %d

                %srows <- seq_len(train)
                centre <- colMeans(X[rows, , drop = FALSE])
                spread <- sqrt(colMeans(sweep(X[rows, , drop = FALSE], 2, centre)^2))
                X <- sweep(sweep(X, 2, centre), 2, spread, "/")
                %s
                report <- function(part, rows) {
                  error <- y[rows] - predicted[rows]
                  r2 <- 1 - sum(error^2) / sum((y[rows] - mean(y[rows]))^2)
                  cat(part, "r2", format(r2, digits = 15), "rmse", format(sqrt(mean(error^2)), digits = 15), "\\n")
                }
                report("train", rows)
                if (train < length(y)) report("test", (train + 1):length(y))
                """.formatted(Literals.r(sheet), sheet.trainingRows(), powers, model);
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
}
