package org.interactiveml.engine.model.linear;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.interactiveml.engine.data.Draws;
import org.interactiveml.engine.data.Draws.Purpose;
import org.interactiveml.engine.data.Rows;

/** The training rows of a problem, sorted out, cut into folds and standardised by hand, without moments or a partition. */
final class TrainingRows {

    /** Where rows come from. No number of training rows is a multiple of the folds: the means over folds and rows differ. */
    enum Problem {
        SHUFFLED(1, 163, -3, 4, 0.3, 5),
        OFF_CENTRE_IN_ORDER(2, 97, 3, 9, 0, 4),
        FEW(3, 61, -1, 1, 0.25, 6);

        private final long seed;
        private final int size;
        private final double low;
        private final double high;
        private final double testFraction;
        private final int folds;

        Problem(long seed, int size, double low, double high, double testFraction, int folds) {
            this.seed = seed;
            this.size = size;
            this.low = low;
            this.high = high;
            this.testFraction = testFraction;
            this.folds = folds;
        }

        Rows rows() {
            SplittableRandom random = new SplittableRandom(seed);
            double[] x = random.doubles(size, low, high).toArray();
            double[] y = new double[size];
            Arrays.setAll(y, i -> 4 * StrictMath.sin(2 * x[i]) + 0.5 * x[i] + random.nextGaussian());
            return new Rows(x, y);
        }

        PolynomialSample sample() {
            return Fixtures.split(rows(), testFraction, folds, seed);
        }

        /** The order of the random keys, of which the first rows test; without a test part the given order. */
        int[] trainingOrder() {
            if (testFraction == 0) {
                return IntStream.range(0, size).toArray();
            }
            Draws draws = new Draws(seed, Purpose.SPLIT);
            return IntStream.range(0, size)
                    .boxed()
                    .sorted((a, b) -> Long.compareUnsigned(draws.bits(a), draws.bits(b)))
                    .skip((long) Math.ceil(size * testFraction))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }

    private final int count;
    private final int folds;
    private final double[] x;
    private final double[] y;
    private final int[] foldOfRow;

    TrainingRows(Problem problem) {
        Rows rows = problem.rows();
        int[] order = problem.trainingOrder();
        count = order.length;
        folds = problem.folds;
        x = Arrays.stream(order).mapToDouble(i -> rows.x()[i]).toArray();
        y = Arrays.stream(order).mapToDouble(i -> rows.y()[i]).toArray();
        foldOfRow = new int[count];
        int row = 0;
        for (int fold = 0; fold < folds; fold++) {
            int end = row + count / folds + (fold < count % folds ? 1 : 0);
            Arrays.fill(foldOfRow, row, end, fold);
            row = end;
        }
    }

    /** The folds for models of the powers x … x^degree, each standardised over all training rows. */
    HeldOutFold[] ofStandardizedPowers(int degree) {
        double[][] columns = standardizedPowers(degree);
        return IntStream.range(0, folds)
                .mapToObj(fold -> new HeldOutFold(columns, y, row -> foldOfRow[row] == fold))
                .toArray(HeldOutFold[]::new);
    }

    /** Mean squared error on each fold of least squares on the others. */
    double[] leastSquaresErrors(int degree) {
        return IntStream.range(0, folds)
                .mapToDouble(fold -> new LeastSquaresInManyDigits(
                                select(x, row -> row != fold), select(y, row -> row != fold), degree)
                        .meanSquaredError(select(x, row -> row == fold), select(y, row -> row == fold)))
                .toArray();
    }

    private double[] select(double[] column, IntPredicate ofFold) {
        return IntStream.range(0, count)
                .filter(i -> ofFold.test(foldOfRow[i]))
                .mapToDouble(i -> column[i])
                .toArray();
    }

    /** max |f_k'(y − ȳ)| / n: at this penalty of absolute values all coefficients are zero. */
    double largestCovariance(int degree) {
        double mean = Arrays.stream(y).average().orElseThrow();
        return Arrays.stream(standardizedPowers(degree))
                .mapToDouble(column -> Math.abs(IntStream.range(0, count)
                                .mapToDouble(i -> column[i] * (y[i] - mean))
                                .sum())
                        / count)
                .max()
                .orElseThrow();
    }

    private double[][] standardizedPowers(int degree) {
        double[][] columns = new double[degree][];
        for (int k = 0; k < degree; k++) {
            int power = k + 1;
            double[] column =
                    Arrays.stream(x).map(v -> StrictMath.pow(v, power)).toArray();
            double mean = Arrays.stream(column).average().orElseThrow();
            double variance = Arrays.stream(column)
                    .map(v -> (v - mean) * (v - mean))
                    .average()
                    .orElseThrow();
            columns[k] = Arrays.stream(column)
                    .map(v -> (v - mean) / Math.sqrt(variance))
                    .toArray();
        }
        return columns;
    }
}
