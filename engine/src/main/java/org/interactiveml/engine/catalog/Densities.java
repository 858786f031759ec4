package org.interactiveml.engine.catalog;

import java.util.Optional;
import org.interactiveml.engine.data.Density;
import org.interactiveml.engine.data.Density.Cells;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.Range;
import org.interactiveml.engine.data.Rows;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Inputs;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.model.Scores;
import org.interactiveml.engine.model.linear.PolynomialFit;
import org.interactiveml.engine.numeric.Workers;
import org.interactiveml.engine.view.Report;

/** What plots show of more rows than they draw points for: all of them, counted in cells. */
final class Densities {
    private static final int COLUMNS = 160;
    private static final int ROWS = 100;
    /** Cells of the plots that change with every fit: fewer, since they are sent with each. */
    private static final int FIT_COLUMNS = 96;

    private static final int FIT_ROWS = 64;
    /** Rows that a draft of the plots of a fit counts. */
    private static final int DRAFT_ROWS = 100_000;

    private static final int CHUNK = 1024;
    /** Residuals beyond so many times their root mean square count at the edge. */
    private static final double RESIDUAL_REACH = 5;

    /** The counts of the cells of one plot. */
    private record Counted(Cells cells, double[] counts) {
        Report report() {
            return Report.group()
                    .put("x", cells.centresX())
                    .put("y", cells.centresY())
                    .put("rows", counts)
                    .build();
        }
    }

    /** All rows over x and y, and the range of y. */
    record OfRows(Optional<Counted> counted, Range y, long rows) {}

    /** Predicted against actual for both parts, residuals against x. */
    record OfFit(Counted train, Counted test, Counted residuals) {}

    /** Counted once per data change. */
    final Stage<OfRows> rows;

    final Stage<Optional<OfFit>> fit;

    private final OneVariable source;
    private final Workers workers;

    Densities(OneVariable source, Stage<PolynomialFit> fitted, Workers workers) {
        this.source = source;
        this.workers = workers;
        rows = Stage.named("density", Phase.STUDY)
                .after(source.data, source.range)
                .computes(this::ofRows)
                .reportedBy(Densities::report);
        fit = Stage.named("fit-density", Phase.STUDY)
                .refining()
                .after(source.data, source.range, source.split, rows, fitted)
                .computes(in -> ofFit(in, in.get(fitted)))
                .reportedBy(Densities::report);
    }

    private OfRows ofRows(Inputs in) {
        Rows all = in.get(source.data).rows();
        if (all.size() <= OneVariable.SHOWN) {
            return new OfRows(Optional.empty(), new Range(0, 0), all.size());
        }
        Range y = Range.of(all.y(), workers, in.cancellation());
        Cells cells = new Cells(in.get(source.range), COLUMNS, y, ROWS);
        return new OfRows(
                Optional.of(new Counted(cells, Density.of(all, cells, workers, in.cancellation()))), y, all.size());
    }

    private Optional<OfFit> ofFit(Inputs in, PolynomialFit fitted) {
        OfRows counted = in.get(rows);
        if (counted.counted().isEmpty()) {
            return Optional.empty();
        }
        Rows all = in.get(source.data).rows();
        Partition split = in.get(source.split);
        int stride = in.fidelity() == Fidelity.DRAFT ? Math.max(1, all.size() / DRAFT_ROWS) : 1;
        Cells predicted = new Cells(counted.y(), FIT_COLUMNS, counted.y(), FIT_ROWS);
        double reach = RESIDUAL_REACH * Math.max(rmse(fitted.train()), rmse(fitted.test()));
        Cells residuals = new Cells(in.get(source.range), FIT_COLUMNS, new Range(-reach, reach), FIT_ROWS);
        int size = predicted.size();
        double[] counts = Density.count(
                (all.size() + stride - 1) / stride,
                3 * size,
                (from, to, into) -> {
                    double[] x = new double[CHUNK];
                    double[] curve = new double[CHUNK];
                    for (int start = from; start < to; start += CHUNK) {
                        int length = Math.min(CHUNK, to - start);
                        for (int i = 0; i < length; i++) {
                            x[i] = all.x()[(start + i) * stride];
                        }
                        fitted.curve().evaluate(x, curve, 0, length);
                        for (int i = 0; i < length; i++) {
                            int row = (start + i) * stride;
                            double y = all.y()[row];
                            into[(split.isTest(row) ? size : 0) + predicted.of(y, curve[i])]++;
                            into[2 * size + residuals.of(x[i], y - curve[i])]++;
                        }
                    }
                },
                workers,
                in.cancellation());
        return Optional.of(new OfFit(
                part(predicted, counts, 0, stride),
                part(predicted, counts, size, stride),
                part(residuals, counts, 2 * size, stride)));
    }

    private static double rmse(Scores scores) {
        return Double.isNaN(scores.rmse()) ? 0 : scores.rmse();
    }

    /** A row that was counted for others stands for them too. */
    private static Counted part(Cells cells, double[] counts, int from, int stride) {
        double[] part = new double[cells.size()];
        for (int i = 0; i < part.length; i++) {
            part[i] = counts[from + i] * stride;
        }
        return new Counted(cells, part);
    }

    private static Report report(OfRows rows) {
        return rows.counted()
                .map(counted -> Report.group()
                        .put("all", counted.report())
                        .put(
                                "shown",
                                "the plots show all " + rows.rows()
                                        + " rows, counted in cells: the stronger the colour, the more")
                        .build())
                .orElseGet(Densities::points);
    }

    private static Report report(Optional<OfFit> fit) {
        return fit.map(counted -> Report.group()
                        .put("train", counted.train().report())
                        .put("test", counted.test().report())
                        .put("residuals", counted.residuals().report())
                        .build())
                .orElseGet(Densities::points);
    }

    private static Report.Group points() {
        return Report.group().put("note", "each row has a point of its own").build();
    }
}
