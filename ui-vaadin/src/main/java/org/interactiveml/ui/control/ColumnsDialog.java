package org.interactiveml.ui.control;

import static org.interactiveml.ui.text.Texts.count;
import static org.interactiveml.ui.text.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.data.Table;
import org.interactiveml.engine.data.TableException;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.ui.control.OwnTable.Choice;
import org.jspecify.annotations.Nullable;

/** Shows what a table holds and asks which of its columns are what. Nothing changes until its button is pressed. */
final class ColumnsDialog extends Dialog {
    private static final long serialVersionUID = 1;
    private static final int MOST_COLUMNS = 10;

    private final transient OwnTable own;
    private final transient Consumer<Dataset> use;
    private final ComboBox<String> target = new ComboBox<>();
    private final ComboBox<String> feature = new ComboBox<>();
    private final MultiSelectComboBox<String> features = new MultiSelectComboBox<>();
    private final Select<String> split = new Select<>();
    private final Div problems = new Div();

    /**
     * A dialog over a table.
     *
     * @param choice the columns that are marked at first
     * @param use takes the data; what it refuses is told here
     */
    ColumnsDialog(OwnTable own, Choice choice, Consumer<Dataset> use) {
        this.own = own;
        this.use = use;
        Table table = own.table();
        setHeaderTitle(table.name());
        addClassName("iml-columns");
        problems.addClassName("iml-dataset-problems");
        problems.getElement().setAttribute("role", "alert");
        add(new Paragraph(summary(table)), preview());
        chooser(choice);
        add(problems);
        Button cancel = new Button(text("control.cancel"), click -> close());
        Button confirm = new Button(text("control.columns.use"), click -> confirm());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(cancel, confirm);
    }

    private static String summary(Table table) {
        return text(
                "control.columns.summary",
                count(table.size()),
                count(table.columns().size()),
                table.dialect());
    }

    private void chooser(Choice choice) {
        target.setLabel(
                own.parameter().target() == Dataset.Target.CLASS
                        ? text("control.columns.classes")
                        : text("control.columns.target"));
        target.setItems(own.targets());
        target.setValue(choice.target());
        split.setLabel(text("control.columns.split"));
        split.setItems(own.splits());
        split.setEmptySelectionAllowed(true);
        split.setEmptySelectionCaption(text("control.columns.by-fraction"));
        split.setValue(choice.split());
        split.setVisible(!own.splits().isEmpty());
        if (own.parameter().mostFeatures() == 1) {
            feature.setLabel(text("control.columns.feature"));
            feature.setItems(own.numeric());
            feature.setValue(choice.features().getFirst());
            add(feature);
        } else {
            features.setLabel(text("control.columns.features"));
            features.setItems(own.numeric());
            features.setValue(choice.features());
            features.setWidthFull();
            add(features);
        }
        add(target, split);
    }

    private NativeTable preview() {
        NativeTable preview = new NativeTable();
        NativeTableRow names = preview.getHead().addRow();
        NativeTableRow kinds = preview.getHead().addRow();
        own.table().columns().stream().limit(MOST_COLUMNS).forEach(column -> {
            names.add(new NativeTableHeaderCell(column.name()));
            kinds.add(new NativeTableHeaderCell(
                    column.isNumeric() ? text("control.columns.numbers") : text("control.columns.text")));
        });
        for (List<String> row : own.preview(MOST_COLUMNS)) {
            NativeTableRow cells = preview.getBody().addRow();
            row.forEach(cell -> cells.add(new NativeTableCell(cell)));
        }
        int more = own.table().columns().size() - MOST_COLUMNS;
        if (more > 0) {
            preview.setCaptionText(text("control.columns.more", count(more)));
        }
        return preview;
    }

    private List<String> chosenFeatures() {
        if (own.parameter().mostFeatures() > 1) {
            List<String> chosen = new ArrayList<>(own.numeric());
            chosen.retainAll(features.getValue());
            return chosen;
        }
        @Nullable String only = feature.getValue();
        return only == null ? List.of() : List.of(only);
    }

    private void confirm() {
        try {
            use.accept(own.select(new Choice(chosenFeatures(), target.getValue(), split.getValue())));
            close();
        } catch (TableException refused) {
            tell(refused.problems());
        } catch (InvalidInputException refused) {
            tell(refused.problems().stream().map(Problem::message).toList());
        }
    }

    private void tell(List<String> lines) {
        problems.setText(String.join("\n", lines));
    }
}
