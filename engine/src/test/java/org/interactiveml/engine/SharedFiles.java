package org.interactiveml.engine;

import java.nio.file.Path;

/** Public data that lies beside the project, where it does; tests that need it are skipped elsewhere. */
public final class SharedFiles {
    private SharedFiles() {}

    /** A path below the folder {@code shared} beside the project; tests run in the folder of their module. */
    public static Path find(String path) {
        return Path.of("..", "..", "shared").resolve(path);
    }
}
