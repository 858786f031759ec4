package org.interactiveml.engine.parameter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Points painted by hand, in the order in which they were put; none by default, which means that they are not used.
 *
 * <p>The plain form is a list, {@code [[0.5,2],[1,3]]}; the text form is {@code 0.5,2;1,3}. With classes each point has a third
 * number, 0 or 1.
 *
 * @param classes whether each point belongs to one of two classes
 */
public record PointsParameter(String id, String label, Group group, boolean classes) implements Parameter<List<Point>> {
    /** The most points. */
    public static final int MAX = 2_000;

    private static final int MOST_PROBLEMS = 20;

    @Override
    public List<Point> defaultValue() {
        return List.of();
    }

    @Override
    public List<Point> read(Object plain) {
        if (!(plain instanceof List<?> items)) {
            throw refusal("a list of points " + (classes ? "[x,y,class]" : "[x,y]"), plain);
        }
        return points(items, item -> item instanceof List<?> numbers ? numbers.stream() : Stream.of());
    }

    @Override
    public List<Point> parse(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        return points(
                Arrays.asList(text.split(";", -1)),
                item -> Arrays.stream(item.split(",", -1)).map(Numbers::parse));
    }

    @Override
    public Object write(List<Point> value) {
        return value.stream().map(this::numbers).toList();
    }

    @Override
    public String text(List<Point> value) {
        return value.stream()
                .map(point -> numbers(point).stream()
                        .map(number -> Numbers.format(number.doubleValue()))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
    }

    private List<Number> numbers(Point point) {
        return classes ? List.of(point.x(), point.y(), (long) point.group()) : List.of(point.x(), point.y());
    }

    private interface Parts<I> {
        Stream<? extends @Nullable Object> of(I item);
    }

    private <I> List<Point> points(List<I> items, Parts<I> parts) {
        if (items.size() > MAX) {
            throw refusal("at most " + MAX + " points", items.size());
        }
        List<Problem> problems = new ArrayList<>();
        List<Point> points = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            I item = items.get(i);
            Point point = point(parts.of(item).toList());
            if (point != null) {
                points.add(point);
            } else if (problems.size() < MOST_PROBLEMS) {
                String rule =
                        "points of " + (classes ? "two finite numbers and a class, 0 or 1" : "two finite numbers");
                problems.add(new Problem(
                        id, refusal(rule, item).problems().getFirst().message() + " (point " + (i + 1) + ")"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return List.copyOf(points);
    }

    private @Nullable Point point(List<? extends @Nullable Object> parts) {
        if (parts.size() != (classes ? 3 : 2)) {
            return null;
        }
        double[] numbers = new double[3];
        for (int i = 0; i < parts.size(); i++) {
            Object part = parts.get(i);
            Number number = part == null ? null : Numbers.of(part);
            if (number == null || !Double.isFinite(number.doubleValue())) {
                return null;
            }
            numbers[i] = number.doubleValue();
        }
        return numbers[2] == 0 || numbers[2] == 1 ? new Point(numbers[0], numbers[1], (int) numbers[2]) : null;
    }
}
