package org.interactiveml.engine.data;

import org.interactiveml.engine.data.Draws.Purpose;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;

/**
 * Draws points (x1, x2) of two classes in the square from {@code min} to {@code max}.
 *
 * <p>A row's noise is magnitude · (mean + sd · z), z standard normal. Where a rule decides the class ({@link Shape#LINEAR}: 1.5·x1
 * − 2·x2 + noise &gt; 0; {@link Shape#XOR}: the product of the distances from the middle, over half the width, + noise &gt; 0),
 * points are uniform and noise moves the rule. Elsewhere the class comes first, alternating, and noise displaces the point, in
 * each direction by noise / 2.5: as far as it moves the border of the straight line, since |(1.5, −2)| = 2.5.
 *
 * <p>Row {@code i} depends on the settings and on {@code i} alone: more rows extend the same sample, another magnitude rescales
 * the same noise.
 *
 * @param shape how the classes lie
 * @param min lower end of x1 and x2
 * @param max upper end, greater than {@code min}
 * @param magnitude factor of the noise
 * @param mean mean of the noise before the factor
 * @param sd standard deviation of the noise before the factor
 * @param xSeed seed of the points
 * @param noiseSeed seed of the noise
 */
public record PlaneGenerator(
        Shape shape, double min, double max, double magnitude, double mean, double sd, long xSeed, long noiseSeed) {
    private static final double SLOPE_1 = 1.5;
    private static final double SLOPE_2 = -2;
    private static final double STEEPNESS = 2.5;
    /** Part of the square's width that the shapes without noise fill. */
    private static final double FILL = 0.8;

    private static final double MOONS_WIDTH = 3;
    private static final double CLOUD_DISTANCE = 0.2;
    private static final double CLOUD_SD = 0.08;

    /** Rows that one thread fills at a time; also the longest stretch without a look at the cancellation. */
    private static final int BLOCK = 1 << 13;

    /** The first {@code size} rows; about 0.1 µs a row and thread. */
    public LabelledRows generate(int size, Workers workers, Cancellation cancellation) {
        double[] x1 = new double[size];
        double[] x2 = new double[size];
        double[] labels = new double[size];
        Draws place = new Draws(xSeed, Purpose.X);
        Draws noise = new Draws(noiseSeed, Purpose.NOISE);
        workers.run((size + BLOCK - 1) / BLOCK, block -> {
            cancellation.check();
            int end = Math.min(size, (block + 1) * BLOCK);
            for (int row = block * BLOCK; row < end; row++) {
                if (shape == Shape.LINEAR || shape == Shape.XOR) {
                    byRule(row, place, noise, x1, x2, labels);
                } else {
                    byClass(row, place, noise, x1, x2, labels);
                }
            }
        });
        return new LabelledRows(new double[][] {x1, x2}, labels);
    }

    private void byRule(int row, Draws place, Draws noise, double[] x1, double[] x2, double[] labels) {
        x1[row] = min + (max - min) * place.uniform(2L * row);
        x2[row] = min + (max - min) * place.uniform(2L * row + 1);
        double rule = shape == Shape.LINEAR
                ? SLOPE_1 * x1[row] + SLOPE_2 * x2[row]
                : (x1[row] - middle()) * (x2[row] - middle()) / (0.5 * (max - min));
        labels[row] = rule + noise(noise.normal(row)) > 0 ? 1 : 0;
    }

    private void byClass(int row, Draws place, Draws noise, double[] x1, double[] x2, double[] labels) {
        int label = row & 1;
        double width = max - min;
        double u;
        double v;
        switch (shape) {
            case MOONS -> {
                double angle = StrictMath.PI * place.uniform(2L * row);
                double side = label == 0 ? 1 : -1;
                double unit = FILL * width / MOONS_WIDTH;
                u = unit * side * (StrictMath.cos(angle) - 0.5);
                v = unit * side * (StrictMath.sin(angle) - 0.25);
            }
            case CIRCLES -> {
                double angle = 2 * StrictMath.PI * place.uniform(2L * row);
                double radius = 0.5 * FILL * width * (label == 0 ? 1 : 0.5);
                u = radius * StrictMath.cos(angle);
                v = radius * StrictMath.sin(angle);
            }
            default -> {
                double centre = (label == 0 ? -1 : 1) * CLOUD_DISTANCE * width;
                u = centre + CLOUD_SD * width * place.normal(2L * row);
                v = centre + CLOUD_SD * width * place.normal(2L * row + 1);
            }
        }
        x1[row] = middle() + u + noise(noise.normal(2L * row)) / STEEPNESS;
        x2[row] = middle() + v + noise(noise.normal(2L * row + 1)) / STEEPNESS;
        labels[row] = label;
    }

    private double middle() {
        return 0.5 * (min + max);
    }

    private double noise(double z) {
        return magnitude * (mean + sd * z);
    }
}
