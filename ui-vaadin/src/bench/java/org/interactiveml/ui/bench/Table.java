package org.interactiveml.ui.bench;

import java.io.PrintStream;
import java.util.Locale;

/** Prints figures beside their goals, each as soon as it is known. */
final class Table {
    private static final String ROW = "%-58s %12s %12s  %s%n";

    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
        out.printf(ROW, "what", "measured", "goal", "");
    }

    /** A figure that should not exceed its goal. */
    void atMost(String what, double measured, double goal, String unit) {
        row(what, measured, "≤ " + number(goal), unit, measured <= goal);
    }

    /** A figure that should reach its goal. */
    void atLeast(String what, double measured, double goal, String unit) {
        row(what, measured, "≥ " + number(goal), unit, measured >= goal);
    }

    /** A figure without a goal. */
    void figure(String what, double measured, String unit) {
        out.printf(ROW, what, number(measured) + " " + unit, "", "");
    }

    private void row(String what, double measured, String goal, String unit, boolean reached) {
        out.printf(ROW, what, number(measured) + " " + unit, goal + " " + unit, reached ? "" : "missed");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.2f", value).replaceFirst("\\.00$", "");
    }
}
