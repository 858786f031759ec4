package org.interactiveml.engine.model.kernel;

/**
 * How alike the curve is at two points, by their distance d over the length scale ℓ. Source: C. Rasmussen, C. Williams,
 * "Gaussian Processes for Machine Learning", 2006, ch. 4.
 */
public enum Kernel {
    /** exp(−d²/2ℓ²): curves with all derivatives. */
    RBF("RBF"),
    /** (1 + √3 d/ℓ)·exp(−√3 d/ℓ): curves with one derivative. */
    MATERN_3_2("Matérn 3/2"),
    /** (1 + √5 d/ℓ + 5d²/3ℓ²)·exp(−√5 d/ℓ): curves with two derivatives. */
    MATERN_5_2("Matérn 5/2");

    private final String label;

    Kernel(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
