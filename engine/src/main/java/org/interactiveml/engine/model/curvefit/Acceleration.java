package org.interactiveml.engine.model.curvefit;

/**
 * Steps that shrink by the same factors each time tell these factors, and so what all later ones would add: Anderson's
 * acceleration (H. Walker, P. Ni, SIAM J. Numer. Anal. 49, 2011) with two steps of memory, or one where two tell the same.
 */
final class Acceleration {
    /** Least squared sine between two changes of the step. */
    private static final double APART = 1e-8;

    private final int size;
    /** How the step changed, in units of the columns' lengths, and what changed it: latest first. */
    private double[] change;

    private double[] move;
    private double[] earlierChange;
    private double[] earlierMove;
    private double[] step;
    private int known;

    Acceleration(int size) {
        this.size = size;
        change = new double[size];
        move = new double[size];
        earlierChange = new double[size];
        earlierMove = new double[size];
        step = new double[size];
    }

    /** What to add to the point: the step, less what the changes from step to step tell of those to come. */
    double[] move(PivotedQr qr, double[] newStep) {
        double[] next = newStep.clone();
        if (known > 0) {
            double[] oldest = earlierChange;
            earlierChange = change;
            change = oldest;
            for (int k = 0; k < size; k++) {
                change[k] = newStep[k] - step[k];
            }
            subtractComing(qr, next);
        }
        step = newStep;
        earlierMove = move;
        move = next.clone();
        known++;
        return next;
    }

    private void subtractComing(PivotedQr qr, double[] next) {
        double square = dot(qr, change, change);
        double across = dot(qr, change, next);
        double earlierSquare = known > 1 ? dot(qr, earlierChange, earlierChange) : 0;
        double earlierAcross = known > 1 ? dot(qr, earlierChange, next) : 0;
        double mixed = known > 1 ? dot(qr, change, earlierChange) : 0;
        double determinant = square * earlierSquare - mixed * mixed;
        if (determinant > APART * square * earlierSquare) {
            subtract((across * earlierSquare - earlierAcross * mixed) / determinant, move, change, next);
            subtract((earlierAcross * square - across * mixed) / determinant, earlierMove, earlierChange, next);
        } else if (square > 0) {
            subtract(across / square, move, change, next);
        }
    }

    private static double dot(PivotedQr qr, double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k] * qr.norm(k) * qr.norm(k);
        }
        return sum;
    }

    private static void subtract(double share, double[] move, double[] change, double[] next) {
        for (int k = 0; k < next.length; k++) {
            next[k] -= share * (move[k] + change[k]);
        }
    }
}
