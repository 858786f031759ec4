package org.interactiveml.ui.bench;

import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints figures beside their goals, each as soon as it is known. */
final class Table {
    private static final String ROW = "%-58s %12s %12s  %-6s %s%n";

    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
        out.printf(ROW, "what", "measured", "goal", "", "each time");
    }

    /** A figure that should not exceed its goal. */
    void atMost(String what, double measured, double goal, String unit) {
        row(what, measured, "≤ " + number(goal), unit, measured <= goal, "");
    }

    /** A figure of several times whose median should not exceed its goal. */
    void atMost(String what, Sample times, double goal, String unit) {
        row(what, times.median(), "≤ " + number(goal), unit, times.median() <= goal, each(times));
    }

    /** A figure of several times whose median should reach its goal. */
    void atLeast(String what, Sample times, double goal, String unit) {
        row(what, times.median(), "≥ " + number(goal), unit, times.median() >= goal, each(times));
    }

    /** A figure without a goal. */
    void figure(String what, double measured, String unit) {
        out.printf(ROW, what, number(measured) + " " + unit, "", "", "");
    }

    /** The median of several times, without a goal. */
    void figure(String what, Sample times, String unit) {
        out.printf(ROW, what, number(times.median()) + " " + unit, "", "", each(times));
    }

    private void row(String what, double measured, String goal, String unit, boolean reached, String each) {
        out.printf(ROW, what, number(measured) + " " + unit, goal + " " + unit, reached ? "" : "missed", each);
    }

    private static String each(Sample times) {
        return times.stream().mapToObj(Table::number).collect(Collectors.joining("  "));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.2f", value).replaceFirst("\\.00$", "");
    }
}
