package org.interactiveml.streams.replay;

import java.util.Map;

/**
 * A script and the data files that it names.
 *
 * @param script JSON Lines
 * @param files text by name, to be put beside the script
 */
public record Recording(String script, Map<String, String> files) {
    public Recording {
        files = Map.copyOf(files);
    }
}
