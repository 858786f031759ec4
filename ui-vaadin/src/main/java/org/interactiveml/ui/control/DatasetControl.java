package org.interactiveml.ui.control;

import static org.interactiveml.ui.text.Texts.count;
import static org.interactiveml.ui.text.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.data.Table;
import org.interactiveml.engine.data.TableException;
import org.interactiveml.engine.parameter.DatasetParameter;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.ui.control.Controls.Control;
import org.interactiveml.ui.control.Controls.Entry;
import org.interactiveml.ui.text.EngineTexts;
import org.jspecify.annotations.Nullable;

/**
 * Whose data are fitted: generated ones, a table of the program's folder, or a file of the person's own, by button or by drop. A
 * table of the folder is fitted at once, the usual columns of it; a file after its columns were looked at. One table is kept, so
 * that other columns of it can be chosen.
 */
final class DatasetControl implements Control {
    private final String generated = text("control.data.generated");

    private final DatasetParameter parameter;
    private final Tables tables;
    private final Entry entry;
    private final Select<String> source = new Select<>();
    private final Span columns = new Span();
    private final Button choose = new Button(text("control.data.columns"));
    private final Div problems = new Div();
    private final Div all;
    private @Nullable Table table;

    DatasetControl(DatasetParameter parameter, Snapshot now, Tables tables, Entry entry) {
        this.parameter = parameter;
        this.tables = tables;
        this.entry = entry;
        source.setLabel(EngineTexts.current().label(parameter));
        source.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                entry.enter(this, () -> take(event.getValue()));
            }
        });
        choose.addClickListener(click -> ask(Objects.requireNonNull(table)));
        columns.addClassName("iml-quiet");
        problems.addClassName("iml-dataset-problems");
        problems.getElement().setAttribute("role", "alert");
        all = new Div(source, columns, choose, new TableUpload(tables, this::arrived, this::refuse), problems);
        all.addClassName("iml-dataset");
        show(now);
    }

    @Override
    public Component component() {
        return all;
    }

    @Override
    public void show(Snapshot snapshot) {
        Optional<Dataset> own = snapshot.get(parameter);
        String name = own.map(Dataset::name).orElse(generated);
        source.setItems(Stream.of(List.of(generated), tables.names(), List.of(name))
                .flatMap(List::stream)
                .distinct()
                .toList());
        source.setValue(name);
        columns.setText(own.map(DatasetControl::summary).orElse(""));
        choose.setVisible(table != null && own.isPresent() && table.name().equals(name));
    }

    private static String summary(Dataset own) {
        int count = own.featureNames().size();
        String features = count <= 3 ? String.join(", ", own.featureNames()) : text("control.data.features", count);
        return text("control.data.summary", own.targetName(), features, count(own.size()));
    }

    private Patch take(String name) {
        if (name.equals(generated)) {
            return Patch.of(parameter, Optional.empty());
        }
        try {
            OwnTable own = usable(tables.read(name));
            Patch patch = Patch.of(parameter, Optional.of(own.select(own.usual())));
            table = own.table();
            return patch;
        } catch (TableException refused) {
            throw refusal(refused.problems());
        }
    }

    /** A file was read: nothing changes before its columns are chosen. */
    private void arrived(Table read) {
        complain("");
        try {
            ask(usable(read).table());
        } catch (InvalidInputException lacking) {
            complain(lacking.problems().getFirst().message());
        }
    }

    private void refuse(List<String> lines) {
        complain(String.join("\n", lines));
    }

    private OwnTable usable(Table read) {
        OwnTable own = new OwnTable(read, parameter);
        if (!own.lack().isEmpty()) {
            throw refusal(List.of(own.lack()));
        }
        return own;
    }

    private void ask(Table read) {
        OwnTable own = new OwnTable(read, parameter);
        new ColumnsDialog(own, own.usual(), dataset -> {
                    table = read;
                    entry.enter(this, () -> Patch.of(parameter, Optional.of(dataset)));
                })
                .open();
    }

    private InvalidInputException refusal(List<String> lines) {
        return new InvalidInputException(
                lines.stream().map(line -> new Problem(parameter.id(), line)).toList());
    }

    @Override
    public void complain(String message) {
        problems.setText(message);
        source.setInvalid(!message.isEmpty());
    }
}
