package org.interactiveml.engine.parameter;

import java.util.Optional;
import org.interactiveml.engine.data.Dataset;

/**
 * The user's own data, or none where the experiment generates its own.
 *
 * <p>Rows do not fit into a URL or a script: the plain form is the name of the data set, and only the name
 * {@value #GENERATED} can be read back.
 *
 * @param target what the column to predict may hold
 * @param mostFeatures how many columns it may be predicted from
 */
public record DatasetParameter(String id, String label, Group group, Dataset.Target target, int mostFeatures)
        implements Parameter<Optional<Dataset>> {
    /** The plain form of "no data of one's own". */
    public static final String GENERATED = "generated";

    /** Data of any number of features. */
    public DatasetParameter(String id, String label, Group group, Dataset.Target target) {
        this(id, label, group, target, Integer.MAX_VALUE);
    }

    @Override
    public Optional<Dataset> defaultValue() {
        return Optional.empty();
    }

    @Override
    public Optional<Dataset> read(Object plain) {
        if (!GENERATED.equals(plain)) {
            throw refusal("\"" + GENERATED + "\" or given as a file", plain);
        }
        return Optional.empty();
    }

    @Override
    public Optional<Dataset> parse(String text) {
        return read(text);
    }

    @Override
    public Object write(Optional<Dataset> value) {
        return value.map(Dataset::name).orElse(GENERATED);
    }
}
