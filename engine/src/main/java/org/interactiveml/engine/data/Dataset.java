package org.interactiveml.engine.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment fits: finite numbers in columns.
 *
 * <p>The arrays are kept, not copied, and must not change afterwards.
 *
 * @param name what the user calls it, such as the name of a file
 * @param featureNames at least one
 * @param features one column per feature, each with one value per row
 * @param targetName the column to predict
 * @param target one value per row
 * @param test true for the rows of the test part, where the data says so itself; null where it does not
 * @param classes the names of the classes that {@code target} numbers from 0; empty where it holds numbers of its own
 */
public record Dataset(
        String name,
        List<String> featureNames,
        double[][] features,
        String targetName,
        double[] target,
        boolean @Nullable [] test,
        List<String> classes) {

    /** What the column to predict holds. */
    public enum Target {
        /** Finite numbers. */
        NUMBER,
        /** Names of classes, which may be numbers. */
        CLASS
    }

    public Dataset {
        featureNames = List.copyOf(featureNames);
        classes = List.copyOf(classes);
        if (featureNames.isEmpty() || featureNames.size() != features.length) {
            throw new IllegalArgumentException(
                    "expected one name per feature, not " + featureNames.size() + " for " + features.length);
        }
        for (double[] feature : features) {
            if (feature.length != target.length) {
                throw new IllegalArgumentException(
                        "the columns must have equal lengths, not " + feature.length + " and " + target.length);
            }
        }
        if (test != null && test.length != target.length) {
            throw new IllegalArgumentException("the test marks must be one per row");
        }
    }

    /** Data whose target is a number. */
    public Dataset(
            String name,
            List<String> featureNames,
            double[][] features,
            String targetName,
            double[] target,
            boolean @Nullable [] test) {
        this(name, featureNames, features, targetName, target, test, List.of());
    }

    /**
     * Chooses columns of a table, the target holding numbers.
     *
     * @param x the features, at least one
     * @param y the target, not one of the features
     * @param split a column that says train or test, in any case, row by row; null if there is none
     * @throws TableException with one line for each problem: a column that is not there or chosen twice, a cell that is not a
     *     finite number or neither train nor test, no row to train on
     */
    public static Dataset select(Table table, List<String> x, String y, @Nullable String split) {
        return select(table, x, y, split, Target.NUMBER);
    }

    /**
     * Chooses columns of a table.
     *
     * @param kind what the target holds; classes are sorted, numbers by value before texts by code point
     * @throws TableException as the other, and where there are fewer than two classes
     */
    public static Dataset select(Table table, List<String> x, String y, @Nullable String split, Target kind) {
        return new Selection(table).select(x, y, split, kind);
    }

    /** The number of rows. */
    public int size() {
        return target.length;
    }
}
