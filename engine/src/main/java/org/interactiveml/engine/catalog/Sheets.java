package org.interactiveml.engine.catalog;

import java.util.List;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.experiment.Sheet;
import org.interactiveml.engine.numeric.ArrayFunction;

/** The rows of a fit, to take home. */
final class Sheets {
    private Sheets() {}

    /** All rows with the predictions of a fitted curve, to take home. */
    static Sheet of(OneVariable.Data data, Partition split, ArrayFunction curve) {
        int[] order = order(split);
        double[] x = OneVariable.gather(data.rows().x(), order);
        double[] predicted = new double[x.length];
        curve.evaluate(x, predicted, 0, x.length);
        return new Sheet(
                List.of(
                        new Sheet.Column("x", Sheet.Kind.FEATURE, x),
                        new Sheet.Column(
                                "y",
                                Sheet.Kind.TARGET,
                                OneVariable.gather(data.rows().y(), order)),
                        new Sheet.Column("predicted", Sheet.Kind.PREDICTED, predicted)),
                split.folds(),
                split.trainingRows());
    }

    /** The rows part by part: fold by fold, then the test part. */
    static int[] order(Partition split) {
        int[] next = new int[split.parts() + 1];
        for (int part = 0; part < split.parts(); part++) {
            next[part + 1] = next[part] + split.size(part);
        }
        int[] order = new int[split.size()];
        for (int row = 0; row < order.length; row++) {
            order[next[split.part(row)]++] = row;
        }
        return order;
    }
}
