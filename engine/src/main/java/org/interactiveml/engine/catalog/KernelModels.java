package org.interactiveml.engine.catalog;

import java.util.ArrayList;
import java.util.List;
import org.interactiveml.engine.catalog.KernelMethods.HyperMode;
import org.interactiveml.engine.catalog.KernelMethods.SmoothingMode;
import org.interactiveml.engine.experiment.Inputs;
import org.interactiveml.engine.model.Convergence;
import org.interactiveml.engine.model.Curve;
import org.interactiveml.engine.model.SortedRows;
import org.interactiveml.engine.model.kernel.GaussianProcess;
import org.interactiveml.engine.model.kernel.Kernel;
import org.interactiveml.engine.model.kernel.KernelRidge;
import org.interactiveml.engine.model.kernel.KernelSample;
import org.interactiveml.engine.model.kernel.LikelihoodSurface;
import org.interactiveml.engine.model.neighbours.NearestNeighbours;
import org.interactiveml.engine.model.neighbours.NearestNeighbours.Weights;
import org.interactiveml.engine.model.spline.NaturalSpline;
import org.interactiveml.engine.model.spline.SmoothingSpline;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.view.Report;

/** From parameters to a fitted curve, and what each method says about itself. */
final class KernelModels {
    private static final Convergence DIRECT = new Convergence(true, 0, 0, "solved directly");

    /**
     * A curve and how it was found.
     *
     * @param found the numbers that this method chose
     */
    record Fitted(Curve curve, Convergence convergence, Report.Group found, List<String> notes) {}

    /** Where the process shown lies on the likelihood surface. */
    record Chosen(double logLengthScale, double logNoise) {}

    private KernelModels() {}

    static Fitted fit(Inputs in, KernelSample sample) {
        return switch (in.get(KernelMethods.MODEL_CHOICE)) {
            case GAUSSIAN_PROCESS -> gaussianProcess(in, sample);
            case KERNEL_RIDGE -> kernelRidge(in, sample);
            case NATURAL_SPLINE -> naturalSpline(in, sample.rows());
            case SMOOTHING_SPLINE -> smoothingSpline(in, sample.rows());
            case K_NEAREST -> nearestNeighbours(in, sample.rows());
        };
    }

    private static Fitted gaussianProcess(Inputs in, KernelSample sample) {
        Kernel kernel = in.get(KernelMethods.KERNEL);
        GaussianProcess process = in.get(KernelMethods.HYPER_MODE) == HyperMode.OPTIMISED
                ? GaussianProcess.optimised(sample, kernel, in.cancellation())
                : GaussianProcess.fixed(
                        sample,
                        kernel,
                        in.get(KernelMethods.LENGTH_SCALE),
                        in.get(KernelMethods.SIGNAL_SD),
                        in.get(KernelMethods.NOISE_SD),
                        in.cancellation());
        Report.Group found = Report.group()
                .put("lengthScale", process.lengthScale())
                .put("signalSd", process.signalSd())
                .put("noise", process.noiseSd())
                .put("logMarginalLikelihood", process.logMarginalLikelihood())
                .put("effectiveDegreesOfFreedom", process.effectiveDegreesOfFreedom())
                .build();
        List<String> notes = new ArrayList<>(process.notes());
        notes.add("far from the data the curve returns to the mean of the training y");
        return new Fitted(process, process.convergence(), found, notes);
    }

    private static Fitted kernelRidge(Inputs in, KernelSample sample) {
        double lengthScale = in.get(KernelMethods.LENGTH_SCALE);
        double alpha = in.get(KernelMethods.ALPHA);
        KernelRidge ridge =
                KernelRidge.fit(sample, in.get(KernelMethods.KERNEL), lengthScale, alpha, in.cancellation());
        Report.Group found = Report.group()
                .put("lengthScale", lengthScale)
                .put("alpha", alpha)
                .put("effectiveDegreesOfFreedom", ridge.effectiveDegreesOfFreedom())
                .build();
        return new Fitted(
                ridge,
                DIRECT,
                found,
                List.of("no band: kernel ridge has no model of the noise; the Gaussian process whose noise variance is"
                        + " alpha times its signal variance has the same curve, and one"));
    }

    private static Fitted naturalSpline(Inputs in, SortedRows rows) {
        int degrees = in.get(KernelMethods.DEGREES);
        NaturalSpline spline = NaturalSpline.fit(rows, degrees, in.cancellation());
        List<String> notes = new ArrayList<>();
        if (spline.degreesOfFreedom() < degrees) {
            notes.add(spline.degreesOfFreedom() + " knots instead of " + degrees + ": quantiles of x coincide");
        }
        if (Double.isNaN(spline.residualVariance())) {
            notes.add("no band: as many degrees of freedom as training rows leave nothing to judge the noise by");
        }
        Report.Group found = Report.group()
                .put("effectiveDegreesOfFreedom", (double) spline.degreesOfFreedom())
                .put("knots", spline.knots())
                .build();
        return new Fitted(spline, DIRECT, found, notes);
    }

    private static Fitted smoothingSpline(Inputs in, SortedRows rows) {
        SmoothingSpline spline = in.get(KernelMethods.SMOOTHING_MODE) == SmoothingMode.GCV
                ? SmoothingSpline.automatic(rows, in.cancellation())
                : SmoothingSpline.fixed(rows, in.get(KernelMethods.SMOOTHING), in.cancellation());
        Report.Group found = Report.group()
                .put("lambda", spline.lambda())
                .put("gcv", spline.gcv())
                .put("effectiveDegreesOfFreedom", spline.effectiveDegreesOfFreedom())
                .build();
        return new Fitted(spline, spline.convergence(), found, List.of());
    }

    private static Fitted nearestNeighbours(Inputs in, SortedRows rows) {
        int k = in.get(KernelMethods.NEIGHBOURS);
        Weights weights = in.get(KernelMethods.WEIGHTS);
        NearestNeighbours neighbours = new NearestNeighbours(rows, k, weights);
        List<String> notes = new ArrayList<>();
        if (weights == Weights.DISTANCE) {
            notes.add("no band: weighted by distance, a training row near by counts for all");
        } else if (k == 1) {
            notes.add("no band: a single neighbour has no spread");
        } else {
            notes.add("the bands are 1.96 standard deviations of the neighbours at each x; they do not know what the"
                    + " average smooths away");
        }
        Report.Group found = Report.group()
                .put("neighbours", k)
                .put("effectiveDegreesOfFreedom", (double) rows.size() / k)
                .build();
        return new Fitted(neighbours, DIRECT, found, notes);
    }

    static Chosen chosen(Fitted fitted) {
        if (fitted.curve() instanceof GaussianProcess process) {
            return new Chosen(
                    StrictMath.log10(process.lengthScale()), StrictMath.log10(process.noiseSd() / process.signalSd()));
        }
        throw new Infeasible("only a Gaussian process lies on a likelihood surface");
    }

    static Report report(Chosen chosen) {
        return Report.group()
                .put("x", new double[] {chosen.logLengthScale()})
                .put("y", new double[] {chosen.logNoise()})
                .build();
    }

    static Report report(LikelihoodSurface surface) {
        return Report.group()
                .put("x", surface.logLengthScale())
                .put("y", surface.logNoise())
                .put("values", surface.values())
                .put("highest", surface.highest())
                .build();
    }
}
