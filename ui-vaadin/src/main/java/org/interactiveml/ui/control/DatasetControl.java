package org.interactiveml.ui.control;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.interactiveml.engine.data.Column;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.data.Table;
import org.interactiveml.engine.data.TableException;
import org.interactiveml.engine.parameter.DatasetParameter;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.ui.control.Controls.Control;
import org.interactiveml.ui.control.Controls.Entry;
import org.jspecify.annotations.Nullable;

/** Whose data are fitted: generated ones, or two columns of a table of one's own. */
final class DatasetControl implements Control {
    private static final String GENERATED = "Generated from the true function";

    private final DatasetParameter parameter;
    private final Tables tables;
    private final Select<String> source = new Select<>();
    private final Select<String> x = new Select<>();
    private final Select<String> y = new Select<>();
    private final Div all = new Div(source, x, y);
    private @Nullable Table table;

    DatasetControl(DatasetParameter parameter, Snapshot now, Tables tables, Entry entry) {
        this.parameter = parameter;
        this.tables = tables;
        source.setLabel(parameter.label());
        x.setLabel("Column x");
        y.setLabel("Column y");
        all.addClassName("iml-dataset");
        show(now);
        source.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                entry.enter(this, () -> choose(event.getValue()));
            }
        });
        for (Select<String> column : List.of(x, y)) {
            column.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    entry.enter(this, this::columns);
                }
            });
        }
    }

    @Override
    public Component component() {
        return all;
    }

    @Override
    public void show(Snapshot snapshot) {
        Optional<Dataset> own = snapshot.get(parameter);
        String name = own.map(Dataset::name).orElse(GENERATED);
        source.setItems(Stream.of(List.of(GENERATED), tables.names(), List.of(name))
                .flatMap(List::stream)
                .distinct()
                .toList());
        source.setValue(name);
        boolean ours = own.isPresent() && table != null && table.name().equals(name);
        x.setVisible(ours);
        y.setVisible(ours);
        if (ours) {
            x.setValue(own.get().featureNames().getFirst());
            y.setValue(own.get().targetName());
        }
    }

    /** The first numeric column against the last one, until the person chooses others. */
    private Patch choose(String name) {
        if (name.equals(GENERATED)) {
            return Patch.of(parameter, Optional.empty());
        }
        Table chosen = read(name);
        List<String> numeric = chosen.columns().stream()
                .filter(Column::isNumeric)
                .map(Column::name)
                .toList();
        if (numeric.size() < 2) {
            throw new InvalidInputException(
                    parameter.id(), name + " must have two columns of numbers at least, not " + numeric.size());
        }
        table = chosen;
        x.setItems(numeric);
        y.setItems(numeric);
        x.setValue(numeric.getFirst());
        y.setValue(numeric.getLast());
        return columns();
    }

    private Table read(String name) {
        try {
            return tables.read(name);
        } catch (TableException refused) {
            throw new InvalidInputException(parameter.id(), refused.problems().getFirst());
        }
    }

    private Patch columns() {
        try {
            return Patch.of(
                    parameter,
                    Optional.of(Dataset.select(
                            Objects.requireNonNull(table),
                            List.of(x.getValue()),
                            y.getValue(),
                            null,
                            parameter.target())));
        } catch (TableException refused) {
            throw new InvalidInputException(parameter.id(), refused.problems().getFirst());
        }
    }

    @Override
    public void complain(String message) {
        source.setErrorMessage(message);
        source.setInvalid(!message.isEmpty());
    }
}
