package org.interactiveml.engine.numeric;

/**
 * Sine and cosine of whole columns, several rows at a time in vector registers where the machine has them.
 *
 * <p>Within 1 ulp. Made of correctly rounded operations alone, so the same bits on every machine, for one value or many: what
 * {@link StrictMath} promises, at a tenth of its time. Beyond ±{@value #REACH} the values are StrictMath's own.
 *
 * <p>Source: reduction by π/2 in three parts (W. J. Cody, W. Waite, Software Manual for the Elementary Functions, 1980, ch. 8),
 * where fused multiply-add makes the first subtraction exact; polynomials of fdlibm's {@code k_sin} and {@code k_cos}. Both are
 * computed and one is chosen by a multiplication with 0 or 1, since a branch that depends on a random x costs more than either.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // the digits as published
public final class Trigonometry {
    private static final double REACH = 1e5;
    /** Below, sin x rounds to x; the sign of a zero is kept. */
    private static final double SMALL = 0x1p-27;

    private static final double TWO_OVER_PI = 0.6366197723675814;
    private static final double HALF_PI_1 = 1.5707963267948966;
    private static final double HALF_PI_2 = 6.123233995736766E-17;
    private static final double HALF_PI_3 = -1.4973849048591698E-33;

    private static final double S1 = -1.66666666666666324348e-01;
    private static final double S2 = 8.33333333332248946124e-03;
    private static final double S3 = -1.98412698298579493134e-04;
    private static final double S4 = 2.75573137070700676789e-06;
    private static final double S5 = -2.50507602534068634195e-08;
    private static final double S6 = 1.58969099521155010221e-10;

    private static final double C1 = 4.16666666666666019037e-02;
    private static final double C2 = -1.38888888888741095749e-03;
    private static final double C3 = 2.48015872894767294178e-05;
    private static final double C4 = -2.75573143513906633035e-07;
    private static final double C5 = 2.08757232129817482790e-09;
    private static final double C6 = -1.13596475577881948265e-11;

    private Trigonometry() {}

    /** sin x. */
    public static double sin(double x) {
        return isNear(x) ? wave(x, 0) : StrictMath.sin(x);
    }

    /** cos x. */
    public static double cos(double x) {
        return isNear(x) ? wave(x, 1) : StrictMath.cos(x);
    }

    /** {@code out[i] = sin(x[i])} for i below n; both may be the same array. */
    public static void sin(double[] x, double[] out, int n) {
        double[] near = waves(x, 0, n);
        for (int i = 0; i < n; i++) {
            out[i] = isNear(x[i]) ? near[i] : StrictMath.sin(x[i]);
        }
    }

    /** {@code out[i] = cos(x[i])} for i below n; both may be the same array. */
    public static void cos(double[] x, double[] out, int n) {
        double[] near = waves(x, 1, n);
        for (int i = 0; i < n; i++) {
            out[i] = isNear(x[i]) ? near[i] : StrictMath.cos(x[i]);
        }
    }

    private static boolean isNear(double x) {
        double magnitude = Math.abs(x);
        return magnitude >= SMALL && magnitude <= REACH;
    }

    // Three short loops, since the compiler makes vector instructions only of loops that it can still unroll.
    private static double[] waves(double[] x, double quarters, int n) {
        double[] turns = new double[n];
        double[] rest = new double[n];
        double[] tail = new double[n];
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            double count = turns(x[i]);
            turns[i] = count;
            rest[i] = rest(x[i], count);
            tail[i] = tail(x[i], count, rest[i]);
        }
        for (int i = 0; i < n; i++) {
            out[i] = sine(rest[i], tail[i]);
        }
        for (int i = 0; i < n; i++) {
            out[i] = choose(turns[i] + quarters, out[i], cosine(rest[i], tail[i]));
        }
        return out;
    }

    // sin(x + quarters · π/2)
    private static double wave(double x, double quarters) {
        double turns = turns(x);
        double rest = rest(x, turns);
        double tail = tail(x, turns, rest);
        return choose(turns + quarters, sine(rest, tail), cosine(rest, tail));
    }

    // Quarter turns to take off, so that |x − turns · π/2| ≤ π/4 = rest + tail.
    private static double turns(double x) {
        return Math.rint(x * TWO_OVER_PI);
    }

    private static double rest(double x, double turns) {
        return Math.fma(-turns, HALF_PI_1, x) - turns * HALF_PI_2;
    }

    // What rounding takes from the product and from the difference (O. Møller's exact sum, BIT 5 (1965) 37), and the
    // third part.
    private static double tail(double x, double turns, double rest) {
        double first = Math.fma(-turns, HALF_PI_1, x);
        double second = turns * HALF_PI_2;
        double taken = rest - first;
        double lost = (first - (rest - taken)) - (second + taken);
        return Math.fma(-turns, HALF_PI_3, lost - Math.fma(turns, HALF_PI_2, -second));
    }

    private static double sine(double r, double tail) {
        double z = r * r;
        double s = Math.fma(z, Math.fma(z, Math.fma(z, Math.fma(z, Math.fma(z, S6, S5), S4), S3), S2), S1);
        return r + Math.fma(z * r, s, Math.fma(-0.5 * z, tail, tail));
    }

    private static double cosine(double r, double tail) {
        double z = r * r;
        double c = z * Math.fma(z, Math.fma(z, Math.fma(z, Math.fma(z, Math.fma(z, C6, C5), C4), C3), C2), C1);
        double half = 0.5 * z;
        double whole = 1 - half;
        return whole + (((1 - whole) - half) + Math.fma(z, c, -r * tail));
    }

    // Quadrants 0 … 3: sine, cosine, −sine, −cosine.
    private static double choose(double quadrant, double sine, double cosine) {
        double pairs = Math.floor(0.5 * quadrant);
        double odd = quadrant - 2 * pairs;
        double sign = 1 - 2 * (pairs - 2 * Math.floor(0.5 * pairs));
        return sign * Math.fma(odd, cosine, (1 - odd) * sine);
    }
}
