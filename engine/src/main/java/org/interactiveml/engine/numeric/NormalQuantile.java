package org.interactiveml.engine.numeric;

/**
 * The inverse of the standard normal distribution function, to about 16 digits.
 *
 * <p>Source: M. J. Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988) 477–484. Plain arithmetic in the centre,
 * {@link StrictMath} in the tails: the same bits on every machine.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // the digits as published
public final class NormalQuantile {
    private static final double CENTRE = 0.425;
    private static final double CENTRE_SQUARED = 0.180625;
    private static final double NEAR_TAIL = 5.0;
    private static final double TAIL_SHIFT = 1.6;

    private NormalQuantile() {}

    /** The z with Φ(z) = p, for 0 &lt; p &lt; 1; about 5 ns in the centre (85 % of uniform draws) and 25 ns in the tails. */
    public static double of(double p) {
        return isCentral(p) ? centre(p - 0.5) : tail(p, p - 0.5);
    }

    /** Whether p is so far from 0 and 1 that {@link #central} holds: 85 % of uniform draws. */
    public static boolean isCentral(double p) {
        return Math.abs(p - 0.5) <= CENTRE;
    }

    /** {@code p[i] = of(p[i])} for i below n where p is central; elsewhere {@code p[i]} becomes some number. */
    public static void central(double[] p, int n) {
        for (int i = 0; i < n; i++) {
            p[i] = centre(p[i] - 0.5);
        }
    }

    private static double centre(double q) {
        double r = CENTRE_SQUARED - q * q;
        double numerator = ((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r
                                                                        + 45921.953931549871457)
                                                                * r
                                                        + 13731.693765509461125)
                                                * r
                                        + 1971.5909503065514427)
                                * r
                        + 133.14166789178437745)
                * r;
        double denominator = ((((((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r
                                                                        + 21213.794301586595867)
                                                                * r
                                                        + 5394.1960214247511077)
                                                * r
                                        + 687.1870074920579083)
                                * r
                        + 42.313330701600911252)
                * r;
        return q * (numerator + 3.387132872796366608) / (denominator + 1.0);
    }

    private static double tail(double p, double q) {
        double r = Math.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
        double z = r <= NEAR_TAIL ? nearTail(r - TAIL_SHIFT) : farTail(r - NEAR_TAIL);
        return q < 0 ? -z : z;
    }

    private static double nearTail(double r) {
        double numerator =
                ((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r
                                                                                + 1.27045825245236838258)
                                                                        * r
                                                                + 3.64784832476320460504)
                                                        * r
                                                + 5.7694972214606914055)
                                        * r
                                + 4.6303378461565452959)
                        * r;
        double denominator =
                ((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r
                                                                                + 0.14810397642748007459)
                                                                        * r
                                                                + 0.68976733498510000455)
                                                        * r
                                                + 1.6763848301838038494)
                                        * r
                                + 2.05319162663775882187)
                        * r;
        return (numerator + 1.42343711074968357734) / (denominator + 1.0);
    }

    private static double farTail(double r) {
        double numerator =
                ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r
                                                                                + 0.026532189526576123093)
                                                                        * r
                                                                + 0.29656057182850489123)
                                                        * r
                                                + 1.7848265399172913358)
                                        * r
                                + 5.4637849111641143699)
                        * r;
        double denominator =
                ((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r
                                                                                + 7.868691311456132591e-4)
                                                                        * r
                                                                + 0.0148753612908506148525)
                                                        * r
                                                + 0.13692988092273580531)
                                        * r
                                + 0.59983220655588793769)
                        * r;
        return (numerator + 6.6579046435011037772) / (denominator + 1.0);
    }
}
